/**
 * What an earlier notebook makes, for a notebook that is read first.
 * @module
 */
import { crawl, describeTables } from "../catalog/mod.ts";
import type { Config } from "../config.ts";
import { describeTopic, ensureTopic, produce } from "../kafka/mod.ts";
import { consume } from "../sink/mod.ts";
import { loadCsv, paced, SAMPLE_FILE, sampleRecords, type StockRecord } from "../stock/mod.ts";
import { listObjects } from "./bucket.ts";
import { show } from "./display.ts";
import { facts } from "./table.ts";

/** What a notebook needs to find. */
export interface Needs {
  /** Records in the topic, at least: rows of the sample drawn at random, or these very rows. */
  records?: number | readonly StockRecord[];
  /** Whether the topic's records have to be in S3. */
  sink?: boolean;
  /** Whether the crawler has to have made a table of them. */
  crawl?: boolean;
  /** Ends the preparation early. */
  signal?: AbortSignal;
}

/** The sink waits this long for records of which another sink may have taken some. */
const IDLE_SECONDS = 5;

/** The draw of the notebooks that send to the pipeline's own topic: this goes on with it. */
const SEED = 1;

/**
 * Makes what is missing for a notebook: records in the topic, objects in S3, a table. What is there
 * stays, so it costs next to nothing where the earlier notebooks were run.
 *
 * @param config The pipeline's settings
 * @param needs What has to be there
 * @throws {TickertapeError} A stage failed
 * @throws {DOMException} It was ended before all was there
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { describeTables } from "../catalog/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
 *
 * await prepare(config, { records: 20, sink: true, crawl: true });
 * assertEquals((await describeTables(config)).map(({ name }) => name), ["stock_market"]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function prepare(config: Config, needs: Needs): Promise<void> {
  const { signal } = needs;
  const options = signal ? { signal } : {};
  await ensureTopic(config);
  const missing = await recordsMissing(needs.records ?? 0, await recordsIn(config));
  if (missing.length > 0) {
    const batches = paced(missing, "max", options);
    await produce(config, batches, options);
  }
  const behind = needs.sink ? await lagOf(config) : 0;
  if (behind > 0) {
    await consume(config, { ...options, count: behind, untilIdleSeconds: IDLE_SECONDS });
  }
  if (needs.crawl && (behind > 0 || (await describeTables(config)).length === 0)) {
    await crawl(config, options);
  }
  signal?.throwIfAborted();
  await show(facts({
    "records in the topic": await recordsIn(config),
    ...(needs.sink ? { "objects in S3": (await listObjects(config)).length } : {}),
    ...(needs.crawl ? { "tables in the catalog": (await describeTables(config)).length } : {}),
  }, {
    title: `Ready: topic ${config.kafka.topic}`,
    // How many there are depends on how long the sink waited for more.
    varying: { "objects in S3": "a few" },
  }));
}

async function recordsMissing(
  wanted: number | readonly StockRecord[],
  present: number,
): Promise<readonly StockRecord[]> {
  if (typeof wanted !== "number") return wanted.slice(present);
  if (present >= wanted) return [];
  const { records } = await loadCsv(SAMPLE_FILE);
  return sampleRecords(records, { seed: SEED }).take(wanted).drop(present).toArray();
}

async function recordsIn(config: Config): Promise<number> {
  const partitions = await describeTopic(config, config.kafka.topic);
  return partitions.reduce((sum, each) => sum + Number(each.highOffset - each.lowOffset), 0);
}

async function lagOf(config: Config): Promise<number> {
  const partitions = await describeTopic(config, config.kafka.topic);
  return partitions.reduce((sum, each) => sum + Number(each.lag), 0);
}
