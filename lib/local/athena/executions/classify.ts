/**
 * How the API names kinds of statements.
 * @module
 */
import type { StatementType } from "@aws-sdk/client-athena";
import type { Statement } from "../sql/statements.ts";

const UTILITY = ["explain", "describe", "prepare", "execute", "deallocate"];

const SUBSTATEMENTS: Partial<Record<Statement["kind"], string>> = {
  query: "SELECT",
  ctas: "CREATE_TABLE_AS_SELECT",
  insert: "INSERT",
  unload: "UNLOAD",
  explain: "EXPLAIN",
  createTable: "CREATE_TABLE",
  createView: "CREATE_VIEW",
  createDatabase: "CREATE_DATABASE",
  dropTable: "DROP_TABLE",
  dropView: "DROP_VIEW",
  dropDatabase: "DROP_DATABASE",
  repair: "MSCK_REPAIR",
  addPartitions: "ALTER_TABLE_ADD_PARTITION",
  showTables: "SHOW_TABLES",
  showDatabases: "SHOW_DATABASES",
  describe: "DESCRIBE_TABLE",
  showProperties: "SHOW_TABLE_PROPERTIES",
};

/** `DML`, `DDL` or `UTILITY`. */
export function statementType(statement: Statement): StatementType {
  if (["query", "ctas", "insert", "unload", "execute"].includes(statement.kind)) return "DML";
  if (UTILITY.includes(statement.kind) || statement.kind.startsWith("show")) return "UTILITY";
  return ["unsupported", "refused"].includes(statement.kind) ? "DML" : "DDL";
}

/** The finer name. */
export function substatementType(statement: Statement): string {
  return SUBSTATEMENTS[statement.kind] ??
    statement.kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Name of the result object in the folder of results. */
export function resultName(statement: Statement, id: string): string {
  if (statement.kind === "insert") return id;
  if (statement.kind === "ctas") return `tables/${id}`;
  return `${id}.${["query", "execute", "refused"].includes(statement.kind) ? "csv" : "txt"}`;
}
