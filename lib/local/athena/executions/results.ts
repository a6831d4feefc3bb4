/**
 * Result objects: CSV for SELECT, tab-separated text for all else.
 * @module
 */
import type { ColumnInfo, Row } from "@aws-sdk/client-athena";
import type { ObjectStore } from "../../types.ts";
import { athenaName } from "../types/names.ts";
import type { Type } from "../types/types.ts";
import { parseLocation } from "../tables/location.ts";
import { QueryError } from "../errors.ts";
import { type Execution, OFFSET_STEP } from "./model.ts";

const PRECISIONS: Record<string, [number, number]> = {
  varchar: [2147483647, 0],
  tinyint: [3, 0],
  smallint: [5, 0],
  integer: [10, 0],
  bigint: [19, 0],
  real: [17, 0],
  double: [17, 0],
  boolean: [0, 0],
  date: [0, 0],
  timestamp: [3, 0],
  "timestamp with time zone": [3, 0],
  varbinary: [1073741824, 0],
};

/** Names of the types that columns of statements which are no queries have; they have no length. */
export type PlainType = "string" | "varchar";

/** What a statement gives. */
export interface Outcome {
  columns: { name: string; type: Type | PlainType }[];
  /** Rows of a statement that is no SELECT. */
  rows: (string | null)[][];
  updateCount?: number;
  manifest?: string;
  /** What the engine calls a statement that wrote rows of a table. */
  updateType?: string;
  /** Whether the result is described although it has no columns. */
  described?: boolean;
}

/** A column as results describe it. */
export function columnInfo(name: string, type: Type | PlainType): ColumnInfo {
  if (typeof type === "string") return described(name, type, 0, 0, false);
  const [precision, scale] = type.kind === "decimal"
    ? [type.precision, type.scale]
    : (type.kind === "varchar" || type.kind === "char") && type.length !== undefined
    ? [type.length, 0]
    : PRECISIONS[type.kind] ?? [0, 0];
  return described(
    name,
    athenaName(type),
    precision,
    scale,
    type.kind === "varchar" || type.kind === "char",
  );
}

function described(
  name: string,
  type: string,
  precision: number,
  scale: number,
  caseSensitive: boolean,
): ColumnInfo {
  return {
    CatalogName: "hive",
    SchemaName: "",
    TableName: "",
    Name: name,
    Label: name,
    Type: type,
    Precision: precision,
    Scale: scale,
    Nullable: "UNKNOWN",
    CaseSensitive: caseSensitive,
  };
}

/** Collects rows as the bytes of a result object. */
export interface ResultWriter {
  /** Adds a row; NULL is null. */
  add(values: readonly (string | null)[]): void;
  finish(): { bytes: Uint8Array; rows: number; offsets: number[] };
}

/** Makes a writer of quoted CSV. */
export function csvWriter(names: readonly string[], maxBytes: number): ResultWriter {
  const quoted = (value: string | null) => value === null ? "" : `"${value.replaceAll('"', '""')}"`;
  const writer = lineWriter((values) => values.map(quoted).join(","), maxBytes);
  writer.add(names);
  return writer;
}

/** Makes a writer of lines, the last of which is not ended. */
export function textWriter(): ResultWriter {
  const writer = lineWriter((values) => values.map((value) => value ?? "").join("\t"));
  return {
    add: writer.add,
    finish() {
      const { bytes, ...rest } = writer.finish();
      return { bytes: bytes.subarray(0, Math.max(0, bytes.length - 1)), ...rest };
    },
  };
}

function lineWriter(
  line: (values: readonly (string | null)[]) => string,
  maxBytes = Infinity,
): ResultWriter {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const offsets: number[] = [];
  let buffer = "";
  let size = 0;
  let rows = 0;
  const flush = () => {
    const bytes = encoder.encode(buffer);
    chunks.push(bytes);
    size += bytes.length;
    buffer = "";
  };
  return {
    add(values) {
      if (rows % OFFSET_STEP === 0) {
        flush();
        offsets.push(size);
      }
      buffer += `${line(values)}\n`;
      rows++;
      if (size + buffer.length > maxBytes) {
        throw new QueryError(
          "EXCEEDED_LOCAL_MEMORY_LIMIT",
          `The result is larger than the ${maxBytes} bytes that the embedded engine keeps of one: ` +
            "take fewer rows with LIMIT, or write them with CREATE TABLE AS or UNLOAD",
        );
      }
    },
    finish() {
      flush();
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      return { bytes, rows, offsets };
    },
  };
}

/** Reads rows `from` (inclusive) to `to` (exclusive) of an execution's result object. */
export async function readRows(
  execution: Execution,
  store: ObjectStore,
  from: number,
  to: number,
): Promise<Row[]> {
  const { rows = 0, offsets = [] } = execution;
  const end = Math.min(to, rows);
  if (from >= end) return [];
  const location = execution.ResultConfiguration?.OutputLocation ?? "";
  const { bucket, prefix } = parseLocation(location);
  const key = prefix.replace(/\/$/, "");
  const first = Math.floor(from / OFFSET_STEP);
  const last = Math.ceil(end / OFFSET_STEP);
  const bytes = await store.read(bucket, key, {
    start: offsets[first] as number,
    end: offsets[last] ?? store.head(bucket, key)?.size ?? Number.MAX_SAFE_INTEGER,
  });
  const text = new TextDecoder().decode(bytes);
  const parsed = location.endsWith(".csv")
    ? parseCsv(text)
    : text.split("\n").map((line) => [line]);
  const skip = from - first * OFFSET_STEP;
  return parsed.slice(skip, skip + end - from).map((values) => ({
    Data: values.map((value) => value === null ? {} : { VarCharValue: value }),
  }));
}

/** Parses what `csvWriter` wrote: bare-empty is NULL. */
function parseCsv(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      let value = "";
      let from = at + 1;
      for (;;) {
        const end = text.indexOf('"', from);
        value += text.slice(from, end);
        if (text[end + 1] !== '"') {
          at = end + 1;
          break;
        }
        value += '"';
        from = end + 2;
      }
      row.push(value);
    } else row.push(null);
    if (text[at] === "\n") {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}
