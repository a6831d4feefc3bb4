/**
 * CREATE VIEW, DROP VIEW, SHOW CREATE VIEW.
 * @module
 */
import { translateQuery } from "../analyze/query.ts";
import { CATALOG, tableName } from "../analyze/tables.ts";
import { QueryError } from "../errors.ts";
import { newSession, type StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import type { Statement } from "../sql/statements.ts";
import { hiveName } from "../types/names.ts";
import { type Type, typeName, VARCHAR } from "../types/types.ts";
import { databaseOf, written } from "./lookup.ts";
import { decodeView, encodeView } from "./view_text.ts";

type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;

export function createView(
  statement: Of<"createView">,
  context: StatementContext,
): Promise<Outcome> {
  const { catalog } = context.runtime;
  const { database, table: name } = tableName(statement.name, context.database);
  if (!catalog.database(database)) {
    throw new QueryError(
      "SCHEMA_NOT_FOUND",
      `Schema '${database}' does not exist`,
      statement.name.position,
    );
  }
  const existing = catalog.table(database, name);
  if (existing && existing.TableType !== "VIRTUAL_VIEW") {
    throw new QueryError(
      "TABLE_ALREADY_EXISTS",
      `line 1:1: Table already exists: '${CATALOG}.${database}.${name}'`,
    );
  }
  if (existing && !statement.replace) {
    throw new QueryError(
      "TABLE_ALREADY_EXISTS",
      `View already exists: '${CATALOG}.${database}.${name}'`,
    );
  }
  const session = newSession(context);
  const { columns } = translateQuery(statement.query, {
    session,
    database: context.database,
    queries: new Map(),
  });
  const named = columns.map((column) => {
    if (column.name === undefined) {
      throw new QueryError(
        "MISSING_COLUMN_NAME",
        "Column name not specified at position 1",
        statement.query.position,
      );
    }
    return { name: column.name.toLowerCase(), type: viewType(column.type) };
  });
  const twice = named.find((column, i) => named.findIndex((c) => c.name === column.name) !== i);
  if (twice) {
    throw new QueryError(
      "DUPLICATE_COLUMN_NAME",
      `Column name '${twice.name}' specified more than once`,
    );
  }
  catalog.putTable({
    Name: name,
    DatabaseName: database,
    CreateTime: existing?.CreateTime ?? new Date(),
    UpdateTime: new Date(),
    TableType: "VIRTUAL_VIEW",
    Parameters: { presto_view: "true", comment: "Presto View" },
    PartitionKeys: [],
    ViewOriginalText: encodeView({
      originalSql: statement.sql,
      catalog: CATALOG,
      schema: context.database ?? database,
      columns: named.map((column) => ({ name: column.name, type: typeName(column.type) })),
    }),
    ViewExpandedText: "/* Presto View */",
    StorageDescriptor: {
      Columns: named.map((column) => ({ Name: column.name, Type: hiveName(column.type) })),
      Location: "",
      SerdeInfo: {},
    },
  });
  return Promise.resolve({ columns: [], rows: [] });
}

/** The type a view declares: text of any length. */
function viewType(type: Type): Type {
  return type.kind === "unknown" ? VARCHAR : type.kind === "varchar" ? VARCHAR : type;
}

export function dropView(statement: Of<"dropView">, context: StatementContext): Outcome {
  const { catalog } = context.runtime;
  const { database, table: name } = tableName(statement.name, context.database);
  const table = catalog.table(database, name);
  if (!table) {
    if (statement.ifExists) return { columns: [], rows: [] };
    throw new QueryError(
      "TABLE_NOT_FOUND",
      `View '${CATALOG}.${database}.${name}' does not exist`,
      statement.name.position,
    );
  }
  if (table.TableType !== "VIRTUAL_VIEW") {
    throw new QueryError(
      "TABLE_NOT_FOUND",
      `View '${CATALOG}.${database}.${name}' does not exist, but a table with that name exists. ` +
        `Did you mean DROP TABLE ${CATALOG}.${database}.${name}?`,
      statement.name.position,
    );
  }
  catalog.deleteTable(database, name);
  return { columns: [], rows: [] };
}

export function showCreateView(
  statement: Extract<HiveStatement, { kind: "showCreateView" }>,
  context: StatementContext,
): Outcome {
  const database = databaseOf(statement.name, context);
  const table = context.runtime.catalog.table(database, statement.name.table);
  if (table?.TableType !== "VIRTUAL_VIEW") {
    throw new QueryError(
      "",
      `View not found or not a valid presto view: ${written(statement.name)}`,
      undefined,
      { type: 1301 },
    );
  }
  const lines = `CREATE VIEW ${table.DatabaseName}.${table.Name} AS\n${
    decodeView(table).originalSql
  }`;
  return {
    columns: [{ name: "create view", type: "varchar" }],
    rows: lines.split("\n").map((line) => [line]),
    updateCount: 0,
  };
}
