/**
 * A table of many partitions.
 * @module
 */
import { GlueClient, paginateGetPartitions } from "@aws-sdk/client-glue";
import { query } from "../../lib/athena/mod.ts";
import { awsClientOptions } from "../../lib/aws.ts";
import { crawl } from "../../lib/catalog/mod.ts";
import type { Config } from "../../lib/config.ts";
import type { Benchmark } from "./benchmark.ts";
import { counted, peakMemory, timed, took } from "./findings.ts";
import { configOf, putObjects, sinkObjects } from "./objects.ts";

const PARTITIONS = 1_000;
const RECORDS = 20;
const HOURS = 24;

/** Hours in a row, from 1 January 2024. */
function folder(index: number): string {
  const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(index / HOURS))).toISOString().slice(0, 10);
  return `dt=${day}/hour=${String(index % HOURS).padStart(2, "0")}`;
}

/** Crawls it, lists its partitions, and asks one of them. */
export const loadPartitionsBenchmark: Benchmark = {
  name: "load_partitions",
  shows: "1,000 partitions in a table: crawled, listed, and pruned to one",
  run: async ({ stack: start, signal, note }) => {
    const stack = await start();
    const config = configOf(stack);
    note("writes the objects");
    const shape = { objects: PARTITIONS, records: RECORDS, folder };
    await putObjects(config, sinkObjects(config.s3.dataPrefix, shape), signal);
    note("crawls them");
    const first = await timed(() => crawl(config, { signal }));
    note("crawls them again");
    const second = await timed(() => crawl(config, { signal }));
    note("lists the partitions");
    const pages = await timed(() => getPartitions(config));
    const shown = await timed(() => query(config, "SHOW PARTITIONS stock_market", { signal }));
    note("asks one partition");
    const where = "WHERE dt = '2024-01-31' AND hour = '09'";
    const sql = `SELECT count(*) AS n FROM stock_market ${where}`;
    const one = await timed(() => query(config, sql, { signal }));
    const all = await timed(() =>
      query(config, "SELECT count(*) AS n FROM stock_market", { signal })
    );
    return [
      took("the first crawl", first.seconds),
      took("a crawl that finds nothing new", second.seconds),
      took("GetPartitions, page by page", pages.seconds),
      counted("partitions of GetPartitions", pages.value, PARTITIONS),
      took("SHOW PARTITIONS", shown.seconds),
      counted("partitions of SHOW PARTITIONS", shown.value.rows.length, PARTITIONS),
      took("a query of one partition", one.seconds),
      counted("its records", Number(one.value.rows[0]?.n), RECORDS),
      counted("its objects, by the bytes scanned", prunedTo(one.value, all.value), 1),
      took("a query of all partitions", all.seconds),
      counted("its records", Number(all.value.rows[0]?.n), PARTITIONS * RECORDS),
      peakMemory(stack),
    ];
  },
};

async function getPartitions(config: Config): Promise<number> {
  const client = new GlueClient(awsClientOptions(config));
  try {
    const table = { DatabaseName: config.glue.database, TableName: "stock_market" };
    let count = 0;
    for await (const page of paginateGetPartitions({ client }, table)) {
      count += page.Partitions?.length ?? 0;
    }
    return count;
  } finally {
    client.destroy();
  }
}

/** The objects are of much the same size: how many of them were read. */
function prunedTo(one: { bytesScanned: number }, all: { bytesScanned: number }): number {
  return Math.round(one.bytesScanned / (all.bytesScanned / PARTITIONS));
}
