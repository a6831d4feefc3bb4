/**
 * What statements in Hive's grammar are made of: names, texts, properties, columns.
 * @module
 */
import { type Position, QueryError, SYNTAX_ERROR } from "../errors.ts";
import type { Cursor } from "./cursor.ts";
import type { HiveColumn, HiveName, PartitionSpec } from "./hive_ast.ts";
import { unescapeHive } from "./hive_strings.ts";
import { hiveMismatch } from "./hive_words.ts";
import type { Token } from "./tokens.ts";

/** A name in Hive's grammar, in lower case as the catalog keeps it. */
export function hiveIdentifier(cursor: Cursor): string {
  const token = cursor.peek();
  if (!["word", "backquoted"].includes(token.kind)) throw cursor.mismatch("<identifier>");
  cursor.next();
  return (token.kind === "word" ? token.text : token.value).toLowerCase();
}

/** The catalog that names without one are in. */
export const CATALOG = "awsdatacatalog";

/** `database.table`, or with its catalog before it */
export function hiveName(cursor: Cursor): HiveName {
  const first = cursor.index;
  const parts = [hiveIdentifier(cursor)];
  while (cursor.accept(".")) parts.push(hiveIdentifier(cursor));
  if (parts.length > 3) throw tooLong(parts, cursor, first);
  const tokens = cursor.tokens.slice(first, cursor.index).filter(({ value }) => value !== ".");
  const plain = tokens.every(({ kind }) => kind === "word");
  const qualifiers = !plain ? [] : tokens.slice(0, -1).map((token, i) => ({
    text: token.text,
    start: token.start,
    end: tokens[i + 1]?.start as number,
  }));
  if (parts.length === 1 && parts[0]?.includes(".")) parts.splice(0, 1, ...parts[0].split("."));
  const [table, database, catalog] = parts.toReversed();
  return {
    ...(database === undefined ? {} : { database }),
    table: table as string,
    position: tokens[0]?.position as Position,
    ...(catalog === undefined || catalog === CATALOG ? {} : { catalog }),
    qualifiers,
  };
}

/** What Athena says of a name of four parts and more. */
function tooLong(parts: readonly string[], cursor: Cursor, first: number): QueryError {
  const [verb] = cursor.tokens;
  const dot = cursor.tokens[first + 5] as Token;
  if (verb?.value === "DROP") {
    return wrong("mismatched input '.' expecting {<EOF>, 'PURGE'}", dot.position);
  }
  if (verb?.value === "ALTER") {
    const input = cursor.text.slice(verb.start, dot.end);
    return wrong(`no viable alternative at input '${input}'`, dot.position);
  }
  if (verb?.value === "CREATE") {
    return wrong(`mismatched input '.' expecting ${AFTER_NEW_TABLE}`, dot.position);
  }
  return wrong(`Invalid table name ${parts.join(".")}`);
}

/** An error of the grammar. */
export const wrong = (message: string, position?: Position) =>
  new QueryError(SYNTAX_ERROR, message, position);

const AFTER_NEW_TABLE =
  "{<EOF>, '(', 'SELECT', 'FROM', 'AS', 'ROW', 'WITH', 'VALUES', 'TABLE', 'INSERT', 'MAP', " +
  "'COMMENT', 'REDUCE', 'TBLPROPERTIES', 'SKEWED', 'STORED', 'LOCATION', 'CLUSTERED', " +
  "'PARTITIONED'}";

/** A name of what may be a view: its parts may stand in double quotes, those of a table not. */
export function shownName(cursor: Cursor): HiveName {
  const start = cursor.index;
  const name = cursor.attempt(() => hiveName(cursor));
  if (name) return name;
  const { parts, position } = cursor.qualifiedName();
  if (parts.length > 3) {
    throw wrong(`Invalid table name ${parts.map(({ value }) => value.toLowerCase()).join(".")}`);
  }
  const quoted = cursor.tokens.findIndex(({ kind }, i) => i >= start && kind === "quoted");
  const [table, database, catalog] = parts.map(({ value }) => value.toLowerCase()).reverse();
  return {
    ...(database === undefined ? {} : { database }),
    table: table as string,
    position,
    ...(catalog === undefined || catalog === CATALOG ? {} : { catalog }),
    qualifiers: [],
    refused: hiveMismatch(cursor.text, cursor.tokens, quoted),
  };
}

/** A string literal; Hive takes double quotes too. */
export function hiveString(cursor: Cursor): string {
  const token = cursor.peek();
  if (token.kind !== "string" && token.kind !== "quoted") throw cursor.mismatch("<string>");
  cursor.next();
  return unescapeHive(token.value);
}

/** `('a'='b', 'c'=4, …)` */
export function hiveProperties(cursor: Cursor): Record<string, string> {
  cursor.expect("(");
  const entries = cursor.list(() => {
    const name = hiveString(cursor);
    cursor.expect("=");
    const value = cursor.peek().kind === "integer" ? cursor.next().text : hiveString(cursor);
    return [name, value] as const;
  });
  cursor.expect(")");
  return Object.fromEntries(entries);
}

/** `(name type COMMENT '…', …)` */
export function hiveColumns(cursor: Cursor): HiveColumn[] {
  cursor.expect("(");
  const columns = cursor.list(() => hiveColumn(cursor));
  cursor.expect(")");
  return columns;
}

/** `name type COMMENT '…'` */
export function hiveColumn(cursor: Cursor): HiveColumn {
  const name = hiveIdentifier(cursor);
  const type = columnType(cursor);
  const comment = cursor.accept("COMMENT") ? hiveString(cursor) : undefined;
  return { name, type, ...(comment === undefined ? {} : { comment }) };
}

/** A type, taken as text: up to the comma or the parenthesis after it. */
function columnType(cursor: Cursor): string {
  let text = "";
  let depth = 0;
  for (;;) {
    const token = cursor.peek();
    if (token.kind === "end" && (depth > 0 || text === "")) throw cursor.mismatch("')'");
    if (depth === 0 && text !== "" && !["<", "("].includes(token.value)) break;
    cursor.next();
    if (token.value === "<" || token.value === "(") depth++;
    if (token.value === ">" || token.value === ")") depth--;
    text += token.kind === "word"
      ? token.text.toLowerCase()
      : token.kind === "backquoted"
      ? token.value
      : token.text;
  }
  return text === "integer" ? "int" : text;
}

/** `(dt='2024-01-31', hour=10)` */
export function partitionSpec(cursor: Cursor): PartitionSpec {
  cursor.expect("(");
  const spec = cursor.list(() => {
    const name = hiveIdentifier(cursor);
    cursor.expect("=");
    const negative = cursor.accept("-");
    const token = cursor.next();
    return { name, value: (negative ? "-" : "") + token.value };
  });
  cursor.expect(")");
  return spec;
}
