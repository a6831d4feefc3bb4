/**
 * The demo's walk through the pipeline.
 * @module
 */
import { basename } from "node:path";
import { namedQuery, query } from "../../lib/athena/mod.ts";
import { crawl, describeTables } from "../../lib/catalog/mod.ts";
import type { Config } from "../../lib/config.ts";
import { ensureTopic, produce } from "../../lib/kafka/mod.ts";
import { consume, type SinkSummary } from "../../lib/sink/mod.ts";
import { loadCsv, paced, sampleRecords, type StockRecord } from "../../lib/stock/mod.ts";
import { tableName } from "../../lib/table_name.ts";
import { formatBytes, formatCount, plural } from "../cli/format.ts";
import { formatTable } from "../cli/table.ts";
import { partitionFolders } from "./folders.ts";

/** What the demo did. */
export interface DemoSummary {
  /** Records sent. */
  produced: number;
  /** Objects written to S3. */
  objects: number;
  /** Table that the crawler made. */
  table: string;
  /** Rows that Athena counts in it. */
  rows: number;
  /** Records that are in S3 twice. */
  duplicates: number;
  /** Records that are missing in S3. */
  gaps: number;
}

/** What the walk needs. */
export interface DemoOptions {
  /** CSV the records are drawn from. */
  file: string;
  /** Records sent in all, in two goes: two or more. */
  records: number;
  /** Stops the walk where it is. */
  signal: AbortSignal;
  /** Writes a line for the reader. */
  say(line: string): void;
  /** Shows what long work is at. */
  update(line: string): void;
}

/** What the walk takes of the CSV. */
interface DemoFile {
  records: StockRecord[];
  report: { decimals: string[] };
}

/** If less than all records come, the sink gives up waiting after so long. */
const IDLE_SECONDS = 5;

/**
 * Walks through the pipeline: produce, consume, crawl, query, and again; and proves that nothing was
 * lost or repeated.
 *
 * @param config Settings of a stack that is empty
 * @param options What to send, and where to tell of it
 * @returns What was done, as far as it got before the signal was aborted
 */
export async function walk(config: Config, options: DemoOptions): Promise<DemoSummary> {
  const { signal, say } = options;
  let file: DemoFile = { records: [], report: { decimals: [] } };
  const done: DemoSummary = {
    produced: 0,
    objects: 0,
    table: tableName(config),
    rows: 0,
    duplicates: 0,
    gaps: 0,
  };
  const second = Math.ceil(options.records * 0.4);
  const steps: (() => Promise<void>)[] = [
    async () => {
      file = await loadCsv(options.file, { signal });
    },
    () => send(config, options, done, file, options.records - second, "2 Produce"),
    () => store(config, options, done, options.records - second, "3 Consume"),
    () => findTables(config, options, done),
    () => count(config, options, done, "5 Query"),
    () => send(config, options, done, file, second, "6 Produce more"),
    () => store(config, options, done, second, "7 Consume them"),
    () => findNewFolders(config, options, done),
    () => count(config, options, done, "8 Query again"),
    () => prove(config, options, done),
  ];
  for (const step of steps) {
    if (signal.aborted) break;
    await step().catch((error: unknown) => {
      // What the signal cut short has no answer to give; what was done before it is summed up.
      if (!signal.aborted) throw error;
    });
  }
  if (signal.aborted) say("\nStopped.");
  return done;
}

async function send(
  config: Config,
  { file: path, signal, say, update }: DemoOptions,
  done: DemoSummary,
  file: DemoFile,
  records: number,
  title: string,
): Promise<void> {
  const { topic } = config.kafka;
  say(`\n${title}: ${plural(records, "random row")} of ${basename(path)} → Kafka topic ${topic}`);
  const { partitions, created } = await ensureTopic(config);
  if (created) say(`  Made the topic, with ${plural(partitions, "partition")}`);
  const drawn = sampleRecords(file.records, { seed: done.produced }).take(records);
  const batches = paced(drawn, "max", { signal });
  const sent = await produce(config, batches, {
    signal,
    decimals: file.report.decimals,
    onProgress: ({ produced }) => update(`${plural(produced, "record")} sent`),
  });
  done.produced += sent.produced;
  const where = sent.partitions.map(({ partition, nextOffset }) =>
    `partition ${partition} is at offset ${nextOffset}`
  );
  say(`  ${formatCount(sent.recordsPerSecond)} records/s, acknowledged; ${where.join(", ")}`);
}

