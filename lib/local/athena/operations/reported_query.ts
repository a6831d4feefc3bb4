/**
 * What is kept of a statement's text and of what it runs in: Athena leaves out of the names in DDL
 * what it has read from them.
 * @module
 */
import type { Qualifier } from "../sql/hive_ast.ts";
import type { Statement } from "../sql/statements.ts";

/** A statement as `GetQueryExecution` shows it. */
export interface ReportedQuery {
  text: string;
  /** The database that its name tells, as written. */
  database?: string;
}

const CATALOG = "awsdatacatalog";

/**
 * Tells what is kept of a statement.
 *
 * @param text The statement
 * @param statement What it is
 * @param ofView Whether it describes a view, of which all is kept
 */
export function reportedQuery(text: string, statement: Statement, ofView: boolean): ReportedQuery {
  const qualifiers = ofView ? [] : qualifiersOf(statement);
  const first = qualifiers[0];
  const last = qualifiers.at(-1);
  if (!first || !last) return { text };
  const named = first.text.toLowerCase() === CATALOG && isFull(statement, qualifiers);
  if (statement.kind === "describe") {
    return { text: without(text, first, last), database: last.text };
  }
  if (!named) return { text };
  const database = statement.kind === "showTables" ? statement.database : last.text;
  return { text: without(text, first, first), ...(database === undefined ? {} : { database }) };
}

function qualifiersOf(statement: Statement): readonly Qualifier[] {
  switch (statement.kind) {
    case "showTables":
      return statement.qualifiers ?? [];
    case "describe":
    case "showColumns":
    case "showCreateTable":
    case "showPartitions":
    case "showProperties":
    case "repair":
    case "dropTable":
    case "addPartitions":
    case "dropPartitions":
    case "renamePartition":
    case "addColumns":
    case "changeColumn":
    case "renameTable":
    case "setLocation":
    case "setProperties":
      return statement.name.qualifiers;
    default:
      return [];
  }
}

/** Whether a name has all its parts, its catalog among them. */
function isFull({ kind }: Statement, qualifiers: readonly Qualifier[]): boolean {
  return qualifiers.length === (kind === "showTables" ? 1 : 2);
}

function without(text: string, from: Qualifier, to: Qualifier): string {
  return text.slice(0, from.start) + text.slice(to.end);
}
