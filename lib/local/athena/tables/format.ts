/**
 * How the rows of a table are written: told by its SerDe.
 * @module
 */
import type { StorageDescriptor, Table } from "@aws-sdk/client-glue";
import { notSupported, QueryError } from "../errors.ts";

/** What a table's objects hold. */
export type Format =
  | {
    kind: "json";
    ignoreMalformed: boolean;
    mapping: Map<string, string>;
    paths?: string[];
    /** Hive's own SerDe, not OpenX's. */
    hive: boolean;
    /** Keys are told apart by case. */
    caseSensitive: boolean;
    /** A dot in a key stands for `_` in the column's name. */
    dotsInKeys: boolean;
    /** A value that is none of its column's type is NULL. */
    nullForInvalid: boolean;
    /** An object is a document of CloudTrail's, whose array `Records` holds the records. */
    cloudTrail: boolean;
  }
  | {
    kind: "delimited";
    delimiter: string;
    /** Of each depth inside a field; the first is the delimiter of fields. */
    separators: string[];
    escape?: string;
    nullText: string;
    /** The last column has all that is left of a line. */
    takesRest: boolean;
    skip: number;
  }
  | {
    kind: "csv";
    separator: string;
    quote: string;
    escape: string;
    nullForInvalid: boolean;
    skip: number;
  }
  | {
    kind: "regex";
    regex: string;
    ignoreCase: boolean;
    skip: number;
  }
  | {
    kind: "parquet";
    /** Columns by their place in the file, not by their name. */
    byIndex: boolean;
  };

/** JSON, a record a line. */
export type JsonFormat = Extract<Format, { kind: "json" }>;

const CLOUDTRAIL_INPUT = "com.amazon.emr.cloudtrail.CloudTrailInputFormat";

const INPUT_FORMATS = [
  "org.apache.hadoop.mapred.TextInputFormat",
  "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
  CLOUDTRAIL_INPUT,
];

/**
 * Refuses what an input format would make of a table's objects where it is not one of lines, of
 * Parquet or of CloudTrail.
 *
 * @throws {QueryError} The input format is not followed here
 */
export function requireInputFormat(name: string | undefined): void {
  if (name && !INPUT_FORMATS.includes(name)) throw notSupported(`The input format '${name}'`);
}

/** Reads the format from a storage descriptor. */
export function formatOf(storage: StorageDescriptor | undefined, table: Table): Format {
  const library = storage?.SerdeInfo?.SerializationLibrary ?? "";
  const serde = lowerKeys(storage?.SerdeInfo?.Parameters);
  const parameters = lowerKeys(table.Parameters);
  const skip = Number(parameters["skip.header.line.count"] ?? 0);
  const isSet = (name: string) =>
    (serde[name] ?? parameters[name])?.trim().toLowerCase() === "true";
  const nullForInvalid = isSet("use.null.for.invalid.data");
  refuseProperties(serde, parameters);
  const input = storage?.InputFormat;
  requireInputFormat(input);
  switch (library.split(".").at(-1)) {
    case "CloudTrailSerde":
    case "JsonSerDe": {
      const mapping = new Map<string, string>();
      for (const [key, value] of Object.entries(serde)) {
        if (key.startsWith("mapping.")) mapping.set(key.slice("mapping.".length), value);
      }
      return {
        kind: "json",
        ignoreMalformed: serde["ignore.malformed.json"]?.toLowerCase() === "true",
        nullForInvalid,
        mapping,
        ...(serde["paths"] ? { paths: serde["paths"].split(",") } : {}),
        hive: library.includes("hive"),
        cloudTrail: input === CLOUDTRAIL_INPUT,
        caseSensitive: serde["case.insensitive"]?.toLowerCase() === "false",
        dotsInKeys: serde["dots.in.keys"]?.toLowerCase() === "true",
      };
    }
    case "LazySimpleSerDe": {
      const delimiter = delimiterOf(serde["field.delim"] || serde["serialization.format"] || "1");
      return {
        kind: "delimited",
        delimiter,
        separators: [
          delimiter,
          delimiterOf(serde["collection.delim"] || serde["colelction.delim"] || "2"),
          delimiterOf(serde["mapkey.delim"] || "3"),
          ..."\x04\x05\x06\x07\x08",
        ],
        ...(serde["escape.delim"] ? { escape: delimiterOf(serde["escape.delim"]) } : {}),
        takesRest: isSet("serialization.last.column.takes.rest"),
        nullText: serde["serialization.null.format"] ?? "\\N",
        skip,
      };
    }
    case "OpenCSVSerde":
      return {
        kind: "csv",
        separator: serde["separatorchar"] ?? ",",
        quote: serde["quotechar"] ?? '"',
        escape: serde["escapechar"] ?? "\\",
        nullForInvalid,
        skip,
      };
    case "RegexSerDe":
      return {
        kind: "regex",
        regex: serde["input.regex"] ?? noRegex(),
        ignoreCase: serde["input.regex.case.insensitive"]?.toLowerCase() === "true",
        skip,
      };
    case "ParquetHiveSerDe":
      return { kind: "parquet", byIndex: isSet("parquet.column.index.access") };
    default:
      throw new QueryError(
        "HIVE_UNSUPPORTED_FORMAT",
        `Unable to create input format: SerDe '${library}' of table ${table.Name} is not supported`,
      );
  }
}

function noRegex(): never {
  throw new QueryError(
    "HIVE_CURSOR_ERROR",
    'This table does not have serde property "input.regex"!',
  );
}

/** Properties that change what a table shows, and are not followed here. */
function refuseProperties(
  serde: Record<string, string>,
  parameters: Record<string, string>,
): void {
  const given = (name: string) => serde[name] ?? parameters[name];
  const lake = given("table_type")?.toUpperCase();
  if (lake && ["ICEBERG", "DELTA", "HUDI"].includes(lake)) throw notSupported(`a table of ${lake}`);
  const encoding = given("serialization.encoding");
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
    throw notSupported(`the property serialization.encoding = ${encoding}`);
  }
  const footer = given("skip.footer.line.count");
  if (footer !== undefined && footer !== "0") throw notSupported("skip.footer.line.count");
  if (given("timestamp.formats")) throw notSupported("the property timestamp.formats");
}

/** Hive takes a delimiter's first character, or the number of one. */
function delimiterOf(text: string): string {
  const code = /^\d+$/.test(text) ? Number(text) : NaN;
  const char = code <= 127 ? String.fromCharCode(code) : text.slice(0, 1);
  if (char <= "\x7f") return char;
  throw notSupported(`the delimiter '${text}', which is no character of ASCII,`);
}

function lowerKeys(parameters: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
  );
}

/**
 * Bytes of a record that DuckDB's reader takes at least. Each of its threads holds buffers of twice as
 * many for each table of a query, however few bytes there are to read.
 */
export const READER_RECORD_BYTES = 16 * 1024 * 1024;

/** The key in the records that a column is read from, where all objects write it one way. */
export function keyOf(column: string, format: JsonFormat): string {
  const mapped = format.mapping.get(column);
  if (mapped !== undefined) return mapped;
  return format.paths?.find((path) => path.toLowerCase() === column) ?? column;
}

/** What tells keys apart, and what columns and fields are named by. */
export function keysOf({ caseSensitive, dotsInKeys }: JsonFormat): (key: string) => string {
  return (key) => {
    const name = dotsInKeys ? key.replaceAll(".", "_") : key;
    return caseSensitive ? name : name.toLowerCase();
  };
}
