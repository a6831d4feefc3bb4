/**
 * The schema that describes the catalog: `information_schema`.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import { QueryError } from "../errors.ts";
import type { QualifiedName } from "../sql/ast.ts";
import { BIGINT, type Type, typeName, VARCHAR } from "../types/types.ts";
import type { Env } from "./context.ts";
import { rowsRelation, type Value } from "./metadata_rows.ts";
import type { TranslatedRelation } from "./relations.ts";
import { CATALOG, tableColumns } from "./tables.ts";

const VIEWS: Record<string, { columns: [string, Type][]; rows: (env: Env) => Value[][] }> = {
  schemata: {
    columns: [["catalog_name", VARCHAR], ["schema_name", VARCHAR]],
    rows: ({ session }) =>
      ["information_schema", ...session.databases()].sort().map((name) => [CATALOG, name]),
  },
  tables: {
    columns: [
      ["table_catalog", VARCHAR],
      ["table_schema", VARCHAR],
      ["table_name", VARCHAR],
      ["table_type", VARCHAR],
    ],
    rows: ({ session }) =>
      session.databases().flatMap((database) =>
        session.tables(database).map((table) => [
          CATALOG,
          database,
          table.Name ?? "",
          isView(table) ? "VIEW" : "BASE TABLE",
        ])
      ),
  },
  columns: {
    columns: [
      ["table_catalog", VARCHAR],
      ["table_schema", VARCHAR],
      ["table_name", VARCHAR],
      ["column_name", VARCHAR],
      ["ordinal_position", BIGINT],
      ["column_default", VARCHAR],
      ["is_nullable", VARCHAR],
      ["data_type", VARCHAR],
    ],
    rows: ({ session }) =>
      session.databases().flatMap((database) =>
        session.tables(database).flatMap((table) =>
          columnsOf(table).map((column, i): Value[] => [
            CATALOG,
            database,
            table.Name ?? "",
            column.name,
            i + 1,
            null,
            "YES",
            typeName(column.type),
          ])
        )
      ),
  },
};

function isView(table: Table): boolean {
  return table.TableType === "VIRTUAL_VIEW";
}

/** A table with a type this engine does not know is left out, not a reason to fail. */
function columnsOf(table: Table) {
  try {
    return tableColumns(table);
  } catch (error) {
    if (error instanceof QueryError) return [];
    throw error;
  }
}

/** A view of `information_schema` as a relation. */
export function informationSchema(
  name: QualifiedName,
  table: string,
  env: Env,
): TranslatedRelation {
  const view = Object.hasOwn(VIEWS, table) ? VIEWS[table] : undefined;
  if (!view) {
    throw new QueryError(
      "TABLE_NOT_FOUND",
      `Table '${CATALOG}.information_schema.${table}' does not exist`,
      name.position,
    );
  }
  return rowsRelation([CATALOG, "information_schema", table], view.columns, view.rows(env), env);
}
