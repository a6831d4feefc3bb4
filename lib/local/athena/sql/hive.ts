/**
 * Parses statements in Hive's grammar: names may stand in backquotes.
 * @module
 */
import { notSupported } from "../errors.ts";
import type { Cursor } from "./cursor.ts";
import type { HiveName, HiveStatement } from "./hive_ast.ts";
import { parseCreateDatabase, parseCreateTable } from "./hive_create.ts";
import {
  CATALOG,
  hiveColumn,
  hiveColumns,
  hiveIdentifier,
  hiveName,
  hiveProperties,
  hiveString,
  partitionSpec,
  shownName,
  wrong,
} from "./hive_parts.ts";
import { refuseAlteration } from "./unsupported.ts";

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
