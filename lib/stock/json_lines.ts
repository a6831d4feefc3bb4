/**
 * JSON lines as records: the console producer's input.
 * @module
 */
import { TickertapeError } from "../errors.ts";
import { parseExactly } from "../exact_json.ts";
import { readLines } from "./lines.ts";

/** A JSON object: name to value. */
export type JsonRecord = Record<string, unknown>;

/** How JSON lines are read. */
export interface JsonLinesOptions {
  /** Leaves out lines that are not JSON objects, which are errors otherwise. */
  skipInvalid?: boolean;
  /** Told of each line that is left out: blank, or not a JSON object. */
  onSkipped?: (kind: "blank" | "invalid") => void;
  /** What the lines are called in an error. */
  name?: string;
}

/**
 * Reads records, one JSON object a line, with every value as it stands: whole numbers that a double
 * cannot hold are kept as their digits.
 *
 * @param stream Bytes, such as those of standard input
 * @param options Whether bad lines are errors
 * @returns The records
 * @throws {TickertapeError} `JSON_LINE`: a line is not a JSON object; the message has its number
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const stream = new Blob(['{"Index":"HSI","Close":1.5}\n']).stream();
 * assertEquals(await Array.fromAsync(readJsonLines(stream)), [{ Index: "HSI", Close: 1.5 }]);
 * ```
 */
export async function* readJsonLines(
  stream: AsyncIterable<Uint8Array>,
  options: JsonLinesOptions = {},
): AsyncGenerator<JsonRecord> {
  for await (const lines of readLines(stream)) {
    for (const line of lines) {
      if (line.text?.trim() === "") {
        options.onSkipped?.("blank");
        continue;
      }
      const parsed = line.text === undefined ? line.fault ?? "" : recordOf(line.text);
      if (typeof parsed !== "string") yield parsed;
      else if (options.skipInvalid) options.onSkipped?.("invalid");
      else {
        throw new TickertapeError({
          code: "JSON_LINE",
          message: `Could not read ${options.name ?? "the input"}, line ${line.number}: ${parsed}`,
          remedy: 'Give one JSON object a line, such as {"Index":"HSI","Close":2568.3}\n' +
            "Or leave such lines out and count them: deno task produce --skip-invalid",
        });
      }
    }
  }
}

function recordOf(text: string): JsonRecord | string {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return `it is not JSON (${error instanceof Error ? error.message : error})`;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return "it is JSON, but not an object";
  }
  return Object.keys(value).length === 0 ? "the object has no fields" : value as JsonRecord;
}

/** Sixteen digits in a row may be a number past 2^53, or a part of some text. */
const MANY_DIGITS = /\d{16}/;

function parse(text: string): unknown {
  if (!MANY_DIGITS.test(text)) return JSON.parse(text);
  return parseExactly(
    text,
    (value, digits) => !Number.isSafeInteger(value) && /^-?\d+$/.test(digits),
  );
}
