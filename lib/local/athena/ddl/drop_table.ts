/**
 * DROP TABLE: the objects stay, as those of an external table do.
 * @module
 */
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { databaseOf, tableNotFound, taskFailed, written } from "./lookup.ts";

export function dropTable(
  statement: Extract<HiveStatement, { kind: "dropTable" }>,
  context: StatementContext,
): Outcome {
  const { catalog } = context.runtime;
  const done: Outcome = { columns: [], rows: [] };
  const wanted = statement.name.database ?? context.database ?? "default";
  if (statement.ifExists && !catalog.database(wanted)) return done;
  const database = databaseOf(statement.name, context);
  const table = catalog.table(database, statement.name.table);
  if (!table) {
    if (statement.ifExists) return done;
    throw tableNotFound(written(statement.name));
  }
  if (table.TableType === "VIRTUAL_VIEW") {
    if (statement.ifExists) return done;
    throw taskFailed("Cannot drop a view with DROP TABLE");
  }
  catalog.deleteTable(database, statement.name.table);
  return done;
}
