/**
 * Lines of text as Hive's RegexSerDe reads them: the groups of an expression that takes the whole
 * line are the columns.
 * @module
 */
import { compile } from "../../engine/udfs/regexp.ts";
import type { Type } from "../../types/types.ts";
import type { Format } from "../format.ts";
import { scalarJson } from "./scalar_values.ts";
import { hiveScalar } from "./scalars.ts";

/**
 * Makes a reader of lines: gives the groups of each, none where a line is not taken.
 *
 * @param format The table's expression
 * @returns The reader
 * @throws {QueryError} The expression is none, or cannot be followed
 */
export function regexFields(
  { regex, ignoreCase }: Extract<Format, { kind: "regex" }>,
): (line: string) => (string | undefined)[] {
  const { source, flags } = compile(asciiSpaces(regex));
  const options = `${flags.replace(/[gs]/g, "")}s${ignoreCase ? "i" : ""}`;
  const whole = new RegExp(`^(?:${source})$`, [...new Set(options)].join(""));
  return (line) => whole.exec(line)?.slice(1) ?? [];
}

/** Java's `\s` is white space of ASCII alone. */
function asciiSpaces(regex: string): string {
  const spaces = String.raw` \t\n\x0b\f\r`;
  let inClass = false;
  return regex.replace(/\\[^]|[[\]]/g, (token) => {
    if (token === "[" || token === "]") inClass = token === "[";
    if (token === "\\s") return inClass ? spaces : `[${spaces}]`;
    return token === "\\S" && !inClass ? `[^${spaces}]` : token;
  });
}

/** A group as JSON of its column's type, nothing where the SerDe gives NULL. */
export function groupText(text: string, type: Type): string | undefined {
  switch (type.kind) {
    case "boolean":
      return String(text.toLowerCase() === "true");
    case "date":
    case "timestamp":
      return hiveScalar(text, type);
    default:
      return scalarJson(text, type);
  }
}
