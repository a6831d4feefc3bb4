/**
 * `deno task crawl`: runs the crawler and shows the tables it made.
 * @module
 */
import {
  crawl,
  crawlerTarget,
  type CrawlSummary,
  type TableChange,
  type TableDescription,
} from "../lib/catalog/mod.ts";
import { type Config, loadConfig } from "../lib/config.ts";
import { tableName } from "../lib/table_name.ts";
import { formatSeconds, plural } from "./cli/format.ts";
import { formatTable, terminalWidth } from "./cli/table.ts";
import { runTask, type TaskContext } from "./cli/task.ts";

/** Changes of one kind shown; the rest is counted. */
const SHOWN = 5;

async function run(_flags: object, context: TaskContext): Promise<CrawlSummary> {
  const config = loadConfig();
  const { progress, signal } = context;
  const summary = await crawl(config, {
    signal,
    onProgress: ({ state, elapsedMs }) => {
      const doing = state === "WAITING" ? "waiting for a run that is under way" : state;
      progress.update(`${config.glue.crawler}: ${doing} · ${formatSeconds(elapsedMs / 1000)}`);
    },
  });
  progress.stop();
  report(config, summary, context);
  return summary;
}

function report(config: Config, summary: CrawlSummary, { log, print }: TaskContext): void {
  const { glue } = config;
  if (summary.databaseCreated) log(`Made the database ${glue.database}.`);
  if (summary.crawlerCreated) log(`Made the crawler ${glue.crawler}.`);
  for (const table of summary.tables) print(describe(table, summary));
  for (const name of summary.removed) log(`${name}: gone since the last run`);
  const took = formatSeconds(summary.seconds);
  if (summary.status === "CANCELLED") log(`Stopped the crawler after ${took}.`);
  else log(`Crawled ${crawlerTarget(config)} in ${took}.`);
  for (const { tables, why, remedy } of summary.problems) {
    log(`${listed(tables)}: ${why}.`);
    log(remedy);
  }
  const sound = ({ name }: TableDescription) =>
    name === tableName(config) && !summary.problems.some(({ tables }) => tables.includes(name));
  if (summary.nothingFound) {
    const { why, remedy } = summary.nothingFound;
    log(`${summary.tables.length === 0 ? "No table" : "Nothing"} was found. ${why}.`);
    log(remedy);
  } else if (summary.tables.some(sound)) {
    log("Ask it something: deno task query --name total");
  }
}

function describe(table: TableDescription, summary: CrawlSummary): string {
  const keys = table.partitionKeys.map(({ name }) => name).join(", ");
  const gone = table.partitions.filter(({ dataGone }) => dataGone).length;
  const partitions = keys === ""
    ? "no partitions"
    : `${plural(table.partitions.length, "partition")} by ${keys}` +
      (gone === 0 ? "" : `, ${gone} of them without data`);
  const rows = [
    ...table.columns.map(({ name, type }) => [name, type, ""]),
    ...table.partitionKeys.map(({ name, type }) => [name, type, "partition key"]),
  ];
  return [
    `${table.name}: ${news(table.name, summary)}`,
    `${table.classification} · ${table.location} · ${partitions}`,
    "",
    formatTable(["column", "type", ""], rows, { width: terminalWidth() }),
    "",
    "",
  ].join("\n");
}

function news(name: string, summary: CrawlSummary): string {
  if (summary.created.includes(name)) return "new";
  if (summary.tables.some((table) => table.name === name && table.dataGone)) return "without data";
  const change = summary.updated.find((updated) => updated.name === name);
  return change === undefined ? "as it was" : changeText(change);
}

function changeText(change: TableChange): string {
  const place = ({ values }: { values: string[] }) => values.join("/");
  const column = ({ name, type }: { name: string; type: string }) => `${name} (${type})`;
  return [
    some("columns added", change.columnsAdded.map(column)),
    some("columns gone", change.columnsRemoved.map(({ name }) => name)),
    some(
      "types changed",
      change.columnsChanged.map(({ name, from, to }) => `${name} ${from} → ${to}`),
    ),
    some("partitions added", change.partitionsAdded.map(place)),
    some("partitions gone", change.partitionsRemoved.map(place)),
  ].filter((text) => text !== "").join("; ");
}

function some(what: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${what}: ${listed(items)}`;
}

function listed(items: readonly string[]): string {
  const rest = items.length > SHOWN ? `, and ${items.length - SHOWN} more` : "";
  return `${items.slice(0, SHOWN).join(", ")}${rest}`;
}

if (import.meta.main) {
  await runTask({
    name: "crawl",
    summary: "Makes the Glue database and the crawler where they are missing, runs the crawler, " +
      "and shows the tables with their columns, partitions, and what changed since the last run.",
    example: "crawl",
    run,
  });
}
