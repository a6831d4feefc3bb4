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
  repair: "MSCK_REPAIR_TABLE",
  addPartitions: "ALTER_TABLE_ADD_PARTITION",
  showTables: "SHOW_TABLES",
  showDatabases: "SHOW_DATABASES",
  describe: "DESCRIBE_TABLE",
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

/** End of the result object's name. */
export function resultExtension(statement: Statement): "csv" | "txt" {
  return ["query", "execute", "refused"].includes(statement.kind) ? "csv" : "txt";
}
