/**
 * Runs DDL, and statements that show what the catalog has.
 * @module
 */
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { Statement } from "../sql/statements.ts";
import { alterTable, dropColumn, renameTable } from "./alter.ts";
import { createTable } from "./create_table.ts";
import { alterDatabase, createDatabase, dropDatabase } from "./databases.ts";
import { describe } from "./describe.ts";
import { dropTable } from "./drop_table.ts";
import { addPartitions, dropPartitions, renamePartition } from "./partitions.ts";
import { repair } from "./repair.ts";
import { showCreateTable } from "./show_create.ts";
import { showColumns, showDatabases, showPartitions, showProperties, showTables } from "./show.ts";
import { createView, dropView, showCreateView } from "./views.ts";

/** What a statement gives that only changes something. */
export const DONE: Outcome = { columns: [], rows: [] };

/** Runs a statement of DDL. */
export async function runDdl(statement: Statement, context: StatementContext): Promise<Outcome> {
  switch (statement.kind) {
    case "createDatabase":
      return createDatabase(statement, context);
    case "dropDatabase":
      return dropDatabase(statement, context);
    case "alterDatabase":
      return alterDatabase(statement, context);
    case "createTable":
      return createTable(statement, context);
    case "dropTable":
      return dropTable(statement, context);
    case "addPartitions":
      return addPartitions(statement, context);
    case "dropPartitions":
      return dropPartitions(statement, context);
    case "renamePartition":
      return renamePartition(statement, context);
    case "repair":
      return repair(statement, context);
    case "addColumns":
    case "changeColumn":
    case "setLocation":
    case "setProperties":
      return alterTable(statement, context);
    case "dropColumn":
      return dropColumn(statement);
    case "renameTable":
      return renameTable(statement, context);
    case "showDatabases":
      return showDatabases(statement, context);
    case "showTables":
    case "showViews":
      return showTables(statement, context);
    case "showColumns":
      return showColumns(statement, context);
    case "showPartitions":
      return showPartitions(statement, context);
    case "showProperties":
      return showProperties(statement, context);
    case "showCreateTable":
      return showCreateTable(statement, context);
    case "showCreateView":
      return showCreateView(statement, context);
    case "describe":
      return describe(statement, context);
    case "createView":
      return await createView(statement, context);
    case "dropView":
      return dropView(statement, context);
    default:
      throw new Error(`${statement.kind} is no DDL`);
  }
}
