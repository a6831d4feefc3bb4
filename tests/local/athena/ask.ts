/** Asks the engine a query without tables, as Trino is asked in `tests/conformance/athena/`. */
import type { Session } from "../../../lib/local/athena/analyze/context.ts";
import { translateQuery } from "../../../lib/local/athena/analyze/query.ts";
import { runInOrder } from "../../../lib/local/athena/analyze/run_in_order.ts";
import { newOrder } from "../../../lib/local/athena/analyze/unused.ts";
import { type Engine, queryError } from "../../../lib/local/athena/engine/engine.ts";
import { findMatches } from "../../../lib/local/athena/row_patterns/run.ts";
import { parseStatement } from "../../../lib/local/athena/sql/statements.ts";
import { printValue } from "../../../lib/local/athena/types/print.ts";
import { typeName } from "../../../lib/local/athena/types/types.ts";
import type { TrinoAnswer } from "./trino_answers.ts";

/** Translates a query and runs it; its types are named as Trino names them. */
export async function ask(engine: Engine, sql: string): Promise<Omit<TrinoAnswer, "sql">> {
  const session: Session = {
    id: "0",
    table: () => undefined,
    hasDatabase: () => false,
    databases: () => [],
    tables: () => [],
    partitions: () => [],
    database: "default",
    parameters: [],
    scans: [],
    startTime: 0,
    nextId: 0,
    views: [],
    order: newOrder(),
    patterns: new Map(),
  };
  try {
    const statement = parseStatement(sql);
    if (statement.kind !== "query") throw new Error(`${sql} is no query`);
    const env = { session, queries: new Map() };
    const translated = translateQuery(statement.query, env);
    const connection = await engine.connect();
    try {
      const result = await runInOrder(
        statement.query,
        translated,
        env,
        async (sql) => {
          await findMatches(sql, {
            duckdb: engine.duckdb,
            connection,
            patterns: session.patterns,
            resolve: (input) => input,
          });
          return await connection.runAndReadAll(sql);
        },
      );
      return {
        types: translated.columns.map((column) => typeName(column.type)),
        names: translated.columns.map((column, i) => column.name ?? `_col${i}`),
        rows: result.getRows().map((row) =>
          row.map((value, i) => printValue(value, translated.columns[i]!.type))
        ),
      };
    } finally {
      connection.closeSync();
    }
  } catch (error) {
    const known = queryError(error);
    return { error: known.code, message: known.detail };
  }
}
