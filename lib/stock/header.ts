/**
 * The header of a CSV: what its columns are called.
 * @module
 */
import { TickertapeError } from "../errors.ts";
import { parseValue } from "./value.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/;

/**
 * Reads the names of the columns.
 *
 * @param fields Fields of the first row
 * @param place File and line, for the error
 * @returns Names, without white space around them
 * @throws {TickertapeError} `CSV_HEADER`: a name is missing or there twice (in whatever case, as
 * Athena's tables know none), or the row is data
 */
export function readHeader(fields: readonly string[], place: string): string[] {
  const names = fields.map((field) => field.trim());
  const fail = (why: string, remedy: string) => {
    throw new TickertapeError({
      code: "CSV_HEADER",
      message: `Could not read ${place}: ${why}`,
      remedy,
    });
  };
  if (names.some((name) => name.includes("\r"))) {
    fail("its lines end in carriage returns alone", "Save the file with line feeds (LF or CRLF).");
  }
  const data = names.find((name) => DATE.test(name) || isDecimal(name)) ??
    (names.every((name) => typeof parseValue(name) !== "string") ? names[0] : undefined);
  if (data !== undefined) {
    fail(
      `the header is missing: '${data}' is a value, not a column's name`,
      "Put a line with the columns' names before the data, such as Index,Date,Open,Close.",
    );
  }
  const unnamed = names.indexOf("");
  if (unnamed >= 0) {
    fail(
      `column ${unnamed + 1} has no name`,
      "Name it, or take the column out (pandas: to_csv(…, index=False)).",
    );
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) fail(`the column '${twice}' is there twice`, "Rename one of the two.");
  const alike = names.find((name, index) =>
    names.some((other, at) => at < index && other.toLowerCase() === name.toLowerCase())
  );
  if (alike !== undefined) {
    fail(
      `the column '${alike}' is there twice, in lower and upper case, which tables do not tell apart`,
      "Rename one of the two.",
    );
  }
  if (names.includes("__proto__")) {
    fail("'__proto__' cannot be a column's name", "Rename the column.");
  }
  return names;
}

function isDecimal(text: string): boolean {
  return text.includes(".") && typeof parseValue(text) === "number";
}
