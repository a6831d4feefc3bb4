/**
 * Runs INSERT INTO.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import type { Column } from "../analyze/query.ts";
import { CATALOG, tableColumns, tableName } from "../analyze/tables.ts";
import { folder } from "../ddl/lookup.ts";
import { notSupported, QueryError } from "../errors.ts";
import type { Execution } from "../executions/model.ts";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { Statement } from "../sql/statements.ts";
import { formatOf } from "../tables/format.ts";
import { isProjected } from "../tables/partitions/projection.ts";
import { coercible, commonType } from "../types/coerce.ts";
import { type Type, typeName } from "../types/types.ts";
import { castTo, coerce } from "../values/convert.ts";
import type { WriteFormat } from "./objects.ts";
import { outcomeOf, registerPartitions, write } from "./rows.ts";

type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;

/** Runs INSERT INTO. */
export async function insert(
  statement: Of<"insert">,
  execution: Execution,
  context: StatementContext,
): Promise<Outcome> {
  const { catalog } = context.runtime;
  const { database, table: name } = tableName(statement.name, context.database);
  const table = catalog.table(database, name);
  if (!table) {
    throw new QueryError(
      "TABLE_NOT_FOUND",
      `Table '${CATALOG}.${database}.${name}' does not exist`,
      statement.name.position,
    );
  }
  if (table.TableType === "VIRTUAL_VIEW") {
    throw new QueryError(
      "NOT_SUPPORTED",
      "Inserting into views is not supported",
      statement.name.position,
    );
  }
  if ((table.StorageDescriptor?.BucketColumns?.length ?? 0) > 0) {
    throw notSupported("INSERT INTO a bucketed table", statement.name.position);
  }
  const properties = Object.keys(table.Parameters ?? {}).map((name) => name.toLowerCase());
  if (isProjected(table) && properties.includes("storage.location.template")) {
    // Rows go to folders of Hive's style, which such a table does not read.
    throw notSupported("INSERT INTO a table with storage.location.template");
  }
  const columns = tableColumns(table);
  const twice = statement.columns?.find((column, i, all) =>
    all.findIndex((other) => other.value.toLowerCase() === column.value.toLowerCase()) < i
  );
  if (twice) {
    throw new QueryError(
      "DUPLICATE_COLUMN_NAME",
      `Insert column name is specified more than once: ${twice.value.toLowerCase()}`,
      twice.position,
    );
  }
  const wanted = statement.columns?.map((column) => {
    const found = columns.find((candidate) => candidate.name === column.value.toLowerCase());
    if (found) return found;
    throw new QueryError(
      "COLUMN_NOT_FOUND",
      `Insert column name does not exist in target table: ${column.value}`,
      column.position,
    );
  }) ?? columns;
  const written = await write(
    statement.query,
    execution,
    context,
    (given) => {
      requireInsertable(given, wanted.map((column) => column.type));
      return {
        columns,
        partitionColumns: columns.filter((column) => column.partition).length,
        location: folder(table.StorageDescriptor?.Location ?? ""),
        format: insertFormat(table),
      };
    },
    (given, sql) => {
      const list = columns.map((column, i) => {
        const index = wanted.indexOf(column);
        const value = index < 0
          ? { sql: "NULL", type: { kind: "unknown" } as Type }
          : { sql: `w.c${index}`, type: (given[index] as Column).type };
        return `${inserted(value, column.type)} AS c${i}`;
      });
      return `SELECT ${list.join(", ")} FROM (${sql}) AS w`;
    },
  );
  registerPartitions(table, written, context);
  return await outcomeOf(written, execution, context);
}

/** Values must have a type in common with their columns; they are cast to these. */
function requireInsertable(given: readonly Column[], wanted: readonly Type[]): void {
  const fits = given.length === wanted.length &&
    given.every((column, i) => isInsertable(column.type, wanted[i] as Type));
  if (fits) return;
  throw new QueryError(
    "TYPE_MISMATCH",
    `Insert query has mismatched column types: Table: [${
      wanted.map(typeName).join(", ")
    }], Query: [${given.map((column) => typeName(column.type)).join(", ")}]`,
  );
}

function isInsertable(from: Type, to: Type): boolean {
  return hasBoundedText(to) ? coercible(from, to) : commonType(from, to) !== undefined;
}

/** Whether a type has text of a bounded length inside. */
function hasBoundedText(type: Type): boolean {
  const inner = type.kind === "array"
    ? [type.element]
    : type.kind === "map"
    ? [type.key, type.value]
    : type.kind === "row"
    ? type.fields.map((field) => field.type)
    : [];
  return inner.some((one) =>
    (one.kind === "varchar" && one.length !== undefined) || hasBoundedText(one)
  );
}

/** A value as its column takes it: text is not cut, but for spaces at its end. */
function inserted(value: { sql: string; type: Type }, to: Type): string {
  const from = value.type;
  if (coercible(from, to)) return coerce(value, to).sql;
  if (from.kind !== "varchar" || to.kind !== "varchar") return castTo(value, to).sql;
  const message = `INVALID_CAST_ARGUMENT: Cannot truncate non-space characters when casting from ${
    typeName(from)
  } to ${typeName(to)} on INSERT`;
  return `CASE WHEN length(rtrim(${value.sql})) > ${to.length} THEN t_fail('${message}') ` +
    `ELSE left(${value.sql}, ${to.length}) END`;
}

function insertFormat(table: Table): WriteFormat {
  const format = formatOf(table.StorageDescriptor, table);
  switch (format.kind) {
    case "parquet":
      return { kind: "parquet", compression: "gzip", delimiter: "" };
    case "json":
      if (format.mapping.size > 0) throw notSupported("INSERT INTO a table with mappings of keys");
      return { kind: "json", compression: "gzip", delimiter: "" };
    case "delimited":
      if (format.skip > 0) throw notSupported("INSERT INTO a table with skip.header.line.count");
      return { kind: "text", compression: "gzip", delimiter: format.delimiter };
    case "csv":
      throw notSupported("INSERT INTO a table of OpenCSVSerde");
    case "regex":
      throw notSupported("INSERT INTO a table of RegexSerDe");
  }
}
