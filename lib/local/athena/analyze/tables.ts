/**
 * Finds tables and views in the catalog.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import { decodeView } from "../ddl/view_text.ts";
import { notSupported, QueryError } from "../errors.ts";
import type { QualifiedName } from "../sql/ast.ts";
import { Cursor } from "../sql/cursor.ts";
import { parseQuery } from "../sql/queries.ts";
import { parseType } from "../sql/type_names.ts";
import { hiddenColumns } from "../tables/hidden_columns.ts";
import { NULL_PARTITION } from "../tables/partitions/path.ts";
import { hiveType, resolveType } from "../types/names.ts";
import type { Type } from "../types/types.ts";
import { castTo } from "../values/convert.ts";
import { type Env, type Field, fresh, type Scan } from "./context.ts";
import { informationSchema } from "./information_schema.ts";
import { rowsRelation } from "./metadata_rows.ts";
import { translateQuery } from "./query.ts";
import type { TranslatedRelation } from "./relations.ts";

/** Name of the catalog that every table is in. */
export const CATALOG = "awsdatacatalog";

/** Database and table that a name means. */
export function tableName(
  name: QualifiedName,
  database: string | undefined,
): { database: string; table: string } {
  const parts = name.parts.map((part) => part.value.toLowerCase());
  const table = parts.at(-1) as string;
  if (parts.length > 3) {
    throw new QueryError(
      "SYNTAX_ERROR",
      `Too many dots in table name: ${parts.join(".")}`,
      name.position,
    );
  }
  if (parts.length === 3 && parts[0] !== CATALOG) {
    throw new QueryError(
      "CATALOG_NOT_FOUND",
      `Catalog '${parts[0]}' does not exist`,
      name.position,
    );
  }
  const schema = parts.at(-2) ?? database;
  if (schema === undefined) {
    throw new QueryError(
      "MISSING_SCHEMA_NAME",
      "Schema must be specified when session schema is not set",
      name.position,
    );
  }
  return { database: schema, table };
}

/** A table or a view of the catalog as a relation. */
export function catalogRelation(name: QualifiedName, env: Env): TranslatedRelation {
  const { session } = env;
  const { database, table: wanted } = tableName(name, env.database);
  if (database === "information_schema") return informationSchema(name, wanted, env);
  const table = session.table(database, wanted);
  const listed = table ? undefined : partitionsRelation(database, wanted, env);
  if (listed) return listed;
  if (!table) {
    if (!session.hasDatabase(database)) {
      throw new QueryError(
        "SCHEMA_NOT_FOUND",
        `Schema '${database}' does not exist`,
        name.position,
      );
    }
    throw new QueryError(
      "TABLE_NOT_FOUND",
      `Table '${CATALOG}.${database}.${wanted}' does not exist`,
      name.position,
    );
  }
  const relation = [CATALOG, database, wanted];
  if (table.TableType === "VIRTUAL_VIEW") return viewRelation(table, relation, name, env);
  return scanRelation(table, relation, env);
}

const PARTITIONS = "$partitions";

/** `"table$partitions"`: the partitions that the catalog keeps of a table, a row each. */
function partitionsRelation(
  database: string,
  wanted: string,
  env: Env,
): TranslatedRelation | undefined {
  if (!wanted.endsWith(PARTITIONS)) return undefined;
  const table = env.session.table(database, wanted.slice(0, -PARTITIONS.length));
  if (!table?.PartitionKeys?.length) return undefined;
  const keys = tableColumns(table).filter((column) => column.partition);
  const rows = Array.from(
    env.session.partitions(database, table.Name ?? ""),
    ({ Values }) => keys.map((_, i) => Values?.[i] === NULL_PARTITION ? null : Values?.[i] ?? null),
  );
  const columns = keys.map(({ name, type }) => [name, type] as const);
  return rowsRelation([CATALOG, database, wanted], columns, rows, env);
}

/** Columns of a table, its partition columns last, with their types. */
export function tableColumns(table: Table): Scan["columns"] {
  const read = (name: string | undefined, written: string | undefined, partition: boolean) => {
    const type = hiveType(written ?? "string");
    if (partition && type.kind === "char") {
      throw notSupported(`the partition column type '${written}'`);
    }
    return { name: (name ?? "").toLowerCase(), type, partition };
  };
  return [
    ...(table.StorageDescriptor?.Columns ?? []).map((c) => read(c.Name, c.Type, false)),
    ...(table.PartitionKeys ?? []).map((c) => read(c.Name, c.Type, true)),
  ];
}

function scanRelation(table: Table, relation: string[], env: Env): TranslatedRelation {
  const { session } = env;
  const columns = tableColumns(table);
  if (new Set(columns.map(({ name }) => name)).size < columns.length) {
    throw new QueryError(
      "HIVE_INVALID_METADATA",
      `Hive metadata for table ${table.Name} is invalid: Table descriptor contains duplicate columns`,
    );
  }
  const scan: Scan = {
    marker: `/*scan ${session.id}.${session.scans.length}*/`,
    table,
    columns,
    used: new Set(),
    conditions: [],
  };
  session.scans.push(scan);
  const alias = fresh(env, "r");
  const field = (name: string, type: Type, i: number, partition: boolean): Field => ({
    relation,
    name,
    label: name,
    type,
    sql: `${alias}.c${i}`,
    reads: { scan, column: name },
    ...(partition ? { origin: { scan, column: name } } : {}),
  });
  const fields = columns.map((column, i) => field(column.name, column.type, i, column.partition));
  for (const [i, { name, type }] of hiddenColumns(table).entries()) {
    fields.push({ ...field(name, type, columns.length + i, false), hidden: true });
  }
  return { sql: `(${scan.marker}) AS ${alias}`, fields };
}

function viewRelation(
  table: Table,
  relation: string[],
  name: QualifiedName,
  env: Env,
): TranslatedRelation {
  const { session } = env;
  const key = relation.join(".");
  if (session.views.includes(key)) {
    throw new QueryError("VIEW_IS_RECURSIVE", `Statement is recursive`, name.position);
  }
  const view = decodeView(table);
  const inner: Env = { session, database: view.schema, queries: new Map(), nested: true };
  const parameters = session.parameters;
  session.views.push(key);
  session.parameters = [];
  try {
    const query = translateQuery(parseQuery(new Cursor(view.originalSql)), inner);
    if (query.columns.length !== view.columns.length) {
      throw new QueryError(
        "VIEW_IS_STALE",
        `View '${key}' is stale or in invalid state: a column of the query is missing`,
        name.position,
      );
    }
    const alias = fresh(env, "r");
    return {
      sql: `(${query.sql}) AS ${alias}`,
      fields: query.columns.map((column, i): Field => {
        const declared = view.columns[i] as { name: string; type: string };
        const type = resolveType(parseType(new Cursor(declared.type)));
        const value = castTo({ sql: `${alias}.c${i}`, type: column.type }, type);
        const label = declared.name.toLowerCase();
        return {
          relation,
          name: label,
          label,
          type: value.type,
          sql: value.sql,
          ...(column.origin ? { origin: column.origin } : {}),
        };
      }),
    };
  } catch (error) {
    if (!(error instanceof QueryError) || error.code.startsWith("VIEW_IS")) throw error;
    throw new QueryError(
      "INVALID_VIEW",
      `Failed analyzing stored view '${key}': ${error.detail}`,
      name.position,
    );
  } finally {
    session.views.pop();
    session.parameters = parameters;
  }
}
