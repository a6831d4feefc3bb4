/**
 * Parses statements in Hive's grammar: names may stand in backquotes.
 * @module
 */
import { notSupported, type Position, QueryError, SYNTAX_ERROR } from "../errors.ts";
import type { Cursor } from "./cursor.ts";
import type { HiveColumn, HiveName, HiveStatement, PartitionSpec } from "./hive_ast.ts";
import { hiveMismatch } from "./hive_words.ts";
import type { Token } from "./tokens.ts";
import { unescapeHive } from "./hive_strings.ts";
import { parseCreateDatabase, parseCreateTable } from "./hive_create.ts";
import { refuseAlteration } from "./unsupported.ts";

/** A name in Hive's grammar, in lower case as the catalog keeps it. */
export function hiveIdentifier(cursor: Cursor): string {
  const token = cursor.peek();
  if (!["word", "backquoted"].includes(token.kind)) throw cursor.mismatch("<identifier>");
  cursor.next();
  return (token.kind === "word" ? token.text : token.value).toLowerCase();
}

const CATALOG = "awsdatacatalog";

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

const wrong = (message: string, position?: Position) =>
  new QueryError(SYNTAX_ERROR, message, position);

const AFTER_NEW_TABLE =
  "{<EOF>, '(', 'SELECT', 'FROM', 'AS', 'ROW', 'WITH', 'VALUES', 'TABLE', 'INSERT', 'MAP', " +
  "'COMMENT', 'REDUCE', 'TBLPROPERTIES', 'SKEWED', 'STORED', 'LOCATION', 'CLUSTERED', " +
  "'PARTITIONED'}";

