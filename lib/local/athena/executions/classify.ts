/**
 * How the API names kinds of statements, as recorded of the service: CTAS is DDL and EXPLAIN is DML,
 * whatever its reference says.
 * @module
 */
import type { StatementType } from "@aws-sdk/client-athena";
import type { Expression, Query } from "../sql/ast.ts";
import type { Statement } from "../sql/statements.ts";

const UTILITY = ["describe", "prepare", "deallocate"];
const CSV = ["query", "execute", "unsupported", "refused"];
const NUMBERS = ["integer", "decimal", "double"];
const DML = ["query", "insert", "unload", "execute", "explain", "unsupported", "refused"];

const SUBSTATEMENTS: Partial<Record<Statement["kind"], string>> = {
  query: "SELECT",
  ctas: "CREATE_TABLE_AS_SELECT",
  repair: "MSCK_REPAIR",
  addPartitions: "ALTER_TABLE_ADD_PARTITION",
  dropPartitions: "ALTER_TABLE_DROP_PARTITION",
  renamePartition: "ALTER_TABLE_RENAME_PARTITION",
  addColumns: "ALTER_TABLE_ADD_COLUMN",
  changeColumn: "ALTER_TABLE_CHANGE_COLUMN",
  dropColumn: "ALTER_TABLE_DROP_COLUMN",
  renameTable: "ALTER_TABLE_RENAME",
  setLocation: "ALTER_TABLE_SET_LOCATION",
  setProperties: "ALTER_TABLE_PROPERTIES",
  describe: "DESCRIBE_TABLE",
  showProperties: "SHOW_TABLE_PROPERTIES",
};

/** `DML`, `DDL` or `UTILITY`. */
export function statementType({ kind }: Statement): StatementType {
  if (DML.includes(kind)) return "DML";
  return UTILITY.includes(kind) || kind.startsWith("show") ? "UTILITY" : "DDL";
}

/** The finer name. */
export function substatementType(statement: Statement): string {
  if (statement.kind === "addColumns" && statement.replace) return "ALTER_TABLE_REPLACE_COLUMN";
  if (statement.kind === "unsupported") return statement.what;
  return SUBSTATEMENTS[statement.kind] ??
    statement.kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Name of the result object in the folder of results. */
export function resultName(statement: Statement, id: string): string {
  if (statement.kind === "insert") return id;
  if (statement.kind === "ctas") return `tables/${id}`;
  return `${id}.${CSV.includes(statement.kind) ? "csv" : "txt"}`;
}

/**
 * Whether a SELECT gives nothing but literals: Athena answers it without its engine, which shows in
 * the kind of its objects.
 */
export function givesLiterals({ with: named, body, orderBy, offset, limit }: Query): boolean {
  if (named.length > 0 || orderBy.length > 0 || offset || limit || body.kind !== "select") {
    return false;
  }
  const { distinct, items, from, where, groupBy, having } = body;
  return !(distinct || from || where || groupBy || having) &&
    items.every((item) => item.kind === "expression" && isLiteral(item.value));
}

function isLiteral(value: Expression): boolean {
  if (value.kind === "unary") return value.operator === "-" && NUMBERS.includes(value.value.kind);
  return NUMBERS.includes(value.kind) || value.kind === "string" || value.kind === "boolean";
}
