/**
 * Tables of what expressions take of matches, for the engine to compute the expressions of.
 *
 * A row of such a table asks for the value of an expression: `id` tells it from others, and there are
 * `match_no`, the number of the match, and `row_no`, the row that is shown. `p0`, `p1` … are the rows that
 * the expression takes values of, and `k0`, `k1` … rows' labels; NULL where there is none. `s0`, `s1` …
 * are the sets that it aggregates, and `c0`, `c1` … how many of their first rows. Tables beside have the
 * rows of sets: `id` is the set, `place_no` a row's place in it, from one on.
 * @module
 */
import type * as DuckDB from "@duckdb/node-api";
import type { Needs } from "./model.ts";

/** Where what is asked is written. */
export interface Target {
  duckdb: typeof DuckDB;
  connection: DuckDB.DuckDBConnection;
}

/** A row of a match in a set that is aggregated. */
export interface SetRow {
  row: number;
  label: number;
}

/** The first rows of a set that are aggregated; the set is the same where several questions have it. */
export interface AskedSet {
  size: number;
  of: readonly SetRow[];
}

/** One question. */
export interface Asked {
  /** The match; nothing where the row is in none. */
  number: number | undefined;
  /** The row that is shown. */
  shown?: number;
  rows: readonly (number | undefined)[];
  labels: readonly (number | undefined)[];
  sets: readonly AskedSet[];
}

const SET_COLUMNS = ["id", "place_no", "row_no", "label_no", "match_no"];

type Cells = readonly (number | undefined)[];

/** Writes questions into tables, of which the first has the name that is given. */
export async function writeAsked(
  target: Target,
  name: string,
  needs: Needs,
  asked: readonly Asked[],
): Promise<void> {
  const columns = [
    "id",
    "match_no",
    "row_no",
    ...needs.rows.map((_, i) => `p${i}`),
    ...needs.labels.map((_, i) => `k${i}`),
    ...needs.sets.flatMap((_, i) => [`s${i}`, `c${i}`]),
  ];
  const sets = needs.sets.map(() => new Map<readonly SetRow[], number>());
  const rows = asked.map((one, id): Cells => [
    id,
    one.number,
    one.shown,
    ...one.rows,
    ...one.labels,
    ...one.sets.flatMap(({ of, size }, i) => {
      const known = sets[i] as Map<readonly SetRow[], number>;
      if (!known.has(of)) known.set(of, known.size);
      return [known.get(of), size];
    }),
  ]);
  await writeTable(target, name, columns, rows);
  for (const [i, known] of sets.entries()) {
    if (needs.sets[i]?.counted) continue;
    const numbers = new Map(asked.map(({ number, sets }) => [sets[i]?.of, number]));
    const members = [...known].flatMap(([of, id]) =>
      of.map(({ row, label }, place): Cells => [id, place + 1, row, label, numbers.get(of)])
    );
    await writeTable(target, `${name}_s${i}`, SET_COLUMNS, members);
  }
}

/** Rows that are written at once: a chunk of the engine's. */
const CHUNK = 2048;

async function writeTable(
  { duckdb, connection }: Target,
  name: string,
  columns: readonly string[],
  rows: readonly Cells[],
): Promise<void> {
  const list = columns.map((column) => `${column} INTEGER`).join(", ");
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${name} (${list})`);
  if (rows.length === 0) return;
  const appender = await connection.createAppender(name, "main", "temp");
  const types = columns.map(() => duckdb.INTEGER);
  for (let begin = 0; begin < rows.length; begin += CHUNK) {
    const some = rows.slice(begin, begin + CHUNK);
    const chunk = duckdb.DuckDBDataChunk.create(types, some.length);
    chunk.setColumns(columns.map((_, i) => some.map((row) => row[i] ?? null)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
