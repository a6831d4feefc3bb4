/**
 * The parsed form of a query: what the grammar of Athena's engine knows.
 * @module
 */
import type { Position } from "../errors.ts";
import type { RowPatternClauses } from "./row_pattern_ast.ts";

/** A name: as written if it was quoted, else as written too; names are compared in lower case. */
export interface Identifier {
  value: string;
  /** Set where it is quoted. */
  quoted?: true;
  position: Position;
}

/** How a value is ordered. */
export interface SortItem {
  key: Expression;
  descending: boolean;
  nullsFirst: boolean;
}

/** A bound of a window's frame. */
export type FrameBound =
  | { kind: "unbounded preceding" | "unbounded following" | "current row" }
  | { kind: "preceding" | "following"; value: Expression };

/** A window: a named one, or written out. */
export interface WindowSpec {
  base?: Identifier;
  /** Set where the name stands alone after OVER, without parentheses. */
  alone?: boolean;
  partitionBy: Expression[];
  orderBy: SortItem[];
  /** Where ORDER BY stands, if it does. */
  orderAt?: Position;
  frame?: {
    unit: "ROWS" | "RANGE" | "GROUPS";
    start: FrameBound;
    end?: FrameBound;
    position: Position;
  };
  position: Position;
}

type Node<K extends string, F = unknown> = { kind: K; position: Position } & F;

/** An expression. */
export type Expression =
  | Node<"null">
  | Node<"boolean", { value: boolean }>
  | Node<"integer", { value: string }>
  | Node<"double", { value: string }>
  | Node<"string", { value: string }>
  | Node<"binary", { hex: string }>
  | Node<"typed", { type: TypeName; value: string }>
  | Node<"interval", { value: string; negative: boolean; from: string; to?: string }>
  | Node<"parameter", { index: number }>
  | Node<"name", { name: Identifier }>
  | Node<"field", { base: Expression; name: Identifier }>
  | Node<"subscript", { base: Expression; index: Expression }>
  | Node<"array", { items: Expression[] }>
  | Node<"row", { items: Expression[] }>
  | Node<"unary", { operator: "-" | "+"; value: Expression }>
  | Node<"binaryop", { operator: string; left: Expression; right: Expression }>
  | Node<"compare", { operator: string; left: Expression; right: Expression }>
  | Node<"quantified", {
    operator: string;
    quantifier: "ALL" | "ANY";
    left: Expression;
    query: Query;
  }>
  | Node<"and" | "or", { items: Expression[] }>
  | Node<"not", { value: Expression }>
  | Node<"between", { value: Expression; low: Expression; high: Expression }>
  | Node<"in", { value: Expression; items: Expression[] }>
  | Node<"inquery", { value: Expression; query: Query }>
  | Node<"like", { value: Expression; pattern: Expression; escape?: Expression }>
  | Node<"isnull", { value: Expression }>
  | Node<"distinct", { left: Expression; right: Expression }>
  | Node<"exists", { query: Query }>
  | Node<"subquery", { query: Query }>
  | Node<"case", {
    operand?: Expression;
    whens: { when: Expression; then: Expression }[];
    otherwise?: Expression;
  }>
  | Node<"cast", { value: Expression; type: TypeName; safe: boolean }>
  | Node<"extract", { field: string; value: Expression }>
  | Node<"timezone", { value: Expression; zone: Expression }>
  | Node<"lambda", { parameters: Identifier[]; body: Expression }>
  | Node<"call", FunctionCall>
  | Node<"sqljson", { call: SqlJson }>
  | Node<"grouping", { columns: Expression[] }>;

/** A value that is JSON text, where it has a format. */
export interface JsonInput {
  value: Expression;
  format?: string;
}

/** The type that JSON is given as. */
export interface JsonOutput {
  type: TypeName;
  format?: string;
}

/** A document, a path into it, and what the path's variables stand for. */
export interface JsonPathSource {
  input: JsonInput;
  path: string;
  pathAt: Position;
  pathName?: Identifier;
  passing: (JsonInput & { name: Identifier })[];
}

/** What JSON_VALUE gives where nothing is found, or where there is an error. */
export type JsonValueBehavior = { kind: "NULL" | "ERROR" } | { kind: "DEFAULT"; value: Expression };