/** A name of what may be a view: its parts may stand in double quotes, those of a table not. */
function shownName(cursor: Cursor): HiveName {
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
function hiveColumn(cursor: Cursor): HiveColumn {
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
function partitionSpec(cursor: Cursor): PartitionSpec {
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

/** A statement in Hive's grammar, or nothing where none begins. */
export function parseHiveStatement(cursor: Cursor): HiveStatement | undefined {
  if (cursor.accept("CREATE")) {
    if (cursor.isOneOf("DATABASE", "SCHEMA")) return parseCreateDatabase(cursor);
    if (cursor.isOneOf("EXTERNAL", "TABLE")) return parseCreateTable(cursor);
    throw cursor.mismatch("'DATABASE'", "'EXTERNAL'", "'OR'", "'SCHEMA'", "'TABLE'", "'VIEW'");
  }
  if (cursor.accept("DROP")) return parseDrop(cursor);
  if (cursor.accept("ALTER")) return parseAlter(cursor);
  if (cursor.accept("SHOW")) return parseShow(cursor);
  if (cursor.isOneOf("DESCRIBE", "DESC")) return parseDescribe(cursor);
  if (cursor.accept("MSCK")) {
    cursor.expect("REPAIR", "TABLE");
    return { kind: "repair", name: hiveName(cursor) };
  }
  return undefined;
}

function parseDrop(cursor: Cursor): HiveStatement {
  if (cursor.accept("TABLE")) {
    const ifExists = cursor.accept("IF", "EXISTS");
    return { kind: "dropTable", name: hiveName(cursor), ifExists };
  }
  if (!cursor.accept("DATABASE") && !cursor.accept("SCHEMA")) {
    throw cursor.mismatch("'DATABASE'", "'SCHEMA'", "'TABLE'", "'VIEW'");
  }
  const ifExists = cursor.accept("IF", "EXISTS");
  const name = hiveIdentifier(cursor);
  const cascade = cursor.accept("CASCADE");
  if (!cascade) cursor.accept("RESTRICT");
  return { kind: "dropDatabase", name, ifExists, cascade };
}

function parseAlter(cursor: Cursor): HiveStatement {
  if (cursor.isOneOf("DATABASE", "SCHEMA")) {
    cursor.next();
    const name = hiveIdentifier(cursor);
    cursor.expect("SET", "DBPROPERTIES");
    return { kind: "alterDatabase", name, properties: hiveProperties(cursor) };
  }
  cursor.expect("TABLE");
  const name = hiveName(cursor);
  refuseAlteration(cursor);
  if (cursor.is("ADD", "COLUMNS")) return parseColumns(cursor, name);
  if (cursor.accept("ADD")) return parseAdd(cursor, name);
  if (cursor.accept("RENAME", "TO")) {
    hiveName(cursor);
    return { kind: "renameTable", name };
  }
  if (cursor.accept("RENAME")) throw cursor.mismatch("'TO'");
  if (cursor.accept("DROP")) {
    if (cursor.is("COLUMN")) return parseDropColumn(cursor);
    const ifExists = cursor.accept("IF", "EXISTS");
    const specs = cursor.list(() => {
      cursor.expect("PARTITION");
      return partitionSpec(cursor);
    });
    return { kind: "dropPartitions", name, ifExists, specs };
  }
  if (cursor.is("REPLACE", "COLUMNS")) return parseColumns(cursor, name);
  if (cursor.accept("CHANGE")) {
    cursor.accept("COLUMN");
    const from = hiveIdentifier(cursor);
    const column = hiveColumn(cursor);
    const place = cursor.accept("FIRST")
      ? {}
      : cursor.accept("AFTER")
      ? { after: hiveIdentifier(cursor) }
      : undefined;
    return { kind: "changeColumn", name, from, column, ...(place ? { place } : {}) };
  }
  if (cursor.accept("PARTITION")) {
    const spec = partitionSpec(cursor);
    if (cursor.accept("RENAME", "TO", "PARTITION")) {
      return { kind: "renamePartition", name, from: spec, to: partitionSpec(cursor) };
    }
    if (cursor.is("ADD", "COLUMNS") || cursor.is("REPLACE", "COLUMNS")) {
      return { ...parseColumns(cursor, name), partition: spec };
    }
    refuseAlteration(cursor);
    cursor.expect("SET", "LOCATION");
    return { kind: "setLocation", name, partition: spec, location: hiveString(cursor) };
  }
  cursor.expect("SET");
  if (cursor.accept("LOCATION")) return { kind: "setLocation", name, location: hiveString(cursor) };
  cursor.expect("TBLPROPERTIES");
  return { kind: "setProperties", name, properties: hiveProperties(cursor) };
}

/** After DROP: `COLUMN name`, which Athena starts and does not run. */
function parseDropColumn(cursor: Cursor): HiveStatement {
  const { text, position } = cursor.next();
  if (cursor.accept("IF")) throw cursor.mismatch("'.'");
  hiveName(cursor);
  return { kind: "dropColumn", name: text, from: position };
}

/** `ADD COLUMNS (…)`, `REPLACE COLUMNS (…)` */
function parseColumns(cursor: Cursor, name: HiveName) {
  const replace = cursor.next().value === "REPLACE";
  cursor.expect("COLUMNS");
  return { kind: "addColumns" as const, name, columns: hiveColumns(cursor), replace };
}

function parseAdd(cursor: Cursor, name: HiveName): HiveStatement {
  const ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
  const partitions = [];
  while (cursor.accept("PARTITION")) {
    const spec = partitionSpec(cursor);
    const location = cursor.accept("LOCATION") ? hiveString(cursor) : undefined;
    partitions.push({ spec, ...(location === undefined ? {} : { location }) });
    cursor.accept(",");
  }
  if (partitions.length === 0) throw cursor.mismatch("'COLUMNS'", "'PARTITION'");
  return { kind: "addPartitions", name, ifNotExists, partitions };
}

function parseShow(cursor: Cursor): HiveStatement {
  const pattern = () => {
    cursor.accept("LIKE");
    return cursor.peek().kind === "string" ? { pattern: cursor.next().value } : {};
  };
  const inDatabase = () => {
    if (!cursor.accept("IN") && !cursor.accept("FROM")) return {};
    const { table: database, qualifiers, catalog, database: before } = hiveName(cursor);
    const known = catalog === undefined && (before === undefined || before === CATALOG);
    if (!known) throw wrong("mismatched input '.' expecting {<EOF>, 'LIKE', STRING}");
    return { database, qualifiers };
  };
  if (cursor.accept("DATABASES") || cursor.accept("SCHEMAS")) {
    return { kind: "showDatabases", ...pattern() };
  }
  if (cursor.accept("TABLES")) return { kind: "showTables", ...inDatabase(), ...pattern() };
  if (cursor.accept("VIEWS")) return { kind: "showViews", ...inDatabase(), ...pattern() };
  if (cursor.accept("COLUMNS")) {
    if (!cursor.accept("IN")) cursor.expect("FROM");
    const name = shownName(cursor);
    const { database = name.database } = inDatabase();
    return {
      kind: "showColumns",
      name: { ...name, ...(database === undefined ? {} : { database }) },
    };
  }
  if (cursor.accept("PARTITIONS")) return { kind: "showPartitions", name: hiveName(cursor) };
  if (cursor.accept("TBLPROPERTIES")) {
    const name = hiveName(cursor);
    if (!cursor.accept("(")) return { kind: "showProperties", name };
    const property = hiveString(cursor);
    cursor.expect(")");
    return { kind: "showProperties", name, property };
  }
  if (cursor.accept("CREATE")) {
    if (cursor.accept("TABLE")) return { kind: "showCreateTable", name: hiveName(cursor) };
    if (!cursor.accept("VIEW")) throw cursor.mismatch("'TABLE'", "'VIEW'");
    return { kind: "showCreateView", name: shownName(cursor) };
  }
  throw cursor.mismatch(
    "'COLUMNS'",
    "'CREATE'",
    "'DATABASES'",
    "'PARTITIONS'",
    "'SCHEMAS'",
    "'TABLES'",
    "'TBLPROPERTIES'",
    "'VIEWS'",
  );
}

function parseDescribe(cursor: Cursor): HiveStatement {
  cursor.next();
  const isAlone = cursor.peek(1).kind === "end";
  if (!isAlone && cursor.isOneOf("EXTENDED", "INPUT", "OUTPUT")) {
    throw notSupported(`DESCRIBE ${cursor.peek().value}`, cursor.position);
  }
  const formatted = !isAlone && cursor.accept("FORMATTED");
  const name = formatted ? hiveName(cursor) : shownName(cursor);
  const described = { kind: "describe" as const, name, formatted };
  if (cursor.accept("PARTITION")) return { ...described, partition: partitionSpec(cursor) };
  if (!["word", "backquoted"].includes(cursor.peek().kind)) return described;
  if (formatted) throw notSupported("DESCRIBE FORMATTED of a column", cursor.position);
  return { ...described, column: hiveIdentifier(cursor) };
}
