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
  throw new QueryError("INVALID_TABLE_PROPERTY", `The property ${name} is not a string`);
}

/** Properties of UNLOAD, which makes no table. */
const OF_UNLOAD = ["format", "compression", "field_delimiter", "partitioned_by"];

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
  for (const { name } of properties) {
    if (!known.includes(name)) throw notSupported(`the property ${name}`);
  }
  if ((get("table_type") ?? "HIVE").toUpperCase() !== "HIVE") {
    throw notSupported("a table_type other than HIVE");
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
      delimiter: delimiter ?? "\u0001",
    },
    ...(externalLocation === undefined ? {} : { externalLocation }),
    partitionedBy: namesOf(properties, "partitioned_by"),
    ...(buckets ? { buckets } : {}),
  };
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
