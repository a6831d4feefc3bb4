/**
 * Many queries at once.
 * @module
 */
import { query } from "../../lib/athena/mod.ts";
import { crawl } from "../../lib/catalog/mod.ts";
import type { Benchmark } from "./benchmark.ts";
import { counted, peakMemory, timed, took } from "./findings.ts";
import { configOf, putObjects, sinkObjects } from "./objects.ts";

const OBJECTS = 10;
const RECORDS = 1_000;
const QUERIES = 100;

/** Sends all of them before the first has answered. */
export const loadQueriesBenchmark: Benchmark = {
  name: "load_queries",
  shows: "100 queries at once, each with its own answer",
  run: async ({ stack: start, signal, note }) => {
    const stack = await start();
    const config = configOf(stack);
    const shape = { objects: OBJECTS, records: RECORDS, folder: () => "dt=2024-01-31/hour=00" };
    await putObjects(config, sinkObjects(config.s3.dataPrefix, shape), signal);
    await crawl(config, { signal });
    const ask = async (offset: number) => {
      const sql = "SELECT count(*) AS n FROM stock_market WHERE kafka_offset < ?";
      const { rows } = await query(config, sql, { params: [offset], signal });
      return Number(rows[0]?.n) === offset;
    };
    note("one query");
    await ask(1);
    const one = await timed(() => ask(2));
    note(`${QUERIES} queries`);
    const offsets = Array.from({ length: QUERIES }, (_, index) => 50 * (index + 1));
    const all = await timed(() => Promise.all(offsets.map(ask)));
    return [
      took("one query", one.seconds),
      took(`${QUERIES} queries at once`, all.seconds),
      counted("right answers", all.value.filter((right) => right).length, QUERIES),
      peakMemory(stack),
    ];
  },
};
