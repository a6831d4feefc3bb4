/**
 * Queries through Athena beside DuckDB reading the same files.
 * @module
 */
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { query } from "../../lib/athena/mod.ts";
import { crawl } from "../../lib/catalog/mod.ts";
import type { Config } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { formatBytes, formatSeconds } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
import { inTurns } from "./figures.ts";
import { peakMemory, timed, took } from "./findings.ts";
import { type BenchObject, configOf, putObjects, sinkObjects } from "./objects.ts";

const OBJECTS = 100;
const RECORDS = 10_000;
const ROUNDS = 3;

/** Athena may take this many times what DuckDB takes, and these seconds more. */
const TIMES = 2;
const MORE = 0.15;

const COLUMNS = {
  Index: "VARCHAR",
  Date: "VARCHAR",
  Open: "DOUBLE",
  High: "DOUBLE",
  Low: "DOUBLE",
  Close: "DOUBLE",
  "Adj Close": "DOUBLE",
  Volume: "DOUBLE",
  CloseUSD: "DOUBLE",
  kafka_partition: "INTEGER",
  kafka_offset: "BIGINT",
  kafka_timestamp: "BIGINT",
};

/** Both engines take these words; `FROM t` is the table. */
const QUERIES = {
  "GROUP BY": `SELECT "index", count(*) AS records, avg(close) AS mean, max(high) AS top,
    sum(volume) AS traded FROM t GROUP BY "index" ORDER BY "index"`,
  "WHERE": `SELECT count(*) AS records, min(low) AS bottom, max(kafka_offset) AS latest
    FROM t WHERE "index" = 'HSI' AND close > open AND "date" >= '2020-01-01'`,
};

/** Asks both the same. */
export const athenaScanBenchmark: Benchmark = {
  name: "athena_scan",
  shows: "queries over 1,000,000 records in 100 gzip objects, beside DuckDB reading the same files",
  run: async (context) => {
    const { signal, note } = context;
    const stack = await context.stack();
    const config = configOf(stack);
    const dir = await Deno.makeTempDir({ prefix: "tickertape-bench-" });
    try {
      note("writes the objects");
      const paths: string[] = [];
      const bytes = await putObjects(config, copied(config, dir, paths), signal);
      note("crawls them");
      const crawled = await timed(() => crawl(config, { signal }));
      const duckdb = await DuckDBInstance.create(":memory:");
      const connection = await duckdb.connect();
      try {
        return [
          { what: "objects", figure: formatBytes(bytes) },
          took("crawl", crawled.seconds),
          ...await compare(config, connection, paths.toSorted(), context),
          peakMemory(stack),
        ];
      } finally {
        connection.closeSync();
        duckdb.closeSync();
      }
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  },
};

/** Leaves a copy of each object in a folder, for DuckDB. */
async function* copied(
  config: Config,
  dir: string,
  paths: string[],
): AsyncGenerator<BenchObject> {
  const hour = (index: number) => String(Math.floor(index * 24 / OBJECTS)).padStart(2, "0");
  const shape = {
    objects: OBJECTS,
    records: RECORDS,
    folder: (index: number) => `dt=2024-01-31/hour=${hour(index)}`,
  };
  for await (const object of sinkObjects(config.s3.dataPrefix, shape)) {
    const path = join(dir, object.key.replaceAll("/", "_"));
    await Deno.writeFile(path, object.body);
    paths.push(path);
    yield object;
  }
}

async function compare(
  config: Config,
  connection: DuckDBConnection,
  paths: readonly string[],
  { note, signal }: BenchContext,
): Promise<Finding[]> {
  const columns = Object.entries(COLUMNS).map(([name, type]) => `'${name}': '${type}'`).join(", ");
  const files = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(", ");
  const source =
    `read_json([${files}], format='newline_delimited', columns={${columns}}, compression='gzip')`;
  const findings: Finding[] = [];
  for (const [name, sql] of Object.entries(QUERIES)) {
    const inAthena = async () => {
      const { rows } = await query(config, sql.replace("FROM t", "FROM stock_market"), { signal });
      return rows;
    };
    const inDuckDb = async () => {
      const reader = await connection.runAndReadAll(sql.replace("FROM t", `FROM ${source} t`));
      return reader.getRowObjects();
    };
    note(`${name}: the first time`);
    const first = await timed(inAthena);
    requireSame(name, first.value, await inDuckDb());
    const { athena, duckdb } = await inTurns(ROUNDS, {
      athena: async () => (note(`${name}: Athena`), (await timed(inAthena)).seconds),
      duckdb: async () => (note(`${name}: DuckDB`), (await timed(inDuckDb)).seconds),
    });
    const most = TIMES * duckdb + MORE;
    findings.push(
      took(`${name}: Athena, the first time`, first.seconds),
      took(`${name}: DuckDB`, duckdb),
      {
        what: `${name}: Athena`,
        figure: `${formatSeconds(athena)} (${(athena / duckdb).toFixed(2)} times)`,
        target: `≤ ${formatSeconds(most)}`,
        met: athena <= most,
      },
    );
  }
  return findings;
}

/** A fast answer that is wrong is worth nothing. Sums in another order differ in their last digits. */
function requireSame(name: string, athena: readonly object[], duckdb: readonly object[]): void {
  const text = (rows: readonly object[]) =>
    JSON.stringify(rows.map((row) => Object.values(row)), (_key, value) => {
      if (typeof value === "bigint") return Number(value);
      return typeof value === "number" ? Number(value.toPrecision(9)) : value;
    });
  if (text(athena) === text(duckdb)) return;
  throw new TickertapeError({
    code: "BENCH_ANSWERS_DIFFER",
    message: `${name}: Athena and DuckDB do not give the same: ${text(athena).slice(0, 200)} and ` +
      text(duckdb).slice(0, 200),
    remedy: "Run the query by itself: deno task query",
  });
}
