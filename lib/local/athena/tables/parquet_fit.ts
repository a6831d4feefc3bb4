/**
 * Values of Parquet objects as the catalog's types, where Athena reads them so.
 * @module
 */
import { duckType, type Type } from "../types/types.ts";
import { roundTime } from "../values/convert_times.ts";
import { quote } from "../values/typed.ts";

const WIDER: Record<string, readonly string[]> = {
  BOOLEAN: ["boolean"],
  TINYINT: ["tinyint", "smallint", "integer", "bigint"],
  SMALLINT: ["smallint", "integer", "bigint"],
  INTEGER: ["integer", "bigint"],
  BIGINT: ["bigint"],
  UTINYINT: ["smallint", "integer", "bigint"],
  USMALLINT: ["integer", "bigint"],
  FLOAT: ["real", "double"],
  DOUBLE: ["double"],
  DATE: ["date"],
  BLOB: ["varbinary"],
};

const TIMES = ["TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP WITH TIME ZONE"];

/**
 * A value of a file's type as the catalog's type.
 *
 * @param sql The value
 * @param from DuckDB's type of it
 * @param type Type of the table's column
 * @returns SQL, or nothing where Athena has no such reading
 */
export function fit(sql: string, from: string, type: Type): string | undefined {
  if (WIDER[from]?.includes(type.kind)) return `CAST(${sql} AS ${duckType(type)})`;
  if (type.kind === "timestamp" && TIMES.includes(from)) {
    const local = from === "TIMESTAMP WITH TIME ZONE" ? `(${sql} AT TIME ZONE 'UTC')` : sql;
    return roundTime(`CAST(${local} AS TIMESTAMP)`, 6, type.precision);
  }
  if (type.kind === "char" && (from === "VARCHAR" || from === "BLOB")) {
    return `rpad(${from === "BLOB" ? `decode(${sql})` : sql}, ${type.length}, ' ')`;
  }
  if (type.kind === "varchar" && (from === "VARCHAR" || from === "BLOB")) {
    const text = from === "BLOB" ? `decode(${sql})` : sql;
    return type.length === undefined ? text : `left(${text}, ${type.length})`;
  }
  if (type.kind === "varbinary" && from === "VARCHAR") return `encode(${sql})`;
  if (from === "UINTEGER" || from === "UBIGINT") return signed(sql, from, type);
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(from);
  if (decimal) {
    return type.kind === "decimal" && Number(decimal[2]) <= type.scale &&
        Number(decimal[1]) - Number(decimal[2]) <= type.precision - type.scale
      ? `CAST(${sql} AS ${duckType(type)})`
      : undefined;
  }
  const list = /^(.*)\[\]$/s.exec(from);
  if (list && type.kind === "array") {
    const inner = fit("e", list[1] as string, type.element);
    return inner && `list_transform(${sql}, lambda e: ${inner})`;
  }
  const map = /^MAP\((.*)\)$/s.exec(from);
  if (map && type.kind === "map") {
    const [key, value] = splitTypes(map[1] as string);
    const k = fit("e.key", key ?? "", type.key);
    const v = fit("e.value", value ?? "", type.value);
    return k && v &&
      `map_from_entries(list_transform(map_entries(${sql}), lambda e: struct_pack(k := ${k}, v := ${v})))`;
  }
  const struct = /^STRUCT\((.*)\)$/s.exec(from);
  if (struct && type.kind === "row") {
    const fields = splitTypes(struct[1] as string).map((field) => {
      const found = /^("(?:[^"]|"")*"|\S+) (.*)$/s.exec(field) as RegExpExecArray;
      const name = (found[1] as string).replace(/^"|"$/g, "").replaceAll('""', '"');
      return { name, type: found[2] as string };
    });
    const parts = type.fields.map((field, i) => {
      const own = fields.find((candidate) => candidate.name.toLowerCase() === field.name);
      if (!own) return `_${i} := CAST(NULL AS ${duckType(field.type)})`;
      const inner = fit(`struct_extract(${sql}, ${quote(own.name)})`, own.type, field.type);
      return inner && `_${i} := ${inner}`;
    });
    if (parts.includes(undefined)) return undefined;
    return `CASE WHEN ${sql} IS NULL THEN NULL ELSE struct_pack(${parts.join(", ")}) END`;
  }
  return undefined;
}

/** A number without a sign as the engine takes it: its bits as those of one with a sign. */
function signed(sql: string, from: "UINTEGER" | "UBIGINT", type: Type): string | undefined {
  const bits = from === "UINTEGER" ? 32n : 64n;
  if (type.kind !== "bigint" && !(type.kind === "integer" && bits === 32n)) return undefined;
  return `CAST(CAST(${sql} AS HUGEINT) - CASE WHEN ${sql} >= ${2n ** (bits - 1n)} ` +
    `THEN ${2n ** bits} ELSE 0 END AS ${duckType(type)})`;
}

function splitTypes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = "";
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (!quoted && char === "(") depth++;
    if (!quoted && char === ")") depth--;
    if (!quoted && char === "," && depth === 0) {
      parts.push(part.trim());
      part = "";
    } else part += char;
  }
  return [...parts, part.trim()];
}
