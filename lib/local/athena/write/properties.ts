/**
 * Properties of CTAS and UNLOAD.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import type { Properties } from "../sql/statements.ts";
import type { WriteFormat } from "./objects.ts";

/** Properties that were read. */
export interface WriteProperties {
  format: WriteFormat;
  /** The format's name in DDL. */
  storedAs: "PARQUET" | "JSON" | "TEXTFILE";
  externalLocation?: string;
  partitionedBy: string[];
  /** Columns whose values tell the object a row goes to, and how many there are. */
  buckets?: { columns: string[]; count: number };
}

const KNOWN = [
  "format",
  "write_compression",
  "compression",
  "compression_level",
  "parquet_compression",
  "external_location",
  "partitioned_by",
  "bucketed_by",
  "bucket_count",
  "field_delimiter",
  "table_type",
  "is_external",
];

function text(value: Expression, name: string): string {
  if (value.kind === "string") return value.value;
  throw new QueryError(
    "INVALID_TABLE_PROPERTY",
    `The property ${name} takes text in single quotes`,
  );
}

/** Properties of UNLOAD, which makes no table. */
const OF_UNLOAD = [
  "format",
  "compression",
  "compression_level",
  "field_delimiter",
  "partitioned_by",
];

/**
 * Reads the properties of `WITH (…)`.
 *
 * @param properties What the statement says
 * @param defaultFormat Format where it says none; UNLOAD must say one
 * @returns The properties
 * @throws {QueryError} One is not known, or cannot be followed
 */
export function readProperties(
  properties: Properties,
  defaultFormat: string | undefined,
): WriteProperties {
  const get = (name: string) => {
    const found = properties.find((property) => property.name === name);
    return found && text(found.value, name);
  };
  const known = defaultFormat === undefined ? OF_UNLOAD : KNOWN;
  const kind = (get("table_type") ?? "HIVE").toUpperCase();
  if (kind !== "HIVE") throw notSupported(`the table_type ${kind}`);
  for (const { name } of properties) {
    if (!known.includes(name)) throw notSupported(`the property ${name}`);
  }
  const format = get("format") ?? defaultFormat;
  if (format === undefined) {
    throw new QueryError("INVALID_TABLE_PROPERTY", "UNLOAD needs the property format");
  }
  const name = format.toUpperCase();
  const storedAs = { PARQUET: "PARQUET", JSON: "JSON", TEXTFILE: "TEXTFILE" }[name];
  if (!storedAs) throw notSupported(`the format ${name}`);
  const compression =
    (get("write_compression") ?? get("parquet_compression") ?? get("compression") ?? "GZIP")
      .toLowerCase();
  if (!["none", "gzip", "snappy", "zstd"].includes(compression)) {
    throw notSupported(`the compression ${compression}`);
  }
  const level = levelOf(properties, compression);
  const delimiter = get("field_delimiter");
  if (delimiter !== undefined && [...delimiter].length !== 1) {
    throw new QueryError(
      "INVALID_TABLE_PROPERTY",
      `The property field_delimiter must be a single character: '${delimiter}'`,
    );
  }
  const buckets = bucketsOf(properties);
  const externalLocation = get("external_location");
  return {
    storedAs: storedAs as WriteProperties["storedAs"],
    format: {
      kind: storedAs === "PARQUET" ? "parquet" : storedAs === "JSON" ? "json" : "text",
      compression: compression as WriteFormat["compression"],
      ...(level === undefined ? {} : { level }),
      delimiter: delimiter ?? "\u0001",
    },
    ...(externalLocation === undefined ? {} : { externalLocation }),
    partitionedBy: namesOf(properties, "partitioned_by"),
    ...(buckets ? { buckets } : {}),
  };
}

/** The level of ZSTD's compression, which may stand in quotes. */
function levelOf(properties: Properties, compression: string): number | undefined {
  const value = properties.find(({ name }) => name === "compression_level")?.value;
  if (!value) return undefined;
  const level = value.kind === "integer" ? value.value : text(value, "compression_level");
  if (compression !== "zstd") throw notSupported(`compression_level of ${compression}`);
  if (/^\d+$/.test(level) && Number(level) >= 1 && Number(level) <= 22) return Number(level);
  throw new QueryError(
    "INVALID_TABLE_PROPERTY",
    `The property compression_level must be a whole number from 1 to 22: '${level}'`,
  );
}

function namesOf(properties: Properties, name: string): string[] {
  const value = properties.find((property) => property.name === name)?.value;
  return value?.kind === "array" ? value.items.map((item) => text(item, name).toLowerCase()) : [];
}

function bucketsOf(properties: Properties): WriteProperties["buckets"] {
  const columns = namesOf(properties, "bucketed_by");
  const given = properties.find((property) => property.name === "bucket_count")?.value;
  if (columns.length === 0 && !given) return undefined;
  if (columns.length === 0 || given?.kind !== "integer") {
    throw new QueryError(
      "INVALID_TABLE_PROPERTY",
      "Specifying both 'bucketed_by' and 'bucket_count' is required for bucketed table",
    );
  }
  const count = Number(given.value);
  if (count >= 1 && count <= 1_000_000) return { columns, count };
  throw new QueryError(
    "INVALID_TABLE_PROPERTY",
    `bucket_count must be greater than 0 and no more than 1000000: ${given.value}`,
  );
}
