/**
 * Parses CREATE TABLE and CREATE DATABASE in Hive's grammar.
 * @module
 */
import { notSupported } from "../errors.ts";
import type { Cursor } from "./cursor.ts";
import { hiveColumns, hiveIdentifier, hiveName, hiveProperties, hiveString } from "./hive_parts.ts";
import type { CreateTable, HiveColumn, HiveStatement } from "./hive_ast.ts";

/** After CREATE: `DATABASE name …` */
export function parseCreateDatabase(cursor: Cursor): HiveStatement {
  cursor.next();
  const ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
  const name = hiveIdentifier(cursor);
  const comment = cursor.accept("COMMENT") ? hiveString(cursor) : undefined;
  const location = cursor.accept("LOCATION") ? hiveString(cursor) : undefined;
  const properties = cursor.accept("WITH", "DBPROPERTIES") ? hiveProperties(cursor) : {};
  return {
    kind: "createDatabase",
    name,
    ifNotExists,
    properties,
    ...(comment === undefined ? {} : { comment }),
    ...(location === undefined ? {} : { location }),
  };
}

/** After CREATE: `EXTERNAL TABLE name (…) …` */
export function parseCreateTable(cursor: Cursor): CreateTable {
  const external = cursor.accept("EXTERNAL");
  cursor.expect("TABLE");
  const ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
  const name = hiveName(cursor);
  if (cursor.is("LIKE")) throw notSupported("CREATE TABLE LIKE", cursor.position);
  const table: CreateTable = {
    kind: "createTable",
    name,
    ifNotExists,
    external,
    columns: cursor.is("(") ? hiveColumns(cursor) : [],
    partitionedBy: [],
    properties: {},
  };
  while (parseClause(cursor, table));
  // Hive goes on with other clauses after WITH than the engine does.
  if (cursor.is("WITH", "(")) cursor.next();
  return table;
}

function parseClause(cursor: Cursor, table: CreateTable): boolean {
  if (cursor.accept("COMMENT")) table.comment = hiveString(cursor);
  else if (cursor.accept("PARTITIONED", "BY")) table.partitionedBy = partitionColumns(cursor);
  else if (cursor.accept("CLUSTERED", "BY")) table.buckets = buckets(cursor);
  else if (cursor.accept("ROW", "FORMAT", "SERDE")) {
    const serde = hiveString(cursor);
    const properties = cursor.accept("WITH", "SERDEPROPERTIES") ? hiveProperties(cursor) : {};
    table.rowFormat = { serde, properties };
  } else if (cursor.accept("ROW", "FORMAT", "DELIMITED")) {
    table.rowFormat = { delimited: delimited(cursor) };
  } else if (cursor.accept("STORED", "AS", "INPUTFORMAT")) {
    table.inputFormat = hiveString(cursor);
    cursor.expect("OUTPUTFORMAT");
    table.outputFormat = hiveString(cursor);
  } else if (cursor.accept("STORED", "AS")) table.storedAs = cursor.next().value;
  else if (cursor.accept("LOCATION")) table.location = hiveString(cursor);
  else if (cursor.accept("TBLPROPERTIES")) table.properties = hiveProperties(cursor);
  else return false;
  return true;
}

/** After CLUSTERED BY: `(a, b) INTO 4 BUCKETS` */
function buckets(cursor: Cursor): { columns: string[]; count: number } {
  cursor.expect("(");
  const columns = cursor.list(() => hiveIdentifier(cursor));
  cursor.expect(")");
  if (cursor.is("SORTED")) throw notSupported("SORTED BY", cursor.position);
  cursor.expect("INTO");
  const position = cursor.position;
  const count = Number(cursor.next().text);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw notSupported("INTO other than a number of BUCKETS", position);
  }
  cursor.expect("BUCKETS");
  return { columns, count };
}

/** Columns with types: only a table of Iceberg is partitioned by its own, or by what is made of them. */
function partitionColumns(cursor: Cursor): HiveColumn[] {
  const [position, after] = [cursor.peek(1).position, cursor.peek(2).value];
  if ([",", ")", "("].includes(after)) {
    throw notSupported("PARTITIONED BY columns without types, as for an Iceberg table,", position);
  }
  return hiveColumns(cursor);
}

function delimited(cursor: Cursor): Record<string, string> {
  const properties: Record<string, string> = {};
  for (;;) {
    if (cursor.accept("FIELDS", "TERMINATED", "BY")) {
      properties["field.delim"] = hiveString(cursor);
      properties["serialization.format"] = properties["field.delim"];
      if (cursor.accept("ESCAPED", "BY")) {
        properties["escape.delim"] = hiveString(cursor);
      }
    } else if (cursor.accept("ESCAPED", "BY")) {
      properties["escape.delim"] = hiveString(cursor);
    } else if (cursor.accept("LINES", "TERMINATED", "BY")) {
      const line = hiveString(cursor);
      if (line !== "\n") {
        throw notSupported("LINES TERMINATED BY other than '\\n'", cursor.position);
      }
      properties["line.delim"] = line;
    } else if (cursor.accept("COLLECTION", "ITEMS", "TERMINATED", "BY")) {
      properties["colelction.delim"] = hiveString(cursor);
    } else if (cursor.accept("MAP", "KEYS", "TERMINATED", "BY")) {
      properties["mapkey.delim"] = hiveString(cursor);
    } else if (cursor.accept("NULL", "DEFINED", "AS")) {
      properties["serialization.null.format"] = hiveString(cursor);
    } else return properties;
  }
}
