/**
 * Types of `@std/csv`, as far as this project uses it: the npm package carries none.
 * @module
 */

/** How a CSV text is read. */
export interface ReadOptions {
  /** Character between fields; `,` by default. */
  separator?: string;
  /** Character that begins a comment line; none by default. */
  comment?: string;
  /** Whether leading white space of a field is dropped. */
  trimLeadingSpace?: boolean;
  /** Whether a quote may stand inside an unquoted field. */
  lazyQuotes?: boolean;
  /** Fields a record must have; 0 takes the first record's count, negative takes any. */
  fieldsPerRecord?: number;
}

/** Reads a whole CSV text into rows of fields. */
export function parse(input: string, options?: ReadOptions): string[][];

/** Reads CSV chunk by chunk into rows of fields. */
export class CsvParseStream implements TransformStream<string, string[]> {
  constructor(options?: ReadOptions);
  readonly readable: ReadableStream<string[]>;
  readonly writable: WritableStream<string>;
}

/** Writes rows as CSV text. */
export function stringify(
  data: readonly (readonly unknown[] | Record<string, unknown>)[],
  options?: {
    columns?: readonly string[];
    headers?: boolean;
    separator?: string;
    bom?: boolean;
  },
): string;
