/**
 * JSON: values are kept as text in the engine's canonical form.
 * @module
 */
import { doubleText, scientificText } from "../../types/numbers.ts";
import { type JsonValue, parseJson, RepeatedKey, writeJson } from "../text/json_text.ts";
import { badArgument, badCast, udf, type Udfs } from "../udf.ts";

function parsed(text: string): JsonValue | undefined {
  try {
    return parseJson(text, "exact");
  } catch (error) {
    if (error instanceof RepeatedKey) {
      throw new Error(`NOT_SUPPORTED: JSON with the key '${error.message}' twice is not supported`);
    }
    return undefined;
  }
}

const paths = new Map<string, (string | number)[] | undefined>();

/** Splits `$.a[0]["b"]` in its steps. */
function pathSteps(path: string): (string | number)[] {
  const known = paths.get(path);
  if (known) return known;
  const wrong = (): never => badArgument(`Invalid JSON path: '${path}'`);
  if (!path.startsWith("$")) return wrong();
  const steps: (string | number)[] = [];
  const step = /\.([^.[\]"'*?()@ ]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\['([^']*)'\]/y;
  let at = 1;
  while (at < path.length) {
    step.lastIndex = at;
    const found = step.exec(path);
    if (!found) return wrong();
    at = step.lastIndex;
    if (found[2] !== undefined) steps.push(Number(found[2]));
    else steps.push(found[1] ?? found[3]?.replace(/\\(.)/g, "$1") ?? found[4] as string);
  }
  if (paths.size > 1000) paths.clear();
  paths.set(path, steps);
  return steps;
}

function walk(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let at: JsonValue | undefined = value;
  for (const step of pathSteps(path)) {
    if (at === undefined) return undefined;
    if (Array.isArray(at)) {
      const index: number = typeof step === "number"
        ? step
        : /^\d+$/.test(step)
        ? Number(step)
        : -1;
      at = at[index];
    } else if (at instanceof Map) at = at.get(String(step));
    else return undefined;
  }
  return at;
}

function extract(text: string, path: string): string | null {
  const steps = pathSteps(path);
  const value = parsed(text);
  if (value === undefined || !steps) return null;
  const found = walk(value, path);
  return found === undefined ? null : writeJson(found);
}

function extractScalar(text: string, path: string): string | null {
  pathSteps(path);
  const value = parsed(text);
  const found = value === undefined ? undefined : walk(value, path);
  if (found === undefined || found === null || Array.isArray(found) || found instanceof Map) {
    return null;
  }
  if (typeof found === "object") return found.number;
  return String(found);
}

function arrayOf(text: string): JsonValue[] | undefined {
  const value = parsed(text);
  return Array.isArray(value) ? value : undefined;
}

/** An element of an array: of texts and numbers what stands there, be it JSON or not. */
function arrayGet(text: string, index: bigint): string | null {
  if (!/^\s*\[/.test(text)) return null;
  const list = arrayOf(text);
  if (!list) {
    throw new Error("NOT_SUPPORTED: json_array_get of text that is no JSON is not supported");
  }
  const item = list[Number(index < 0n ? BigInt(list.length) + index : index)] ?? null;
  if (item === null) return null;
  if (Array.isArray(item) || item instanceof Map) return writeJson(item, false);
  return typeof item === "object" ? item.number : String(item);
}

function arrayContains(text: string, wanted: string, type: string): boolean | null {
  // What is no number of a document's is in none.
  if (type === "double" && !Number.isFinite(Number(wanted))) return false;
  const list = arrayOf(text);
  if (!list) return null;
  return list.some((item) => {
    if (type === "varchar") return item === wanted;
    if (type === "boolean") return typeof item === "boolean" && String(item) === wanted;
    if (typeof item !== "object" || item === null || Array.isArray(item) || item instanceof Map) {
      return false;
    }
    const integral = /^-?\d+$/.test(item.number);
    return type === "bigint"
      ? integral && BigInt(item.number) === BigInt(wanted)
      : !integral && Number(item.number) === Number(wanted);
  });
}

function size(text: string, path: string): bigint | null {
  const value = parsed(text);
  const found = walk(value, path);
  if (found === undefined) return null;
  if (Array.isArray(found)) return BigInt(found.length);
  return found instanceof Map ? BigInt(found.size) : 0n;
}

type Structure = string | { decimal: [number, number] } | { array: Structure } | {
  map: [Structure, Structure];
} | { row: [string, Structure][] };

const RANGES: Record<string, [bigint, bigint]> = {
  tinyint: [-128n, 127n],
  smallint: [-32768n, 32767n],
  integer: [-2147483648n, 2147483647n],
  bigint: [-9223372036854775808n, 9223372036854775807n],
};

function scalarText(value: JsonValue): string {
  if (typeof value === "object" && value !== null && "number" in value) return value.number;
  return String(value);
}

function castScalar(value: JsonValue, type: string): string | number | boolean | bigint {
  const wrong = (): never =>
    badCast(
      typeof value === "string"
        ? `Cannot cast '${value}' to ${type === "integer" ? "INT" : type.toUpperCase()}`
        : `Cannot cast '${writeJson(value)}' to ${type}`,
    );
  if (Array.isArray(value) || value instanceof Map || value === null) return wrong();
  const text = scalarText(value);
  const isNumber = typeof value === "object";
  switch (type) {
    case "varchar":
      return isNumber
        ? (/^-?\d+$/.test(text) ? text : scientificText(doubleText(Number(text))))
        : text;
    case "boolean":
      if (typeof value === "boolean") return value;
      if (isNumber) return Number(text) !== 0;
      if (/^(true|t|1)$/i.test(text)) return true;
      return /^(false|f|0)$/i.test(text) ? false : wrong();
    case "double":
    case "real": {
      if (typeof value === "boolean") return value ? 1 : 0;
      if (
        !isNumber &&
        !/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$|^[+-]?(NaN|Infinity)$/.test(text)
      ) return wrong();
      const number = Number(text);
      return type === "real" ? Math.fround(number) : number;
    }
    default: {
      const range = RANGES[type] as [bigint, bigint];
      if (typeof value === "boolean") return value ? 1n : 0n;
      let integer: bigint;
      if (/^[+-]?\d+$/.test(text)) integer = BigInt(text.replace(/^\+/, ""));
      else if (isNumber) {
        integer = BigInt(Math.round(Math.abs(Number(text)))) * (Number(text) < 0 ? -1n : 1n);
      } else return wrong();
      return integer >= range[0] && integer <= range[1] ? integer : wrong();
    }
  }
}

/** JSON text of a value cast to a structure, in the names DuckDB's structs have. */
function castText(value: JsonValue, structure: Structure): string {
  if (structure === "json") return JSON.stringify(writeJson(value));
  if (value === null) return "null";
  if (typeof structure === "string") {
    const result = castScalar(value, structure);
    return typeof result === "bigint" || (typeof result === "number" && Number.isFinite(result))
      ? String(result)
      : JSON.stringify(typeof result === "number" ? doubleText(result) : result);
  }
  if ("decimal" in structure) {
    if (typeof value !== "object" || Array.isArray(value) || value instanceof Map) {
      throw new Error("NOT_SUPPORTED: a cast of this JSON value to decimal is not supported");
    }
    return value.number;
  }
  if ("array" in structure) {
    if (!Array.isArray(value)) return badCast("Cannot cast to array(…)");
    return `[${value.map((item) => castText(item, structure.array)).join(",")}]`;
  }
  if ("map" in structure) {
    if (!(value instanceof Map)) return badCast("Cannot cast to map(…)");
    return `{${
      [...value].map(([key, item]) =>
        `${JSON.stringify(String(castScalar(key, structure.map[0] as string)))}:${
          castText(item, structure.map[1])
        }`
      ).join(",")
    }}`;
  }
  if (Array.isArray(value)) {
    if (value.length !== structure.row.length) return badCast("Cannot cast to row(…)");
    return `{${
      structure.row.map(([, type], i) => `"_${i}":${castText(value[i] as JsonValue, type)}`).join(
        ",",
      )
    }}`;
  }
  if (!(value instanceof Map)) return badCast("Cannot cast to row(…)");
  const lower = new Map([...value].map(([key, item]) => [key.toLowerCase(), item]));
  return `{${
    structure.row.map(([name, type], i) => `"_${i}":${castText(lower.get(name) ?? null, type)}`)
      .join(",")
  }}`;
}

function jsonCast(text: string, spec: string): string | null {
  const structure = JSON.parse(spec) as Structure;
  const value = parseJson(text);
  if (value === null) return null;
  if (typeof structure === "string") {
    const result = castScalar(value, structure);
    return typeof result === "number" ? doubleText(result) : String(result);
  }
  return castText(value, structure);
}

export const JSON_UDFS: Udfs = {
  t_json_parse: udf("s", "s", (text: string) => {
    const value = parsed(text);
    return value === undefined
      ? badArgument(`Cannot convert value to JSON: '${text}'`)
      : writeJson(value);
  }),
  t_json_extract: udf("ss", "s", extract),
  t_json_extract_scalar: udf("ss", "s", extractScalar),
  t_json_array_length: udf("s", "i", (text: string) => {
    const list = arrayOf(text);
    return list ? BigInt(list.length) : null;
  }),
  t_json_array_get: udf("si", "s", arrayGet),
  t_json_array_contains: udf("sss", "b", arrayContains),
  t_json_size: udf("ss", "i", size),
  t_is_json_scalar: udf("s", "b", (text: string) => {
    const value = parsed(text);
    if (value === undefined) return badArgument(`Invalid JSON value: ${text}`);
    return !Array.isArray(value) && !(value instanceof Map);
  }),
  t_json_to_varchar: udf("s", "s", (text: string) => {
    const value = parseJson(text);
    return value === null ? null : String(castScalar(value, "varchar"));
  }),
  t_json_cast: udf("ss", "s", jsonCast),
};
