/**
 * Parses statements: queries, DDL, and what is asked of the catalog.
 * @module
 */
import type { Expression, Identifier, QualifiedName, Query } from "./ast.ts";
import { notSupported, type Position, QueryError } from "../errors.ts";
import { Cursor, Mismatch } from "./cursor.ts";
import { mismatch } from "./grammar/expecting.ts";
import { hiveMismatch, isQueryOfDdl, notOfThisType } from "./hive_words.ts";
import { parseHiveStatement } from "./hive.ts";
import type { HiveStatement } from "./hive_ast.ts";
import { onlyStatement } from "./only_statement.ts";
import { parseExpression, startsQuery } from "./expressions.ts";
import { parseQuery } from "./queries.ts";
import { quantifiersIn } from "./row_pattern.ts";
import type { Token } from "./tokens.ts";
import { refuseStatement } from "./unsupported.ts";

/** Properties of `WITH (…)`. */
export type Properties = { name: string; value: Expression }[];

/** EXPLAIN, with its options in upper case. */
export interface ExplainStatement {
  kind: "explain";
  statement: Statement;
  /** Whether the statement is to be run. */
  analyze: boolean;
  verbose: boolean;
  type?: string;
  format?: string;
}

/** A statement. */
export type Statement =
  | { kind: "query"; query: Query }
  | {
    kind: "ctas";
    name: QualifiedName;
    properties: Properties;
    query: Query;
    ifNotExists: boolean;
    withData: boolean;
  }
  | { kind: "createView"; name: QualifiedName; query: Query; sql: string; replace: boolean }
  | { kind: "dropView"; name: QualifiedName; ifExists: boolean }
  | { kind: "insert"; name: QualifiedName; columns?: Identifier[]; query: Query }
  | { kind: "unload"; query: Query; location: string; properties: Properties }
  | ExplainStatement
  | { kind: "prepare"; name: Identifier; sql: string }
  | { kind: "execute"; name: Identifier; parameters: Expression[] }
  | { kind: "deallocate"; name: Identifier }
  | { kind: "unsupported"; what: string }
  /** What the grammar knows and this engine refuses. */
  | { kind: "refused"; error: QueryError }
  | HiveStatement;

/** Words that begin statements which Athena refuses for tables that are not Iceberg's. */
const MODIFYING = ["DELETE", "UPDATE", "MERGE", "OPTIMIZE", "VACUUM"];

/**
 * Parses one statement; semicolons may stand around it.
 *
 * @throws {QueryError} `SYNTAX_ERROR`
 */
export function parseStatement(text: string): Statement {
  const cursor = new Cursor(onlyStatement(text));
  try {
    const statement = parse(cursor);
    if (cursor.peek().kind !== "end") throw cursor.mismatch("<EOF>");
    return statement;
  } catch (error) {
    throw error instanceof QueryError ? inTheEnginesWords(error, cursor) : error;
  }
}

/** What the engine says of a text that is not understood here. */
function inTheEnginesWords(error: QueryError, cursor: Cursor): QueryError {
  cursor.index = 0;
  const understood = error.code !== "NOT_SUPPORTED" && !(error instanceof Mismatch);
  if (understood || (error.code === "NOT_SUPPORTED" && !startsQuery(cursor))) return error;
  const found = mismatch(cursor.tokens);
  if (found) return isQueryOfDdl(cursor.tokens) ? notOfThisType() : found;
  if (!(error instanceof Mismatch)) return error;
  // The engine knows what is not known here; where Athena reads Hive's grammar, that decides.
  if (startsHiveStatement(cursor.tokens)) {
    return hiveMismatch(cursor.text, cursor.tokens, cursor.tokens.indexOf(error.token));
  }
  return notSupported(`the syntax at '${error.token.text}'`, error.token.position);
}

/** How many `?` a statement has, and where it begins. */
export function placeholdersOf(text: string): { count: number; position: Position } {
  const { tokens, position } = new Cursor(onlyStatement(text));
  const count = tokens.filter(({ kind, value }) => kind === "operator" && value === "?").length;
  return { count: count - quantifiersIn(tokens), position };
}

/** Whether a statement is one that Athena reads in Hive's grammar. */
function startsHiveStatement([first]: readonly Token[]): boolean {
  return ["ALTER", "CREATE", "DESC", "DESCRIBE", "DROP", "MSCK", "SHOW"].includes(
    first?.value ?? "",
  );
}

