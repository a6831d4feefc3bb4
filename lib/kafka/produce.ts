/**
 * The producer: records to the topic, each once.
 * @module
 */
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import type { StockRecord } from "../stock/value.ts";
import { interruptible } from "./interruptible.ts";
import { messageMaker, type PartitionBatch } from "./messages.ts";
import { openSender, type ProducedRange, type Sender } from "./sender.ts";
import { partitionCount } from "./topics.ts";

/** How records are sent. */
export interface ProduceOptions {
  /** Topic to send to; the configuration's by default. */
  topic?: string;
  /** Column whose text is the key; each record's first column by default. */
  keyColumn?: string;
  /** Columns whose whole numbers are written as decimals, `5.0`; a CSV's report names them. */
  decimals?: readonly string[];
  /** Ends the sending: what is under way is acknowledged first. */
  signal?: AbortSignal;
  /** Told after each batch, and each second while Kafka does not answer. */
  onProgress?: (progress: ProduceProgress) => void;
}

/** How far the producer is. */
export interface ProduceProgress {
  /** Records acknowledged. */
  produced: number;
  /** Seconds since the start. */
  seconds: number;
  /** Seconds that an answer has been waited for; there only where Kafka takes long. */
  waitingSeconds?: number;
  /** Why it takes long, where that is known: what the last try failed with. */
  waitingFor?: string;
}

/** What a run of the producer did. */
export interface ProduceSummary {
  /** Topic the records are in. */
  topic: string;
  /** Records acknowledged by all replicas. */
  produced: number;
  /** Records left out before they came here; always 0, readers count their own. */
  skipped: number;
  seconds: number;
  recordsPerSecond: number;
  /** Partitions that got records, in order. */
  partitions: ProducedRange[];
}

/** Seconds after which the wait for an answer is worth telling. */
const LONG_SECONDS = 2;

/**
 * Sends records to a topic. Every replica acknowledges each, and the broker knows a repeated request
 * by its sequence numbers, so a retry never repeats a record. The value is the record as JSON; the
 * record's time is when it is sent. While a batch is on its way the next one is made.
 *
 * @param config Settings, of which it takes how Kafka is reached and the topic
 * @param batches Records, such as {@linkcode paced} gives them
 * @param options Topic, key, and how to stop
 * @returns What was acknowledged, also where the signal ended it
 * @throws {TickertapeError} Kafka cannot be reached or refuses; where records were under way the
 * message says how many are in the topic and which may be
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { paced } from "../stock/mod.ts";
 * import { ensureTopic } from "./mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, KAFKA_TOPIC: "prices" });
 *
 * await ensureTopic(config, { partitions: 1 });
 * const records = [{ Index: "HSI", Close: 2568.3 }, { Index: "N225", Close: 18_820.6 }];
 * const { produced, partitions } = await produce(config, paced(records, "max"));
 * assertEquals(produced, 2);
 * assertEquals(partitions, [{ partition: 0, firstOffset: 0n, nextOffset: 2n }]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function produce(
  config: Config,
  batches: AsyncIterable<readonly (StockRecord | Readonly<Record<string, unknown>>)[]>,
  options: ProduceOptions = {},
): Promise<ProduceSummary> {
  const topic = options.topic ?? config.kafka.topic;
  const { keyColumn, decimals } = options;
  const toMessages = messageMaker(await partitionCount(config, topic), keyColumn, decimals);
  const sender = await openSender(config, topic, {
    onFailure: ({ message }) => {
      waitingFor = message;
      tellWait();
    },
  });
  const ranges = new Map<number, ProducedRange>();
  const waits = interruptible(
    options.signal,
    () =>
      `Interrupted while Kafka did not answer: ${produced} records are in ${topic}, ` +
      "and the last batch may be",
  );
  const iterator = batches[Symbol.asyncIterator]();
  const start = performance.now();
  let produced = 0;
  let ended = 0;
  let underWay: Promise<void> = Promise.resolve();

  const seconds = () => (performance.now() - start) / 1000;
  let askedAt: number | undefined;
  let waitingFor: string | undefined;
  const tellWait = () => {
    const waitingSeconds = askedAt === undefined ? 0 : seconds() - askedAt;
    if (waitingFor === undefined && waitingSeconds < LONG_SECONDS) return;
    options.onProgress?.({ produced, seconds: seconds(), waitingSeconds, waitingFor });
  };
  const watch = setInterval(tellWait, 1_000);
  const sendAll = async (parts: readonly PartitionBatch[]) => {
    for (const part of parts) {
      askedAt = seconds();
      const range = await acknowledged(sender, part, produced);
      waitingFor = undefined;
      produced += part.messages.length;
      note(ranges, range);
    }
    askedAt = undefined;
    options.onProgress?.({ produced, seconds: seconds() });
  };
  try {
    while (!options.signal?.aborted) {
      const next = await waits.untilAborted(iterator.next(), underWay);
      if (next === undefined || next.done) break;
      const parts = toMessages(next.value);
      await waits.orGiveUp(underWay);
      underWay = sendAll(parts);
    }
    await waits.orGiveUp(underWay);
    ended = seconds();
  } finally {
    clearInterval(watch);
    // A source that waits for input does not end before that comes: it is not waited for, and how it
    // ends changes nothing.
    void Promise.resolve(iterator.return?.()).catch(() => {});
    // Where another error ends the run, what is under way is sent all the same.
    await waits.orGiveUp(underWay).catch(() => {});
    // Nothing is in doubt that the run does not tell already, however the connection ends.
    await waits.orGiveUp(sender.close()).catch(() => {});
    waits.dispose();
  }
  return {
    topic,
    produced,
    skipped: 0,
    seconds: ended,
    recordsPerSecond: produced / Math.max(ended, 0.001),
    partitions: [...ranges.values()].sort((a, b) => a.partition - b.partition),
  };
}

async function acknowledged(
  sender: Sender,
  part: PartitionBatch,
  produced: number,
): Promise<ProducedRange> {
  try {
    return await sender.send(part);
  } catch (error) {
    if (!(error instanceof TickertapeError) || error.code === "KAFKA_TOO_LARGE") throw error;
    const rows = `${part.messages[0]?.row} to ${part.messages.at(-1)?.row}`;
    throw new TickertapeError({
      code: error.code,
      message: `${error.message}; ${produced} records are in the topic, ` +
        `and those of rows ${rows} that go to partition ${part.partition} may be`,
      remedy: error.remedy,
      cause: error,
    });
  }
}

function note(ranges: Map<number, ProducedRange>, range: ProducedRange): void {
  const known = ranges.get(range.partition);
  if (known === undefined) ranges.set(range.partition, range);
  else known.nextOffset = range.nextOffset;
}
