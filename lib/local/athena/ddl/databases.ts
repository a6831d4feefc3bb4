/**
 * CREATE, ALTER and DROP DATABASE.
 * @module
 */
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { failed, taskFailed } from "./lookup.ts";

type Of<K extends HiveStatement["kind"]> = Extract<HiveStatement, { kind: K }>;

const DONE: Outcome = { columns: [], rows: [] };

export function createDatabase(
  statement: Of<"createDatabase">,
  context: StatementContext,
): Outcome {
  const { catalog } = context.runtime;
  if (catalog.database(statement.name)) {
    if (statement.ifNotExists) return DONE;
    throw taskFailed(`Database ${statement.name} already exists`, { category: 2, type: 1006 });
  }
  catalog.putDatabase({
    Name: statement.name,
    CreateTime: new Date(),
    ...(statement.comment === undefined ? {} : { Description: statement.comment }),
    ...(statement.location === undefined ? {} : { LocationUri: statement.location }),
    Parameters: statement.properties,
  });
  return DONE;
}

export function alterDatabase(statement: Of<"alterDatabase">, context: StatementContext): Outcome {
  const { catalog } = context.runtime;
  const database = catalog.database(statement.name);
  if (!database) {
    throw failed(`[Error 10072]: Database does not exist: ${statement.name}`);
  }
  catalog.putDatabase({
    ...database,
    Parameters: { ...database.Parameters, ...statement.properties },
  });
  return DONE;
}

export function dropDatabase(statement: Of<"dropDatabase">, context: StatementContext): Outcome {
  const { catalog } = context.runtime;
  const { name } = statement;
  if (!catalog.database(name)) {
    if (statement.ifExists) return DONE;
    throw failed(`[Error 10072]: Database does not exist: ${name}`);
  }
  if (!statement.cascade && catalog.tables(name).length > 0) {
    throw taskFailed(
      `InvalidOperationException(message:Database ${name} is not empty. One or more tables exist.)`,
    );
  }
  catalog.deleteDatabase(name);
  return DONE;
}
