/**
 * Parquet objects: the records' columns with types.
 *
 * A column has the same type in every object, whatever values an object happens to hold, for a table
 * can have one alone: a number is a `double` always, so that a price of 100 is no integer. Text and
 * truth values are what they are. What is nested, or of several kinds, is its JSON text. A column
 * that is null throughout an object is left out of it, which reads as null.
 * @module
 */
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { Buffer } from "node:buffer";
import { parseExactly } from "../../exact_json.ts";
import { linesOf, type Range } from "../ranges/range.ts";
import { offsetAt } from "../rows/encode_batch.ts";
import { ADDED_COLUMNS } from "../rows/json_scanner.ts";

type Kind = "BOOLEAN" | "DOUBLE" | "STRING" | "JSON";

interface Column {
  name: string;
  kind: Kind | undefined;
  values: unknown[];
}

/**
 * Gives the bytes of a range as Parquet.
 *
 * @param range Records; dead letters between them are left out
 * @returns The file's bytes
 */
export function parquetBytes(range: Range): Uint8Array {
  const columns = new Map<string, Column>();
  let row = 0;
  for (const lines of linesOf(range)) {
    for (const line of Buffer.from(lines).toString().split("\n")) {
      if (line === "") continue;
      for (const [name, value] of Object.entries(parseRow(line))) {
        if (ADDED_COLUMNS.includes(name) || value === null) continue;
        // Tables have one column of a name, capitals apart: the first spelling is kept.
        const folded = name.toLowerCase();
        let column = columns.get(folded);
        if (column === undefined) {
          columns.set(folded, column = { name, kind: undefined, values: [] });
        }
        const kind = kindOf(value);
        column.kind = column.kind === undefined || column.kind === kind ? kind : "JSON";
        column.values[row] = value;
      }
      row++;
    }
  }
  const columnData = [...columns.values()].map((column) => columnSource(column, row));
  return new Uint8Array(
    parquetWriteBuffer({ columnData: [...columnData, ...addedColumns(range)] }),
  );
}

/** A number inside something nested is kept as it was written. */
function parseRow(line: string): Record<string, unknown> {
  const nested = line.indexOf("{", 1) > 0 || line.includes("[");
  if (!nested) return JSON.parse(line);
  const row: Record<string, unknown> = JSON.parse(line);
  const exact = parseExactly(line) as Record<string, unknown>;
  for (const [name, value] of Object.entries(row)) {
    if (kindOf(value) === "JSON" && value !== null) row[name] = exact[name];
  }
  return row;
}

function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case "boolean":
      return "BOOLEAN";
    case "number":
      return "DOUBLE";
    case "string":
      return "STRING";
    default:
      return "JSON";
  }
}

function columnSource({ name, kind, values }: Column, rows: number): ColumnSource {
  const data = Array.from({ length: rows }, (_, row) => {
    const value = values[row];
    if (value === undefined) return null;
    return kind === "JSON" && typeof value !== "string" ? JSON.stringify(value) : value;
  });
  return { name, data, type: kind === "JSON" ? "STRING" : kind, nullable: true };
}

function addedColumns(range: Range): ColumnSource[] {
  const offsets: bigint[] = [];
  const timestamps: bigint[] = [];
  for (const { batch, from, to } of range.slices) {
    for (let i = from; i < to; i++) {
      if (batch.dead.has(i)) continue;
      offsets.push(offsetAt(batch, i));
      timestamps.push(BigInt(batch.timestamps[i]!));
    }
  }
  const partition = range.slices[0]!.batch.partition;
  return [
    { name: "kafka_partition", data: offsets.map(() => partition), type: "INT32", nullable: false },
    { name: "kafka_offset", data: offsets, type: "INT64", nullable: false },
    { name: "kafka_timestamp", data: timestamps, type: "INT64", nullable: false },
  ];
}
