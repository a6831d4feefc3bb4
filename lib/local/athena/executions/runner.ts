/**
 * Runs executions, a few at a time, in the order they came.
 * @module
 */
import type { Catalog, ObjectStore } from "../../types.ts";
import type { AthenaSettings } from "../settings.ts";
import { QueryError } from "../errors.ts";
import { queryError } from "../engine/engine.ts";
import { parseLocation } from "../tables/location.ts";
import type { Executions } from "./documents.ts";
import type { Execution, Work } from "./model.ts";
import { BYTES_SCANNED_CUTOFF, type Runtime } from "./query.ts";
import { runStatement, type StatementServices } from "./statement.ts";

/** Runs executions. */
export interface Runner {
  /** Queues an execution. */
  start(execution: Execution, work: Work): void;
  /** Cancels an execution, if it has not ended. */
  cancel(id: string): void;
  /** The execution as it is now. */
  get(id: string): Execution | undefined;
  close(): Promise<void>;
}

interface Running {
  execution: Execution;
  work: Work;
  abort: AbortController;
  submitted: number;
  done: Promise<void>;
}

/** Makes a runner; executions that a killed process left running have failed. */
export function createRunner(
  executions: Executions,
  runtime: Runtime & { catalog: Catalog; store: ObjectStore },
  services: StatementServices,
  settings: AthenaSettings,
): Runner {
  const { queuedMs = 0, runningMs = 0, concurrency = 4 } = settings;
  const active = new Map<string, Running>();
  const queue: Running[] = [];
  let running = 0;
  let closed = false;

  for (const execution of executions.unfinished()) {
    fail(
      execution,
      new QueryError("GENERIC_INTERNAL_ERROR", "The engine was stopped while the query ran"),
    );
    executions.update(execution);
  }

  const next = () => {
    while (running < concurrency && queue.length > 0) {
      const item = queue.shift() as Running;
      running++;
      item.done = run(item).finally(() => {
        running--;
        active.delete(item.execution.QueryExecutionId);
        next();
      });
    }
  };

  const run = async (item: Running) => {
    const { execution, abort } = item;
    const { signal } = abort;
    try {
      await atLeast(item.submitted, queuedMs, signal);
      signal.throwIfAborted();
      const started = performance.now();
      execution.Statistics.QueryQueueTimeInMillis = Math.round(started - item.submitted);
      execution.Status.State = "RUNNING";
      if (runningMs > 0) executions.update(execution);
      await runStatement(execution, item.work, { ...runtime, services, signal });
      await atLeast(started, runningMs, signal);
      signal.throwIfAborted();
      execution.Statistics.EngineExecutionTimeInMillis = Math.round(performance.now() - started);
      execution.Status.State = "SUCCEEDED";
    } catch (error) {
      if (signal.aborted) {
        execution.Status.State = "CANCELLED";
        execution.Status.StateChangeReason = "Query cancelled by user";
      } else {
        const known = queryError(error);
        if (known.code === BYTES_SCANNED_CUTOFF) {
          execution.Status.State = "CANCELLED";
          execution.Status.StateChangeReason = known.detail;
          return finish(item);
        }
        try {
          await writeFailure(execution, known.message, runtime.store);
          fail(execution, known);
        } catch (unstored) {
          fail(execution, queryError(unstored));
        }
      }
    }
    finish(item);
  };

  const finish = (item: Running) => {
    const { execution } = item;
    const total = Math.round(performance.now() - item.submitted);
    execution.Status.CompletionDateTime = new Date();
    execution.Statistics.TotalExecutionTimeInMillis = total;
    execution.Statistics.EngineExecutionTimeInMillis ??= total;
    execution.Statistics.DataScannedInBytes ??= 0;
    if (!closed || execution.Status.State !== "CANCELLED") executions.update(execution);
  };

  return {
    start(execution, work) {
      const item: Running = {
        execution,
        work,
        abort: new AbortController(),
        submitted: performance.now(),
        done: Promise.resolve(),
      };
      active.set(execution.QueryExecutionId, item);
      queue.push(item);
      // The answer to the start call goes out first.
      setTimeout(next, 0);
    },
    cancel(id) {
      const item = active.get(id);
      if (!item) return;
      item.abort.abort();
      const queued = queue.indexOf(item);
      if (queued < 0) return;
      queue.splice(queued, 1);
      active.delete(id);
      item.execution.Status.State = "CANCELLED";
      item.execution.Status.StateChangeReason = "Query cancelled by user";
      finish(item);
    },
    get: (id) => active.get(id)?.execution ?? executions.get(id),
    async close() {
      closed = true;
      queue.length = 0;
      const items = [...active.values()];
      for (const item of items) item.abort.abort();
      await Promise.allSettled(items.map((item) => item.done));
    },
  };
}

