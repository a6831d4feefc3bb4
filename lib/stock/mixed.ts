/**
 * Columns that hold both numbers and text, such as `n/a` among volumes. A table has one type for a
 * column: a crawler makes it text, and from then on no query can compute with it.
 * @module
 */
import type { StockValue } from "./value.ts";

/** A column of both kinds. */
export interface MixedColumn {
  column: string;
  /** Line of the first value that is not of the kind before it. */
  line: number;
  /** That value. */
  value: StockValue;
}

type Kind = "number" | "string";

/** What is known of each column, by its place. */
export class MixedColumns {
  readonly #first: (Kind | undefined)[] = [];
  readonly #other: ({ line: number; value: StockValue } | undefined)[] = [];

  /**
   * Takes note of a value; an empty one is of no kind.
   *
   * @param column Place of its column
   * @param value The value
   * @param line Line of its row
   */
  see(column: number, value: StockValue, line: number): void {
    if (value === null) return;
    const kind = typeof value as Kind;
    const first = this.#first[column] ??= kind;
    if (first !== kind) this.#other[column] ??= { line, value };
  }

  /**
   * Tells which columns hold both.
   *
   * @param columns Names of the columns
   * @returns Those columns
   */
  of(columns: readonly string[]): MixedColumn[] {
    return columns.flatMap((column, place) => {
      const other = this.#other[place];
      return other === undefined ? [] : [{ column, ...other }];
    });
  }
}
