/**
 * What is known while a query is translated: names, types, and the tables it reads.
 * @module
 */
import type { Partition, Table } from "@aws-sdk/client-glue";
import type { Position } from "../errors.ts";
import type { OwnAggregate } from "../functions/own_aggregates.ts";
import type { RowPattern } from "../row_patterns/model.ts";
import type { Expression, Query, QueryBody } from "../sql/ast.ts";
import type { Type } from "../types/types.ts";
import type { Typed } from "../values/typed.ts";
import type { Window } from "../values/window.ts";

/** One reading of a catalog table. */
export interface Scan {
  /** Text that stands for the table in the translated SQL. */
  marker: string;
  table: Table;
  columns: { name: string; type: Type; partition: boolean }[];
  /** Columns the query names. */
  used: Set<string>;
  /** Conditions over the partition columns alone, in DuckDB's SQL over `p`. */
  conditions: string[];
}

/** A column that an expression may name. */
export interface Field {
  /** Parts of the relation's name, in lower case. */
  relation?: readonly string[];
  /** The name, in lower case. */
  name?: string;
  /** The name as a result shows it. */
  label?: string;
  type: Type;
  sql: string;
  /** The partition column that the value is taken from as it is. */
  origin?: { scan: Scan; column: string };
  /** Column of a scan that naming this one reads. */
  reads?: { scan: Scan; column: string };
  /** Left out of `*`, as `$path` is. */
  hidden?: boolean;
  /** The columns of both sides that USING makes one of. */
  merged?: readonly [string, string];
}

/** The columns that can be named, and those of the query around. */
export interface Scope {
  fields: Field[];
  outer?: Scope;
  /** Set where the query has one row, so that the engine puts its columns in place of their names. */
  single?: boolean;
  /** Set where the rows are written in the query, and all of them are selected. */
  written?: boolean;
  /** Names of these columns in queries inside. */
  uses?: Uses;
}

/** How queries inside name the columns of a scope. */
export interface Uses {
  names: Set<Expression>;
  /** How often a name was found. */
  count: number;
  /** Whether a name stands where the engine does not reach it. */
  unplanned: boolean;
}

/** A query of WITH, or a view. */
export interface NamedQuery {
  query: Query;
  columns?: readonly string[];
  env: Env;
  /** The scope around the query that names it. */
  outer?: Scope | undefined;
  /** Set where the query selects from itself. */
  recursion?: Recursion;
  /** Set where the name stands for the rows of the step before, in a recursion. */
  rows?: { sql: string; types: readonly Type[] };
}

/** The parts of a query that selects from itself. */
export interface Recursion {
  /** What it begins with. */
  anchor: QueryBody;
  /** What comes of the rows of the step before. */
  step: QueryBody;
  /** Whether rows that are the same are one. */
  distinct: boolean;
}

/** What all parts of one statement share. */
export interface Session {
  /** Tells this statement's scans from those of others. */
  id: string;
  /** Looks a table up: `undefined` where there is none. */
  table(database: string, name: string): Table | undefined;
  hasDatabase(name: string): boolean;
  /** Names of all databases. */
  databases(): string[];
  tables(database: string): Table[];
  partitions(database: string, table: string): Iterable<Partition>;
  /** Database of names without one. */
  database?: string | undefined;
  /** Values of `?`. */
  parameters: readonly Expression[];
  scans: Scan[];
  /** Time the query began, epoch milliseconds. */
  startTime: number;
  nextId: number;
  /** Views being expanded, against a view that names itself. */
  views: string[];
  order: Order;
  /** What rows are looked for in before the query runs, by the names of the tables made of them. */
  patterns: Map<string, RowPattern>;
}

/** In which order a query's parts are looked at, and which are not looked at. */
export interface Order {
  /** Whether the parts of expressions keep their order, and whether that may change the answer. */
  kept: boolean;
  matters: boolean;
  /** Columns of relations that are named, as SQL. */
  named: Set<string>;
  /** The queries whose columns relations have. */
  sources: { body: object; alias: string; columns: number }[];
  /** Places of the columns, by the part of the query that has them, that nobody names. */
  unused: ReadonlyMap<object, ReadonlySet<number>>;
}

/** What names mean in one query text: the statement's, or a view's. */
export interface Env {
  session: Session;
  database?: string | undefined;
  queries: ReadonlyMap<string, NamedQuery>;
  /** Set within another query, where an order that no limit follows decides nothing. */
  nested?: boolean;
  /** Set where of rows that are written only some are taken. */
  limited?: boolean;
}

/** A key of GROUP BY: the kind of expression, its translation, and what groups by it and shows it. */
export interface GroupingKey {
  kind: Expression["kind"];
  sql: string;
  by: string;
  /** The value of a group: the key, or where that is no value, the first row's. */
  shown: string;
}

/** How an aggregated SELECT may use its columns. */
export interface Grouping {
  keys: GroupingKey[];
}

/** Rows that windows are over which functions of ours walk. */
export interface WalkedRows {
  /** The column that has a value. */
  column(value: Typed): Typed;
  /** The column that has what an aggregate tells of a window, or values of the rows that it picks. */
  walked(
    name: OwnAggregate,
    values: readonly string[],
    window: Window,
    picked?: string,
  ): string;
}

/** What is taken of the rows of a match. */
export interface PatternValues {
  /** The value of an expression; nothing where it is what it is elsewhere, but for its parts. */
  value(expression: Expression, context: Context): Typed | undefined;
}

/** A place in a query where an expression stands. */
export interface Context {
  env: Env;
  scope: Scope;
  /** Parameters of the lambdas around, innermost last. */
  lambdas: { name: string; value: Typed }[];
  /** Set in a SELECT that aggregates. */
  grouping?: Grouping | undefined;
  /** Whether aggregates may stand here. */
  aggregates: boolean;
  /** Name of the clause, for messages. */
  clause: string;
  /** Where messages say that aggregates and window functions may not stand. */
  clauseAt?: Position;
  /** The aggregate whose argument this is in. */
  aggregate?: string;
  /** Where the SELECT begins. */
  selectAt?: Position;
  /** Whether window functions may stand here. */
  windows?: boolean;
  /** The rows that windows are over, in a SELECT whose windows may be walked by functions of ours. */
  rows?: WalkedRows | undefined;
  /** Takes values of groups, windows and queries out of what DuckDB tries, which may hold none. */
  taken?: ((value: Typed) => Typed) | undefined;
  /** Replaces columns, to translate a condition for another place. */
  replace?: ((field: Field) => string) | undefined;
  /** What expressions take of the rows of a match, in MATCH_RECOGNIZE. */
  pattern?: PatternValues | undefined;
  /** Columns of the SELECT's list that ORDER BY may name. */
  outputs?: readonly { name?: string; typed: Typed }[] | undefined;
}

/** Makes a name that no other part of the statement has. */
export function fresh(env: Env, prefix: string): string {
  return `${prefix}${env.session.nextId++}`;
}