/** A call of one of the SQL/JSON functions. */
export type SqlJson =
  | { name: "JSON_EXISTS"; source: JsonPathSource; onError: string }
  | {
    name: "JSON_VALUE";
    source: JsonPathSource;
    returning?: TypeName;
    onEmpty: JsonValueBehavior;
    onError: JsonValueBehavior;
  }
  | {
    name: "JSON_QUERY";
    source: JsonPathSource;
    output?: JsonOutput;
    wrapper: "WITHOUT" | "CONDITIONAL" | "UNCONDITIONAL";
    quotes?: "KEEP" | "OMIT";
    onEmpty: string;
    onError: string;
  }
  | {
    name: "JSON_OBJECT";
    members: { key: Expression; value: JsonInput }[];
    nulls: boolean;
    unique: boolean;
    output?: JsonOutput;
  }
  | { name: "JSON_ARRAY"; items: JsonInput[]; nulls: boolean; output?: JsonOutput };

/** A call of a function, an aggregate or a window function. */
export interface FunctionCall {
  name: string;
  /** The name as written, where its case differs. */
  written?: string;
  args: Expression[];
  star: boolean;
  /** The pattern variable of `count(A.*)`. */
  rowsOf?: Identifier;
  /** Which rows of a match are looked at. */
  mode?: { name: "RUNNING" | "FINAL"; position: Position };
  distinct: boolean;
  orderBy: SortItem[];
  filter?: Expression;
  nulls?: "IGNORE" | "RESPECT";
  over?: WindowSpec;
  /** What stands for the entries that a list has no room for; without it such a list fails. */
  overflow?: { filler: string; count: boolean };
  /** Set by `listagg(…) WITHIN GROUP`. */
  withinGroup?: boolean;
}

/** The name of a type as written. */
export interface TypeName {
  name: string;
  /** The name as written, where its case differs. */
  written?: string;
  args: (TypeName | number)[];
  fields?: { name?: string; type: TypeName }[];
  position: Position;
}

/** A name of a table: one to three parts. */
export interface QualifiedName {
  parts: Identifier[];
  position: Position;
}

/** What a query selects from. */
export type Relation =
  | Node<"table", { name: QualifiedName }>
  | Node<"derived", { query: Query; lateral: boolean }>
  | Node<"unnest", { items: Expression[]; ordinality: boolean }>
  | Node<"values", { rows: Expression[] }>
  | Node<"aliased", { relation: Relation; alias: Identifier; columns?: Identifier[] }>
  | Node<"matched", { relation: Relation; clauses: RowPatternClauses }>
  | Node<"sample", {
    relation: Relation;
    method: "BERNOULLI" | "SYSTEM";
    percentage: Expression;
  }>
  | Node<"join", {
    type: "INNER" | "LEFT" | "RIGHT" | "FULL" | "CROSS" | "IMPLICIT";
    left: Relation;
    right: Relation;
    on?: Expression;
    using?: Identifier[];
  }>;

/** One item of a SELECT's list. */
export type SelectItem =
  | Node<"all", { base?: Expression }>
  | Node<"expression", { value: Expression; alias?: Identifier }>;

/** One element of GROUP BY. */
export type GroupingElement =
  | Node<"simple", { items: Expression[] }>
  | Node<"rollup" | "cube", { items: Expression[][] }>
  | Node<"sets", { items: Expression[][] }>;

/** One SELECT. */
export interface Select {
  kind: "select";
  position: Position;
  distinct: boolean;
  items: SelectItem[];
  from?: Relation;
  where?: Expression;
  groupBy?: GroupingElement[];
  groupByDistinct?: boolean;
  having?: Expression;
  windows: { name: Identifier; window: WindowSpec }[];
}

/** The part of a query that makes rows. */
export type QueryBody =
  | Select
  | Node<"values", { rows: Expression[] }>
  | Node<"tablebody", { name: QualifiedName }>
  | Node<"nested", { query: Query }>
  | Node<"setop", {
    operator: "UNION" | "INTERSECT" | "EXCEPT";
    distinct: boolean;
    left: QueryBody;
    right: QueryBody;
  }>;

/** A named query of WITH. */
export interface WithQuery {
  name: Identifier;
  columns?: Identifier[];
  query: Query;
}

/** A whole query. */
export interface Query {
  recursive: boolean;
  with: WithQuery[];
  body: QueryBody;
  orderBy: SortItem[];
  offset?: Expression;
  limit?: Expression;
  /** Set by `LIMIT ALL`. */
  limitAll?: true;
  /** Where these clauses begin. */
  clauses: { orderBy?: Position; offset?: Position; limit?: Position };
  /** Where FETCH stands, which is not LIMIT; with ties the rows like the last one are taken too. */
  fetch?: { position: Position; ties: boolean };
  position: Position;
}
