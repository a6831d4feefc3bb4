/**
 * The texts of intervals, as Joda-Time, which the engine reads them with, takes them: a field has ten
 * digits at most and may have a sign of its own, and the text may end after any of its fields.
 * @module
 */

/** Fields of intervals, the greatest first. */
const FIELDS = ["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"];

/** What stands before a field that is not the first. */
const SEPARATORS: Record<string, string> = { MONTH: "-", HOUR: " ", MINUTE: ":", SECOND: ":" };

/** How many milliseconds, or months, a field is. */
const UNITS: Record<string, bigint> = {
  YEAR: 12n,
  MONTH: 1n,
  DAY: 86_400_000n,
  HOUR: 3_600_000n,
  MINUTE: 60_000n,
  SECOND: 1000n,
};

const MOST_DIGITS = 10;
const MOST = 2_147_483_647n;

/** Whether an interval that begins with a field is of months. */
export function isOfMonths(field: string): boolean {
  return FIELDS.indexOf(field) < 2;
}

/**
 * Reads the text of an interval.
 *
 * @param text The text, such as `2 03:04:05.678`
 * @param from Its first field
 * @param to Its last field
 * @returns Its months or its milliseconds; nothing where the text is none
 */
export function parsePeriod(text: string, from: string, to: string): bigint | undefined {
  const fields = FIELDS.slice(FIELDS.indexOf(from), FIELDS.indexOf(to) + 1);
  if (fields.length === 0 || isOfMonths(from) !== isOfMonths(to)) return undefined;
  const negative = text.startsWith("-");
  let rest = negative ? text.slice(1) : text;
  let sum = 0n;
  for (const [i, field] of fields.entries()) {
    if (rest === "") break;
    const separator = i === 0 ? "" : SEPARATORS[field] as string;
    if (!rest.startsWith(separator)) return undefined;
    rest = rest.slice(separator.length);
    const found = readField(rest, field);
    if (!found) return undefined;
    rest = rest.slice(found.length);
    sum += found.value;
  }
  const signed = negative ? -sum : sum;
  const fits = !isOfMonths(from) || BigInt.asIntN(32, signed) === signed;
  return rest === "" && fits ? signed : undefined;
}

/** Reads a field's number at the beginning of a text, of which it may take nothing where that ends. */
function readField(text: string, field: string): { value: bigint; length: number } | undefined {
  if (text === "") return { value: 0n, length: 0 };
  const pattern = field === "SECOND" ? /^(?:\+(?=\d))?(\d*)(?:[.,](\d*))?/ : /^(?:\+(?=\d))?(\d+)/;
  const [all = "", whole = "", fraction = ""] = pattern.exec(text) ?? [];
  const digits = whole.length + fraction.length;
  if (digits === 0 || digits > MOST_DIGITS || BigInt(whole) > MOST) return undefined;
  const millis = field === "SECOND" ? BigInt(fraction.padEnd(3, "0").slice(0, 3)) : 0n;
  return { value: BigInt(whole) * (UNITS[field] as bigint) + millis, length: all.length };
}
