/**
 * How the rows of a table are written: told by its SerDe.
 * @module
 */
import type { StorageDescriptor, Table } from "@aws-sdk/client-glue";
import { QueryError } from "../errors.ts";

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
  }
  | { kind: "delimited"; delimiter: string; escape?: string; nullText: string; skip: number }
  | { kind: "csv"; separator: string; quote: string; escape: string; skip: number }
  | { kind: "parquet" };

/** Reads the format from a storage descriptor. */
export function formatOf(storage: StorageDescriptor | undefined, table: Table): Format {
  const library = storage?.SerdeInfo?.SerializationLibrary ?? "";
  const serde = lowerKeys(storage?.SerdeInfo?.Parameters);
  const parameters = lowerKeys(table.Parameters);
  const skip = Number(parameters["skip.header.line.count"] ?? 0);
  switch (library.split(".").at(-1)) {
    case "JsonSerDe": {
      const mapping = new Map<string, string>();
      for (const [key, value] of Object.entries(serde)) {
        if (key.startsWith("mapping.")) mapping.set(key.slice("mapping.".length), value);
      }
      return {
        kind: "json",
        ignoreMalformed: serde["ignore.malformed.json"]?.toLowerCase() === "true",
        mapping,
        ...(serde["paths"] ? { paths: serde["paths"].split(",") } : {}),
        hive: library.includes("hive"),
        caseSensitive: serde["case.insensitive"]?.toLowerCase() === "false",
        dotsInKeys: serde["dots.in.keys"]?.toLowerCase() === "true",
      };
    }
    case "LazySimpleSerDe":
      return {
        kind: "delimited",
        delimiter: delimiterOf(serde["field.delim"] ?? serde["serialization.format"] ?? "1"),
        ...(serde["escape.delim"] ? { escape: serde["escape.delim"] } : {}),
        nullText: serde["serialization.null.format"] ?? "\\N",
        skip,
      };
    case "OpenCSVSerde":
      return {
        kind: "csv",
        separator: serde["separatorchar"] ?? ",",
        quote: serde["quotechar"] ?? '"',
        escape: serde["escapechar"] ?? "\\",
        skip,
      };
    case "ParquetHiveSerDe":
      return { kind: "parquet" };
    default:
      throw new QueryError(
        "HIVE_UNSUPPORTED_FORMAT",
        `Unable to create input format: SerDe '${library}' of table ${table.Name} is not supported`,
      );
  }
}

/** Hive writes a delimiter as itself, or as the number of its character. */
function delimiterOf(text: string): string {
  return /^\d+$/.test(text) && text.length <= 3 ? String.fromCharCode(Number(text)) : text;
}

function lowerKeys(parameters: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
  );
}
