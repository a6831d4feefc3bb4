/**
 * Gives DuckDB the functions that are written here.
 * @module
 */
import type * as DuckDB from "@duckdb/node-api";
import { type Aggregate, overFrames, overGroup, type Rows } from "./aggregate.ts";
import type { Udf, UdfResult, UdfType } from "./udf.ts";

/** What the letters of types stand for. */
function typesOf(duckdb: typeof DuckDB): Record<UdfType, DuckDB.DuckDBType> {
  return {
    s: duckdb.VARCHAR,
    i: duckdb.BIGINT,
    d: duckdb.DOUBLE,
    b: duckdb.BOOLEAN,
    x: duckdb.BLOB,
    l: duckdb.LIST(duckdb.DOUBLE),
    q: duckdb.LIST(duckdb.BIGINT),
    t: duckdb.LIST(duckdb.VARCHAR),
  };
}

/** Registers a function of values. */
export function registerFunction(
  duckdb: typeof DuckDB,
  connection: DuckDB.DuckDBConnection,
  name: string,
  { args, returns, call }: Udf,
  volatile = false,
): void {
  const types = typesOf(duckdb);
  connection.registerScalarFunction(duckdb.DuckDBScalarFunction.create({
    name,
    parameterTypes: [...args].map((letter) => types[letter as UdfType]),
    returnType: types[returns],
    volatile,
    mainFunction: (_info, input, output) => {
      const vectors = Array.from({ length: args.length }, (_, i) => input.getColumnVector(i));
      const count = input.rowCount;
      const values = new Array<unknown>(args.length);
      for (let row = 0; row < count; row++) {
        let missing = false;
        for (let i = 0; i < values.length; i++) {
          const value = (vectors[i] as DuckDB.DuckDBVector).getItem(row);
          if (value === null) missing = true;
          values[i] = value;
        }
        output.setItem(row, itemOf(duckdb, missing ? null : call(...values)) as never);
      }
      output.flush();
    },
  }));
}

/**
 * Registers an aggregate's two functions. The one over a group takes a list of rows, structs of `v0`,
 * `v1` …; the one over frames has `since` and `upto` before these: how many of the partition's rows
 * there are from the frame's first row on, and up to its last.
 */
export function registerAggregate(
  duckdb: typeof DuckDB,
  connection: DuckDB.DuckDBConnection,
  name: string,
  aggregate: Aggregate,
): void {
  const types = typesOf(duckdb);
  const values = Object.fromEntries(
    [...aggregate.row].map((letter, i) => [`v${i}`, types[letter as UdfType]]),
  );
  const bounds = { since: duckdb.INTEGER, upto: duckdb.INTEGER };
  const returns = types[aggregate.returns];
  const ofLists = (
    suffix: string,
    row: Record<string, DuckDB.DuckDBType>,
    returnType: DuckDB.DuckDBType,
    told: (columns: DuckDB.DuckDBVector[], count: number) => unknown,
  ) =>
    connection.registerScalarFunction(duckdb.DuckDBScalarFunction.create({
      name: name + suffix,
      parameterTypes: [duckdb.LIST(duckdb.STRUCT(row))],
      returnType,
      mainFunction: (_info, input, output) => {
        const lists = input.getColumnVector(0) as DuckDB.DuckDBListVector;
        for (let i = 0; i < input.rowCount; i++) {
          const rows = lists.getItemVector(i) as DuckDB.DuckDBStructVector | null;
          const columns = rows && Object.keys(row).map((_, place) => rows.entryVectorAt(place));
          output.setItem(i, columns && told(columns, rows.itemCount) as never);
        }
        output.flush();
      },
    }));
  ofLists(
    "",
    values,
    returns,
    (columns, count) => itemOf(duckdb, overGroup(aggregate, rowsOf(columns, count))),
  );
  ofLists("_frames", { ...bounds, ...values }, duckdb.LIST(returns), (columns, count) => {
    const [since, upto, ...others] = columns as DuckDB.DuckDBIntegerVector[];
    const told = overFrames(aggregate, rowsOf(others, count), (place) => ({
      first: count - (since?.getItem(place) as number),
      last: (upto?.getItem(place) as number) - 1,
    }));
    return new duckdb.DuckDBListValue(told.map((value) => itemOf(duckdb, value) as never));
  });
}

/** The rows of a list, whose values DuckDB keeps column by column. */
function rowsOf(columns: readonly DuckDB.DuckDBVector[], count: number): Rows {
  return {
    count,
    at: (place) => {
      const values = new Array<unknown>(columns.length);
      for (let i = 0; i < values.length; i++) {
        const value = (columns[i] as DuckDB.DuckDBVector).getItem(place);
        if (value === null) return undefined;
        values[i] = value;
      }
      return values;
    },
  };
}

function itemOf(duckdb: typeof DuckDB, value: UdfResult): unknown {
  if (value instanceof Uint8Array) return new duckdb.DuckDBBlobValue(value);
  return Array.isArray(value) ? new duckdb.DuckDBListValue(value) : value;
}