function parse(cursor: Cursor): Statement {
  refuseStatement(cursor);
  if (cursor.is("EXPLAIN")) return parseExplain(cursor);
  if (cursor.accept("PREPARE")) {
    const name = cursor.identifier();
    cursor.expect("FROM");
    const start = cursor.peek().start;
    parse(cursor);
    return { kind: "prepare", name, sql: cursor.text.slice(start, endOf(cursor)) };
  }
  if (cursor.accept("EXECUTE")) {
    const name = cursor.identifier();
    const parameters = cursor.accept("USING") ? cursor.list(() => parseExpression(cursor)) : [];
    return { kind: "execute", name, parameters };
  }
  if (cursor.accept("DEALLOCATE", "PREPARE")) {
    return { kind: "deallocate", name: cursor.identifier() };
  }
  if (cursor.accept("UNLOAD")) {
    cursor.expect("(");
    const query = parseQuery(cursor);
    cursor.expect(")", "TO");
    if (cursor.peek().kind !== "string") throw cursor.mismatch("<string>");
    const location = cursor.next().value;
    return { kind: "unload", query, location, properties: parseProperties(cursor) };
  }
  if (cursor.accept("INSERT")) {
    cursor.expect("INTO");
    const name = cursor.qualifiedName();
    let columns: Identifier[] | undefined;
    const start = cursor.index;
    if (cursor.accept("(")) {
      if (cursor.isOneOf("SELECT", "WITH", "VALUES", "TABLE", "(")) cursor.index = start;
      else {
        columns = cursor.list(() => cursor.identifier());
        cursor.expect(")");
      }
    }
    return { kind: "insert", name, ...(columns ? { columns } : {}), query: parseQuery(cursor) };
  }
  const created = parseCreate(cursor);
  if (created) return created;
  const word = cursor.peek().value;
  if (MODIFYING.includes(word)) {
    cursor.index = cursor.tokens.length - 1;
    return { kind: "unsupported", what: word };
  }
  const hive = parseHiveStatement(cursor);
  if (hive) return hive;
  if (cursor.isOneOf("SELECT", "WITH", "VALUES", "TABLE", "(")) {
    return { kind: "query", query: parseQuery(cursor) };
  }
  throw cursor.mismatch(
    "'ALTER'",
    "'CREATE'",
    "'DEALLOCATE'",
    "'DESCRIBE'",
    "'DROP'",
    "'EXECUTE'",
    "'EXPLAIN'",
    "'INSERT'",
    "'MSCK'",
    "'PREPARE'",
    "'SHOW'",
    "'UNLOAD'",
    "<query>",
  );
}

function endOf(cursor: Cursor): number {
  return cursor.tokens[cursor.index - 1]?.end ?? 0;
}

const PLAN_TYPES = ["DISTRIBUTED", "IO", "LOGICAL", "VALIDATE"];
const PLAN_FORMATS = ["GRAPHVIZ", "JSON", "TEXT"];

function parseExplain(cursor: Cursor): ExplainStatement {
  cursor.expect("EXPLAIN");
  const analyze = cursor.accept("ANALYZE");
  const verbose = analyze && cursor.accept("VERBOSE");
  const options: { type?: string; format?: string } = {};
  const choice = (choices: string[]) => {
    if (!cursor.isOneOf(...choices)) throw cursor.mismatch(...choices.map((word) => `'${word}'`));
    return cursor.next().value;
  };
  if (cursor.is("(") && ["TYPE", "FORMAT"].includes(cursor.peek(1).value)) {
    cursor.expect("(");
    cursor.list(() => {
      if (cursor.accept("TYPE")) options.type = choice(PLAN_TYPES);
      else {
        cursor.expect("FORMAT");
        options.format = choice(PLAN_FORMATS);
      }
    });
    cursor.expect(")");
  }
  return { kind: "explain", statement: parse(cursor), analyze, verbose, ...options };
}

function parseCreate(cursor: Cursor): Statement | undefined {
  if (cursor.is("CREATE", "VIEW") || cursor.is("CREATE", "OR", "REPLACE", "VIEW")) {
    cursor.expect("CREATE");
    const replace = cursor.accept("OR", "REPLACE");
    cursor.expect("VIEW");
    const name = cursor.qualifiedName();
    cursor.expect("AS");
    const start = cursor.peek().start;
    const query = parseQuery(cursor);
    return {
      kind: "createView",
      name,
      query,
      replace,
      sql: cursor.text.slice(start, endOf(cursor)),
    };
  }
  if (cursor.is("DROP", "VIEW")) {
    cursor.expect("DROP", "VIEW");
    const ifExists = cursor.accept("IF", "EXISTS");
    return { kind: "dropView", name: cursor.qualifiedName(), ifExists };
  }
  if (!cursor.is("CREATE", "TABLE")) return undefined;
  // CREATE TABLE … AS is Trino's; a list of columns is Hive's, in a grammar of its own.
  const start = cursor.index;
  const head = cursor.attempt(() => {
    cursor.expect("CREATE", "TABLE");
    const ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    const name = cursor.qualifiedName();
    const properties = parseProperties(cursor);
    cursor.expect("AS");
    return { ifNotExists, name, properties };
  });
  if (!head) {
    cursor.index = start;
    return undefined;
  }
  const query = parseQuery(cursor);
  let withData = true;
  if (cursor.accept("WITH")) {
    withData = !cursor.accept("NO");
    cursor.expect("DATA");
  }
  return { kind: "ctas", ...head, query, withData };
}

function parseProperties(cursor: Cursor): Properties {
  if (!cursor.accept("WITH")) return [];
  cursor.expect("(");
  const properties = cursor.list(() => {
    const name = cursor.identifier().value.toLowerCase();
    cursor.expect("=");
    return { name, value: parseExpression(cursor) };
  });
  cursor.expect(")");
  return properties;
}
