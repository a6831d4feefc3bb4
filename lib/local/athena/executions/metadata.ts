/**
 * The object beside a result that describes it, `<result>.metadata`: a message of protocol buffers,
 * which Athena's JDBC driver reads instead of calling `GetQueryResults`.
 * @module
 */
import type { ColumnInfo } from "@aws-sdk/client-athena";

/** What is told of a result. */
export interface ResultDescription {
  /** Id of the execution, or the engine's own of the query. */
  id: string;
  /** What the engine calls a statement that wrote rows, such as `INSERT`. */
  updateType?: string;
  /** Rows that it wrote. */
  updateCount?: number;
  columns: readonly ColumnInfo[];
}

/** Types of whose columns it is told how long they are, and whether their case counts. */
const SIZED =
  /^(tinyint|smallint|integer|bigint|double|float|decimal|varchar|char|varbinary|timestamp.*|time.*)$/;
/** Types of whose columns only the latter is told. */
const UNSIZED = /^(boolean|date|interval .*)$/;

const UNKNOWN = 3;
const text = new TextEncoder();

/** Writes the description of a result. */
export function describeResult(result: ResultDescription): Uint8Array {
  return Uint8Array.from([
    ...string(1, result.id),
    ...(result.updateType === undefined ? [] : string(2, result.updateType)),
    ...(result.updateCount === undefined ? [] : integer(3, result.updateCount)),
    ...result.columns.flatMap((column) => message(4, columnFields(column))),
  ]);
}

function columnFields(column: ColumnInfo): number[] {
  const type = column.Type ?? "";
  // What the console's own statements give has no length: `varchar` with a precision of 0.
  const sized = SIZED.test(type) && column.Precision !== 0;
  return [
    ...string(1, column.CatalogName ?? ""),
    ...string(4, column.Name ?? ""),
    ...string(5, column.Label ?? ""),
    ...string(6, type),
    ...(sized ? integer(7, column.Precision ?? 0) : []),
    ...(sized || type === "date" ? integer(8, column.Scale ?? 0) : []),
    ...integer(9, UNKNOWN),
    ...(sized || UNSIZED.test(type) ? integer(10, column.CaseSensitive ? 1 : 0) : []),
  ];
}

function string(field: number, value: string): number[] {
  return message(field, [...text.encode(value)]);
}

function message(field: number, bytes: readonly number[]): number[] {
  return [field << 3 | 2, ...varint(bytes.length), ...bytes];
}

function integer(field: number, value: number): number[] {
  return [field << 3, ...varint(value)];
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push(rest % 0x80 + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}
