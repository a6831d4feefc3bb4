/**
 * `deno task query`: asks Athena.
 * @module
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import {
  namedQueries,
  namedQuery,
  query,
  type QueryOptions,
  type QueryPage,
  queryPages,
  type QueryParameter,
  type QueryResult,
} from "../lib/athena/mod.ts";
import { type Config, loadConfig } from "../lib/config.ts";
import { TickertapeError, UsageError } from "../lib/errors.ts";
import { tableName } from "../lib/table_name.ts";
import { formatBytes, formatSeconds, plural } from "./cli/format.ts";
import { formatTable } from "./cli/table.ts";
import { runTask, type TaskContext } from "./cli/task.ts";
import { path, seconds, wholeNumber } from "./cli/values.ts";
import { compareResults } from "./query/changes.ts";
import {
  cellsOf,
  csvOf,
  logStatistics,
  type OutputFlags,
  showAnswer,
  summaryOf,
} from "./query/output.ts";
import { parseParameter } from "./query/parameter.ts";

interface Flags extends OutputFlags {
  name?: string;
  list?: boolean;
  file?: string;
  param?: QueryParameter[];
  watch?: number;
}

function flags(command: Command): void {
  command
    .argument("[sql]", "one statement in Athena's SQL; - reads it from standard input")
    .option("--name <query>", "run a query that is shipped, by its name")
    .option("--list", "list the shipped queries")
    .option("--file <path>", "run the statement in a file", path)
    .option(
      "--param <value>",
      "value for the next ? of the statement; repeat it for more. A number, true, false and null " +
        "are that, all else is text; '5' in single quotes is text",
      (text: string, list: QueryParameter[] = []) => [...list, parseParameter(text)],
    )
    .option(
      "--watch <seconds>",
      "run it again every so often, and show what changed",
      seconds,
    )
    .option("--csv", "print CSV")
    .option("--max-rows <rows>", "rows shown; --csv and --json give them all", wholeNumber(), 100);
}

async function run(flags: Flags, context: TaskContext): Promise<object> {
  const config = loadConfig();
  if (flags.list) return list(config, context);
  const sql = await statement(flags, context.args[0], config);
  return flags.watch === undefined
    ? await once(config, sql, flags, context)
    : await watch(config, sql, flags, context, flags.watch);
}

function list(config: Config, { print }: TaskContext): object {
  const queries = namedQueries({ table: tableName(config) });
  print(formatTable(["name", "answers"], queries.map(({ name, title }) => [name, title])));
  return { queries };
}

async function statement(flags: Flags, sql: string | undefined, config: Config): Promise<string> {
  const given = [sql, flags.name, flags.file].filter((text) => text !== undefined);
  if (given.length !== 1) {
    throw new UsageError(
      given.length === 0
        ? "There is nothing to run"
        : "SQL, --name and --file exclude each other, and more than one is given",
      'Try deno task query --name total, or deno task query "SELECT 1"; --list shows the names',
    );
  }
  if (flags.name !== undefined) return namedQuery(flags.name, { table: tableName(config) }).sql;
  const text = flags.file !== undefined
    ? await readFile(flags.file)
    : sql === "-"
    ? await new Response(Deno.stdin.readable).text()
    : sql!;
  // A query console takes a semicolon at the end, and Athena does not mind one; nobody needs it.
  const trimmed = text.trim().replace(/;$/, "");
  if (trimmed !== "") return trimmed;
  throw new UsageError("The statement is empty", 'Try deno task query "SELECT 1"');
}

async function readFile(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    const why = error instanceof Deno.errors.NotFound
      ? "there is no such file"
      : (error as Error).message;
    throw new UsageError(
      `Could not read ${path}: ${why}`,
      `Check the path of the file with SQL; it is taken from the folder ${Deno.cwd()}`,
      error,
    );
  }
}

async function once(
  config: Config,
  sql: string,
  flags: Flags,
  context: TaskContext,
): Promise<object> {
  // As CSV, an answer of any size goes out page by page.
  if (flags.csv && !context.json) return await streamCsv(config, sql, flags, context);
  const result = await ask(config, sql, flags, context);
  showAnswer(result, result.rows.map((row) => cellsOf(result, row)), flags, context);
  return summaryOf(result);
}

async function streamCsv(
  config: Config,
  sql: string,
  flags: Flags,
  context: TaskContext,
): Promise<object> {
  let rows = 0;
  let last: QueryPage | undefined;
  for await (const page of queryPages(config, sql, queryOptions(flags, context))) {
    context.progress.stop();
    if (last === undefined) context.print(csvOf(page, true));
    else if (page.rows.length > 0) context.print(csvOf(page, false));
    rows += page.rows.length;
    last = page;
  }
  if (last !== undefined) logStatistics(last, rows, context);
  return {};
}

async function watch(
  config: Config,
  sql: string,
  flags: Flags,
  context: TaskContext,
  seconds: number,
): Promise<object> {
  const { signal, log } = context;
  let last: QueryResult | undefined;
  let runs = 0;
  while (!signal.aborted) {
    const result = await ask(config, sql, flags, context).catch((error: unknown) => {
      // Ctrl-C ends a watch as it should end; the query under way is cancelled at the service.
      if (signal.aborted) return undefined;
      // What has been answered before is asked again: a stack may be started anew meanwhile.
      if (last === undefined || !(error instanceof TickertapeError && error.retriable)) throw error;
      context.progress.stop();
      log(`${timeOfDay()}  ${error.message}; it is asked again`);
    });
    if (result !== undefined) {
      runs++;
      showWatched(last, result, flags, context);
      last = result;
    }
    await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
  }
  log(`Ran it ${runs === 1 ? "once" : `${runs} times`}.`);
  return last === undefined ? { runs } : { ...summaryOf(last), runs };
}

function timeOfDay(): string {
  return new Date().toLocaleTimeString("en-GB");
}

function showWatched(
  last: QueryResult | undefined,
  result: QueryResult,
  flags: Flags,
  context: TaskContext,
): void {
  const time = timeOfDay();
  if (last === undefined || flags.csv) {
    showAnswer(result, result.rows.map((row) => cellsOf(result, row)), flags, context);
    return;
  }
  const { changed, cells, added, removed } = compareResults(last, result);
  if (!changed) {
    context.log(`${time}  no change`);
    return;
  }
  const rows = [
    added > 0 ? `${plural(added, "row")} more` : "",
    removed > 0 ? `${plural(removed, "row")} gone` : "",
  ].filter((text) => text !== "");
  context.log([time, ...rows].join("  "));
  showAnswer(result, cells, flags, context);
}

async function ask(
  config: Config,
  sql: string,
  flags: Flags,
  context: TaskContext,
): Promise<QueryResult> {
  const result = await query(config, sql, queryOptions(flags, context));
  context.progress.stop();
  return result;
}

function queryOptions({ param = [] }: Flags, { signal, progress }: TaskContext): QueryOptions {
  return {
    params: param,
    signal,
    onProgress: ({ queryExecutionId, state, elapsedMs, bytesScanned }) =>
      progress.update(
        `query ${queryExecutionId}: ${state} · ${formatSeconds(elapsedMs / 1000)} · ` +
          formatBytes(bytesScanned),
      ),
  };
}

if (import.meta.main) {
  await runTask<Flags>({
    name: "query",
    summary:
      "Asks Athena, in SQL or by the name of a shipped query, and shows the rows, the time, " +
      "the bytes scanned and what that costs on Athena. Ctrl-C cancels the query at the service.",
    example: "query --name total",
    flags,
    run,
  });
}