async function atLeast(since: number, ms: number, signal: AbortSignal): Promise<void> {
  const left = since + ms - performance.now();
  if (ms <= 0 || left <= 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, left);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

/** Numbers of Athena's error catalog by the engine's name of the failure. */
const ERROR_TYPES: Record<string, number> = {
  DIVISION_BY_ZERO: 1001,
  TYPE_MISMATCH: 1002,
  FAILED: 1006,
  SYNTAX_ERROR: 1006,
  COLUMN_NOT_FOUND: 1006,
  CATALOG_NOT_FOUND: 1006,
  HIVE_CURSOR_ERROR: 1007,
  HIVE_BAD_DATA: 1007,
  INVALID_CAST_ARGUMENT: 1100,
  NUMERIC_VALUE_OUT_OF_RANGE: 1100,
  INVALID_PARAMETER_USAGE: 1100,
  INVALID_TABLE_PROPERTY: 1103,
  INVALID_FUNCTION_ARGUMENT: 1106,
  INVALID_VIEW: 1107,
  MISSING_COLUMN_NAME: 1100,
  TABLE_ALREADY_EXISTS: 1110,
  NOT_SUPPORTED: 1200,
  NOT_FOUND: 1300,
  TABLE_NOT_FOUND: 1301,
  SCHEMA_NOT_FOUND: 1301,
  FUNCTION_NOT_FOUND: 1303,
  GENERIC_INTERNAL_ERROR: 200,
  EXCEEDED_LOCAL_MEMORY_LIMIT: 0,
};

const USER_ERROR = 1000;

/** Notes why an execution failed. */
function fail(execution: Execution, error: QueryError): void {
  const system = ["GENERIC_INTERNAL_ERROR", "EXCEEDED_LOCAL_MEMORY_LIMIT"].includes(error.code);
  const hint = leftBehind(execution);
  const reason = hint === "" ? error.message : `${error.message.replace(/\.$/, "")}. ${hint}`;
  const { category, type, message = reason } = error.verdict;
  execution.Status.State = "FAILED";
  execution.Status.StateChangeReason = reason;
  execution.Status.AthenaError = {
    ErrorCategory: category ?? (system ? 1 : 2),
    ErrorType: type ?? ERROR_TYPES[error.code] ?? USER_ERROR,
    Retryable: false,
    ErrorMessage: message,
  };
}

/** What Athena adds where a statement may have written objects before it failed. */
function leftBehind({ SubstatementType: kind, ResultConfiguration }: Execution): string {
  const location = ResultConfiguration?.OutputLocation ?? "";
  if (kind === "CREATE_TABLE_AS_SELECT") {
    return `You may need to manually clean the data at location '${location}' before retrying. ` +
      "Athena will not delete data in your account.";
  }
  if (kind !== "INSERT") return "";
  return `If a data manifest file was generated at '${location}-manifest.csv', you may need to ` +
    "manually clean the data from locations specified in the manifest. Athena will not delete " +
    "data in your account.";
}

/** What Hive's statements fail with is in their result objects as well; others leave none. */
async function writeFailure(
  execution: Execution,
  reason: string,
  store: ObjectStore,
): Promise<void> {
  if (!isOfHive(reason)) return;
  const { bucket, prefix } = parseLocation(execution.ResultConfiguration?.OutputLocation ?? "");
  if (!store.hasBucket(bucket)) return;
  await store.put(bucket, prefix.replace(/\/$/, ""), new TextEncoder().encode(reason), {
    contentType: "application/octet-stream",
  });
}

/** Whether a reason is Hive's. */
export function isOfHive(reason: string): boolean {
  return reason.startsWith("FAILED: ");
}
