/**
 * Windows that functions of ours walk: those of our own aggregates, and those of sums of doubles,
 * which the engine adds up in an order of its own.
 *
 * DuckDB gives each frame's rows to a function as a list, which over many long frames is too much. So
 * it numbers the rows of each partition here, and counts for each how many rows there are from its
 * frame's start on and up to its end; a partition's rows are gathered in one list, a function tells a
 * value for each, and these are joined to the rows by their numbers. The rows come in the window's
 * order, as they do from the engine.
 *
 * The SELECT with such a window becomes one over these rows: what it takes of its relations, or of its
 * groups, are columns `c0`, `c1` … of theirs, and what was told of the windows are `w0`, `w1` ….
 * @module
 */
import { type OwnAggregate, rowSql } from "../functions/own_aggregates.ts";
import type { Typed } from "../values/typed.ts";
import { type Window, windowSql } from "../values/window.ts";
import { type Context, type Env, type Field, fresh, type WalkedRows } from "./context.ts";
import { noteNamed } from "./unused.ts";

/** A value of a group or a query, where it is told apart from what is made of it. */
export function takenOut(value: Typed, { rows, grouping, taken }: Context): Typed {
  const own = rows && grouping ? rows.column(value) : value;
  return taken?.(own) ?? own;
}

/** A window that is walked. */
interface Walked {
  name: OwnAggregate;
  values: readonly string[];
  window: Window;
  /** The value of a row, where the aggregate tells the places of rows. */
  picked?: string | undefined;
}

/** The rows that a SELECT's windows are over. */
export class WindowRows implements WalkedRows {
  readonly #env: Env;
  readonly #alias: string;
  /** What the columns are, in SQL over the relations or their groups. */
  readonly #columns: string[] = [];
  readonly #windows: Walked[] = [];

  constructor(env: Env) {
    this.#env = env;
    this.#alias = fresh(env, "r");
  }

  /** The column that has a value. */
  column(value: Typed): Typed {
    const known = this.#columns.indexOf(value.sql);
    const place = known >= 0 ? known : this.#columns.push(value.sql) - 1;
    return { sql: `${this.#alias}.c${place}`, type: value.type };
  }

  /** The columns of relations, as columns of these rows. */
  fieldsOf(fields: readonly Field[]): Field[] {
    return fields.map((field) => ({ ...field, sql: this.column(field).sql }));
  }

  /** The column that has what an aggregate tells of a window, or values of the rows that it picks. */
  walked(
    name: OwnAggregate,
    values: readonly string[],
    window: Window,
    picked?: string,
  ): string {
    const wanted = JSON.stringify({ name, values, window, picked });
    const known = this.#windows.findIndex((other) => JSON.stringify(other) === wanted);
    const place = known >= 0 ? known : this.#windows.push({ name, values, window, picked }) - 1;
    return `${this.#alias}.w${place}`;
  }

  /**
   * The rows.
   *
   * @param source FROM, and what stands behind it up to HAVING
   * @param select What is selected of the rows: columns that it does not name are left out
   * @returns What stands after FROM
   */
  sql(source: string, select: string): string {
    const windows = this.#named("w", select).map((place) => this.#windows[place] as Walked);
    const columns = this.#named("c", select + JSON.stringify(windows));
    for (const place of columns) {
      noteNamed(this.#env.session.order, this.#columns[place] as string);
    }
    const list = columns.map((place) => `${this.#columns[place]} AS c${place}`);
    let sql = `(SELECT ${list.length > 0 ? list.join(", ") : "1 AS none"}${source})`;
    let names = columns.map((place) => `c${place}`);
    const walks = Map.groupBy(
      windows,
      ({ window: { partitionBy, orderBy } }) => JSON.stringify([partitionBy, orderBy]),
    );
    for (const walk of walks.values()) {
      sql = `(${this.#walk(sql, names, walk)})`;
      names = [...names, ...walk.map((window) => this.#nameOf(window))];
    }
    return `${sql} AS ${this.#alias}`;
  }

  /** Which columns with this letter some SQL names. */
  #named(letter: "c" | "w", sql: string): number[] {
    const bare = sql.replaceAll(/'(?:[^']|'')*'/g, "");
    const names = bare.matchAll(new RegExp(`\\b${this.#alias}\\.${letter}(\\d+)\\b`, "g"));
    return [...new Set([...names].map(([, place]) => Number(place)))].sort((a, b) => a - b);
  }

  #nameOf(window: Walked): string {
    return `w${this.#windows.indexOf(window)}`;
  }

