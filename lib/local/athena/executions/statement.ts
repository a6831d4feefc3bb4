/**
 * Runs one statement and writes its result object.
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { commentFailure } from "../ddl/block_comments.ts";
import { runDdl } from "../ddl/run.ts";
import { runWrite } from "../write/run.ts";
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { parseStatement, placeholdersOf, type Statement } from "../sql/statements.ts";
import { printValue } from "../types/print.ts";
import type { Type } from "../types/types.ts";
import { givesLiterals } from "./classify.ts";
import { runExplain } from "./explain.ts";
import type { Execution, Work } from "./model.ts";
import { prepareQuery, type Runtime, type StatementContext } from "./query.ts";
import { publish, publishOutcome } from "./publish.ts";
import { csvWriter, type Outcome, type ResultWriter } from "./results.ts";

/** Prepared statements, for PREPARE, EXECUTE and DEALLOCATE. */
export interface StatementServices {
  getStatement(workGroup: string, name: string): string | undefined;
  putStatement(workGroup: string, name: string, sql: string): void;
  deleteStatement(workGroup: string, name: string): boolean;
}

/** What statements run with. */
export interface StatementRuntime extends Runtime {
  services: StatementServices;
  signal: AbortSignal;
}

/** Runs a statement; the execution's statistics and output are filled in. */
export async function runStatement(
  execution: Execution,
  work: Work,
  runtime: StatementRuntime,
): Promise<void> {
  if (work.previous) return reuse(execution, work.previous);
  const planning = performance.now();
  const context: StatementContext = {
    runtime,
    database: work.database,
    parameters: work.parameters,
    startTime: execution.Status.SubmissionDateTime?.getTime() ?? Date.now(),
    signal: runtime.signal,
    cutoff: work.cutoff,
  };
  if (TAKES_PARAMETERS.includes(work.statement.kind)) {
    checkParameters(execution.Query, context.parameters);
  }
  await run(work.statement, execution, context, runtime, planning);
}

/** Gives an execution the result of another, which stays where it is. */
function reuse(execution: Execution, previous: Execution): void {
  const { columns, rows, offsets, updateCount } = previous;
  Object.assign(execution, { columns, rows, offsets, updateCount });
  execution.Statistics.DataScannedInBytes = 0;
  execution.Statistics.ResultReuseInformation = { ReusedPreviousResult: true };
}

/** What the engine calls statements that write rows of a table. */
const UPDATES: Partial<Record<Statement["kind"], Pick<Outcome, "updateType">>> = {
  ctas: { updateType: "CREATE TABLE" },
  insert: { updateType: "INSERT" },
};

const TAKES_PARAMETERS: Statement["kind"][] = ["query", "ctas", "insert", "unload", "explain"];

/** The engine counts a statement's parameters before it looks at anything else. */
function checkParameters(sql: string, parameters: readonly Expression[]): void {
  const { count, position } = placeholdersOf(sql);
  if (count === parameters.length) return;
  throw new QueryError(
    "INVALID_PARAMETER_USAGE",
    `Incorrect number of parameters: expected ${count} but found ${parameters.length}`,
    position,
  );
}

async function run(
  statement: Statement,
  execution: Execution,
  context: StatementContext,
  runtime: StatementRuntime,
  planning: number,
): Promise<void> {
  switch (statement.kind) {
    case "query": {
      const prepared = await prepareQuery(statement.query, context);
      try {
        execution.Statistics.QueryPlanningTimeInMillis = Math.round(performance.now() - planning);
        execution.Statistics.DataScannedInBytes = prepared.bytes;
        const names = prepared.columns.map((column, i) => column.name ?? `_col${i}`);
        const columns = prepared.columns.map((column, i) => ({
          name: names[i] as string,
          type: column.type,
        }));
        const writer = await prepared.run(
          (sql) => sql,
          (connection, sql) => collect(connection, sql, columns, context),
        );
        execution.updateCount = 0;
        await publish(execution, columns, writer, runtime, {
          literals: givesLiterals(statement.query),
        });
      } finally {
        prepared.close();
      }
      return;
    }
    case "execute": {
      const sql = runtime.services.getStatement(execution.WorkGroup, statement.name.value);
      if (sql === undefined) {
        throw notFoundStatement(statement.name.value);
      }
      const prepared = parseStatement(sql);
      // Values come with the statement or with the request.
      const parameters = [...statement.parameters, ...context.parameters];
      checkParameters(sql, parameters);
      await run(prepared, execution, { ...context, parameters }, runtime, planning);
      return;
    }
    case "prepare":
      runtime.services.putStatement(execution.WorkGroup, statement.name.value, statement.sql);
      return await publishOutcome(execution, { columns: [], rows: [] }, runtime);
    case "deallocate":
      if (!runtime.services.deleteStatement(execution.WorkGroup, statement.name.value)) {
        throw notFoundStatement(statement.name.value);
      }
      return await publishOutcome(execution, { columns: [], rows: [] }, runtime);
    case "explain":
      return await publishOutcome(
        execution,
        await runExplain(statement, execution, context),
        runtime,
      );
    case "ctas":
    case "insert":
    case "unload": {
      const outcome = await runWrite(statement, execution, context);
      return await publishOutcome(execution, { ...outcome, ...UPDATES[statement.kind] }, runtime);
    }
    case "refused":
      throw statement.error;
    case "unsupported":
      throw new QueryError(
        "NOT_SUPPORTED",
        "Modifying Hive table rows is only supported for transactional tables",
      );
    default:
      checkComments(execution, statement);
      return await publishOutcome(execution, await runDdl(statement, context), runtime);
  }
}

/** A view is described without Hive. */
function checkComments(
  { Query: text, SubstatementType: kind }: Execution,
  statement: Statement,
): void {
  const failure = kind === "DESC_VIEW" ? undefined : commentFailure(text, statement);
  if (failure) throw failure;
}

function notFoundStatement(name: string): QueryError {
  return new QueryError("NOT_FOUND", `Prepared statement not found: ${name}`);
}

async function collect(
  connection: DuckDBConnection,
  sql: string,
  columns: readonly { name: string; type: Type }[],
  { signal, runtime }: StatementContext,
): Promise<ResultWriter> {
  const names = columns.map((column) => column.name);
  const writer = csvWriter(names, runtime.limits.resultBytes);
  const result = await connection.stream(sql);
  const types = columns.map((column) => column.type);
  for (;;) {
    const chunk = await result.fetchChunk();
    signal.throwIfAborted();
    if (!chunk || chunk.rowCount === 0) return writer;
    const vectors = types.map((_, i) => chunk.getColumnVector(i));
    for (let row = 0; row < chunk.rowCount; row++) {
      writer.add(types.map((type, i) => printValue(vectors[i]?.getItem(row), type)));
    }
  }
}