async function store(
  config: Config,
  { signal, say, update }: DemoOptions,
  done: DemoSummary,
  records: number,
  title: string,
): Promise<void> {
  const { dataBucket, dataPrefix } = config.s3;
  say(`\n${title}: Kafka → objects in s3://${dataBucket}/${dataPrefix}/`);
  const stored: SinkSummary = await consume(config, {
    count: records,
    untilIdleSeconds: IDLE_SECONDS,
    signal,
    onProgress: ({ records }) => update(`${plural(records, "record")} stored`),
  });
  done.objects += stored.objects;
  say(
    `  ${plural(stored.records, "record")} in ${plural(stored.objects, "object")}, ` +
      `${formatBytes(stored.bytes)} of gzip JSON lines, each written once; then the offsets are ` +
      "committed",
  );
}

async function findTables(
  config: Config,
  { signal, say, update }: DemoOptions,
  done: DemoSummary,
): Promise<void> {
  say(`\n4 Crawl: the Glue crawler ${config.glue.crawler} reads the objects and infers the table`);
  const { tables, nothingFound } = await crawl(config, {
    signal,
    onProgress: ({ state }) => update(`crawler: ${state}`),
  });
  if (nothingFound) say(`  ${nothingFound.why}`);
  for (const { name, columns, partitions } of tables) {
    done.table = name;
    const shown = columns.slice(0, 4).map((column) => `${column.name} ${column.type}`).join(", ");
    say(
      `  ${config.glue.database}.${name}: ${columns.length} columns (${shown}, …), ` +
        `${plural(partitions.length, "partition")} by day and hour`,
    );
  }
}

async function count(
  config: Config,
  { signal, say }: DemoOptions,
  done: DemoSummary,
  title: string,
): Promise<void> {
  const { sql, title: question } = namedQuery("total", { table: done.table });
  say(`\n${title}: Athena, "${question}"`);
  const { rows, columns, bytesScanned } = await query(config, sql, { signal });
  const names = columns.map(({ name }) => name).slice(0, 4);
  say(indent(formatTable(names, rows.map((row) => names.map((name) => row[name])))));
  const before = done.rows;
  done.rows = Number(rows[0]?.records ?? 0);
  const grown = before > 0 ? `; it was ${formatCount(before)} before` : "";
  say(`  ${plural(done.rows, "record")}${grown}; ${formatBytes(bytesScanned)} scanned`);
}

/** An hour that has begun in the meantime has a folder of its own, which the table does not know. */
async function findNewFolders(
  config: Config,
  options: DemoOptions,
  done: DemoSummary,
): Promise<void> {
  const table = (await describeTables(config)).find(({ name }) => name === done.table);
  const known = new Set(table?.partitions.map(({ values }) => values.join("/")));
  const missing = (await partitionFolders(config)).filter((folder) => !known.has(folder));
  if (missing.length === 0) {
    options.say("  They are in folders that the table knows, so Athena finds them without a crawl");
    return;
  }
  options.say(`  A new hour has begun (${missing.join(", ")}): the crawler adds its folder`);
  await crawl(config, { signal: options.signal });
}

async function prove(
  config: Config,
  { signal, say }: DemoOptions,
  done: DemoSummary,
): Promise<void> {
  say("\n9 Proof: each row carries its Kafka partition and offset, so SQL sees a gap or a repeat");
  const { sql } = namedQuery("exactly_once", { table: done.table });
  const { rows, columns } = await query(config, sql, { signal });
  const names = columns.map(({ name }) => name);
  say(indent(formatTable(names, rows.map((row) => names.map((name) => row[name])))));
  const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
  done.duplicates = sum("duplicates");
  done.gaps = sum("gaps");
}

function indent(text: string): string {
  return text.split("\n").map((line) => `  ${line}`).join("\n");
}