  /** Rows with what is told of windows that are alike but for their frames. */
  #walk(rows: string, names: readonly string[], windows: readonly Walked[]): string {
    const alias = this.#alias;
    const [numbered, told] = [fresh(this.#env, "n"), fresh(this.#env, "v")];
    const [{ window }] = windows as [Walked];
    const keys = window.partitionBy.map((_, i) => `k${i}`);
    const grouped = keys.map((key) => `${key}, `).join("");
    const counts = windows.map(({ window: { frame, ...same } }, i) => {
      const { unit, start, end } = frame ?? DEFAULT_FRAME;
      const since = windowSql({ ...same, frame: { unit, start, end: "UNBOUNDED FOLLOWING" } });
      const upto = windowSql({ ...same, frame: { unit, start: "UNBOUNDED PRECEDING", end } });
      return `, CAST(count(*) OVER ${since} AS INTEGER) AS since${i}` +
        `, CAST(count(*) OVER ${upto} AS INTEGER) AS upto${i}`;
    });
    const number = windowSql({ partitionBy: window.partitionBy, orderBy: window.orderBy });
    const lists = windows.map(({ name, values, picked }, i) => {
      const row = rowSql(name, values, [`since := since${i}`, `upto := upto${i}`]);
      const own = `, list(${row} ORDER BY n) AS l${i}`;
      return picked === undefined ? own : `${own}, list(${picked} ORDER BY n) AS p${i}`;
    });
    const values = windows.map(({ name, picked }, i) => {
      const told = `, unnest(t_${name}_frames(l${i})) AS v${i}`;
      return picked === undefined ? told : `${told}, p${i}`;
    });
    const shown = windows.map((walked, i) => {
      const value = walked.picked === undefined ? `v${i}` : `list_select(p${i}, v${i})`;
      return `, ${value} AS ${this.#nameOf(walked)}`;
    });
    const same = keys.map((key) => ` AND ${numbered}.${key} IS NOT DISTINCT FROM ${told}.${key}`);
    const columns = [
      ...names.map((name) => `${numbered}.${name}`),
      ...windows.map((walked) => `${told}.${this.#nameOf(walked)}`),
    ];
    return `WITH ${numbered} AS MATERIALIZED (SELECT ${alias}.*` +
      `${window.partitionBy.map((key, i) => `, ${key} AS k${i}`).join("")}` +
      `, row_number() OVER ${number} AS n${counts.join("")} FROM ${rows} AS ${alias}), ` +
      `${told} AS (SELECT ${grouped}n${shown.join("")} FROM ` +
      `(SELECT ${grouped}unnest(range(1, size + 1)) AS n${values.join("")} FROM ` +
      `(SELECT ${grouped}count(*) AS size${lists.join("")} FROM ${numbered} AS ${alias}` +
      `${keys.length > 0 ? ` GROUP BY ${keys.join(", ")}` : ""}))) ` +
      `SELECT ${columns.join(", ")} FROM ${numbered} JOIN ${told} ` +
      `ON ${numbered}.n = ${told}.n${same.join("")} ` +
      `ORDER BY ${[...keys, "n"].map((key) => `${numbered}.${key}`).join(", ")}`;
  }
}

const DEFAULT_FRAME = {
  unit: "RANGE",
  start: "UNBOUNDED PRECEDING",
  end: "CURRENT ROW",
} as const;
