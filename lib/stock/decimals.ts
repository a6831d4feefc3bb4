/**
 * Columns of decimals that hold whole numbers alone, such as the volumes of market data: `0.0`.
 *
 * A double does not remember its decimal point, and JSON without one is a whole number to whoever
 * infers a schema: a crawler that looks at an object's beginning takes a column of small ones for
 * `int`, and the first volume past 2^31 cannot be read.
 * @module
 */

/** What is known of each column, by its place. */
export class DecimalColumns {
  readonly #pointed: boolean[] = [];
  readonly #fractional: boolean[] = [];

  /**
   * Takes note of a number.
   *
   * @param column Place of its column
   * @param value The number
   * @param text The number as the file writes it
   */
  see(column: number, value: number, text: string): void {
    if (this.#fractional[column]) return;
    if (!Number.isInteger(value)) this.#fractional[column] = true;
    else if (!this.#pointed[column]) this.#pointed[column] = text.includes(".");
  }

  /**
   * Tells which columns have whole numbers alone, of which some are written with a decimal point.
   *
   * @param columns Names of the columns
   * @returns Those columns
   */
  of(columns: readonly string[]): string[] {
    return columns.filter((_, place) => this.#pointed[place] && !this.#fractional[place]);
  }
}
