/**
 * Scalars of text in the form of their types.
 * @module
 */
import { parseTimestamp } from "../../engine/times/times.ts";
import { QueryError } from "../../errors.ts";
import { hiveName } from "../../types/names.ts";
import type { Type } from "../../types/types.ts";
import { dayJson, decimalJson, doubleJson, timeJson, wholeJson } from "./scalars.ts";

/** Text that can be written as UTF-8: halves of a pair become what Java makes of them. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "?");
}

/** Text of a scalar as JSON of its type; nothing for what is no such value. */
export function scalarJson(text: string, type: Type): string | undefined {
  switch (type.kind) {
    case "varchar":
      return JSON.stringify(
        wellFormed(type.length === undefined ? text : [...text].slice(0, type.length).join("")),
      );
    case "char":
      return JSON.stringify(padded(text, type.length));
    case "boolean":
      return /^(true|false)$/i.test(text) ? text.toLowerCase() : undefined;
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
      return /^[+-]?\d+$/.test(text) ? wholeJson(text, type.kind) : undefined;
    case "real":
    case "double":
      return doubleJson(text);
    case "decimal":
      return decimalJson(text, type);
    case "date": {
      const parsed = /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? parseTimestamp(text, 0) : undefined;
      return parsed && dayJson(Number(parsed.micros / 86_400_000_000n));
    }
    case "timestamp": {
      const micros = timestampMicros(text);
      return micros === undefined ? undefined : timeJson(Number(micros / 1000n));
    }
    default:
      throw new QueryError(
        "NOT_SUPPORTED",
        `a column of type ${hiveName(type)} in text is not supported`,
      );
  }
}

/** A text of so many characters, cut or padded with spaces. */
function padded(text: string, length: number): string {
  const characters = [...text].slice(0, length);
  return characters.join("") + " ".repeat(length - characters.length);
}

function timestampMicros(text: string): bigint | undefined {
  if (/:\d+:\d/.test(text)) {
    const offset = /^(.*\d)\s*(?:[zZ]|([+-])(\d\d):?(\d\d))$/.exec(text);
    const local = parseTimestamp((offset?.[1] ?? text).replace("T", " "), 3);
    if (!local || local.zone !== undefined) return undefined;
    const minutes = BigInt(Number(offset?.[3] ?? 0) * 60 + Number(offset?.[4] ?? 0));
    return local.micros - (offset?.[2] === "-" ? -minutes : minutes) * 60_000_000n;
  }
  if (/^-?\d+$/.test(text)) return BigInt(text) * (text.length >= 13 ? 1000n : 1_000_000n);
  if (/^-?(\d+\.\d*|\.\d+)$/.test(text)) return BigInt(Math.trunc(Number(text) * 1000)) * 1000n;
  return undefined;
}
