/**
 * `deno task query`: asks Athena.
 * @module
 */
import { setTimeout as sleep } from "node:timers/promises";
import { stringify } from "@std/csv";
import type { Command } from "commander";
import {
  type AthenaValue,
  namedQueries,
  namedQuery,
  query,
  type QueryParameter,
  type QueryResult,
} from "../lib/athena/mod.ts";
import { type Config, loadConfig } from "../lib/config.ts";
import { UsageError } from "../lib/errors.ts";
import { tableName } from "../lib/table_name.ts";
import { formatBytes, formatSeconds, formatUsd, plural } from "./cli/format.ts";
import { formatTable, terminalWidth } from "./cli/table.ts";
import { positiveNumber, runTask, type TaskContext, wholeNumber } from "./cli/task.ts";
import { compareResults } from "./query/changes.ts";
import { parseParameter } from "./query/parameter.ts";

interface Flags {
  name?: string;
  list?: boolean;
  file?: string;
  param: QueryParameter[];
  watch?: number;
  csv?: boolean;
  maxRows: number;
}

function flags(command: Command): void {
  command
    .argument("[sql]", "one statement in Athena's SQL; - reads it from standard input")
    .option("--name <query>", "run a query that is shipped, by its name")
    .option("--list", "list the shipped queries")
    .option("--file <path>", "run the statement in a file")
    .option(
      "--param <value>",
      "value for the next ? of the statement; repeat it for more. A number, true, false and null " +
        "are that, all else is text; '5' in single quotes is text",
      (text: string, list: QueryParameter[]) => [...list, parseParameter(text)],
      [],
    )
    .option(
      "--watch <seconds>",
      "run it again every so often, and show what changed",
      positiveNumber,
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
    const why = error instanceof Deno.errors.NotFound ? "there is none" : (error as Error).message;
    throw new UsageError(`--file '${path}' cannot be read: ${why}`, "Give a file with SQL", error);
  }
}

async function once(
  config: Config,
  sql: string,
  flags: Flags,
  context: TaskContext,
): Promise<object> {
  const result = await ask(config, sql, flags, context);
  show(result, result.rows.map((row) => cellsOf(result, row)), flags, context);
  return summaryOf(result);
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
      throw error;
    });
    if (result === undefined) break;
    runs++;
    showWatched(last, result, flags, context);
    last = result;
    await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
  }
  log(`Ran it ${runs === 1 ? "once" : `${runs} times`}.`);
  return last === undefined ? { runs } : { ...summaryOf(last), runs };
}

function showWatched(
  last: QueryResult | undefined,
  result: QueryResult,
  flags: Flags,
  context: TaskContext,
): void {
  const time = new Date().toLocaleTimeString("en-GB");
  if (last === undefined || flags.csv) {
    show(result, result.rows.map((row) => cellsOf(result, row)), flags, context);
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
  show(result, cells, flags, context);
}

async function ask(
  config: Config,
  sql: string,
  flags: Flags,
  { signal, progress }: TaskContext,
): Promise<QueryResult> {
  const result = await query(config, sql, {
    params: flags.param,
    signal,
    onProgress: ({ queryExecutionId, state, elapsedMs, bytesScanned }) =>
      progress.update(
        `query ${queryExecutionId}: ${state} · ${formatSeconds(elapsedMs / 1000)} · ` +
          formatBytes(bytesScanned),
      ),
  });
  progress.stop();
  return result;
}

function cellsOf({ columns }: QueryResult, row: Record<string, AthenaValue>): AthenaValue[] {
  return columns.map(({ name }) => row[name] ?? null);
}

function show(
  result: QueryResult,
  cells: readonly (readonly unknown[])[],
  flags: Flags,
  { print, log }: TaskContext,
): void {
  const names = result.columns.map(({ name }) => name);
  if (flags.csv) {
    print(stringify([names, ...result.rows.map((row) => cellsOf(result, row))]).trimEnd());
  } else if (names.length > 0) {
    print(formatTable(names, cells.slice(0, flags.maxRows), { width: terminalWidth() }));
    const more = cells.length - flags.maxRows;
    if (more > 0) log(`… and ${plural(more, "row")} more: --max-rows shows more, --csv all`);
  }
  log(
    `${plural(result.rows.length, "row")} in ${formatSeconds(result.seconds)} · ` +
      `${formatBytes(result.bytesScanned)} scanned · ${formatUsd(result.costUsd)} on Athena`,
  );
}

/** JSON has no word for NaN and infinity, and its readers round whole numbers past 2^53. */
function summaryOf(result: QueryResult): object {
  const plain = (value: AthenaValue) =>
    typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))
      ? String(value)
      : value;
  const rows = result.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))
  );
  return { ...result, rows };
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
