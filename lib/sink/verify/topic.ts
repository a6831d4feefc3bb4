/**
 * The topic's own records, to compare what is stored with.
 * @module
 */
import type { Admin, Consumer, Kafka, KafkaMessage } from "kafkajs";
import type { Config } from "../../config.ts";
import { unreachable } from "../run_errors.ts";

/** Offsets of one partition to read. */
export interface Span {
  partition: number;
  from: bigint;
  /** One past the last. */
  to: bigint;
}

/** Longest wait of a fetch for records, in milliseconds. */
const FETCH_WAIT_MS = 500;
/** Fetches of each broker, answered without a record, after which the rest is taken to be gone. */
const FETCHES = 40;
/** Milliseconds without any answer of the brokers after which the reading is given up. */
const TIMEOUT_MS = 20_000;
/** Milliseconds between two looks whether the reading is over. */
const LOOK_MS = 200;

/**
 * Reads parts of a topic, without a trace in the sink's own group.
 *
 * @param config Brokers and topic
 * @param kafka The client
 * @param admin The connected client
 * @param spans What to read of each partition
 * @param onRecords Called with records in the order of their offsets, partition by partition
 * @param signal Ends the reading
 */
export async function readSpans(
  config: Config,
  kafka: Kafka,
  admin: Admin,
  spans: readonly Span[],
  onRecords: (partition: number, records: KafkaMessage[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  const open = new Map(
    spans.filter(({ from, to }) => from < to).map((span) => [span.partition, { ...span }]),
  );
  if (open.size === 0) return;
  const { topic } = config.kafka;
  const groupId = `tickertape-verify-${crypto.randomUUID()}`;
  const consumer = kafka.consumer({
    groupId,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    allowAutoTopicCreation: false,
  });
  const over = Promise.withResolvers<void>();
  const watch = watchReading(config, consumer, over, signal);
  // At each joining, for it may have to join again: the group commits nothing to go on from.
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const { partition, from } of open.values()) {
      consumer.seek({ topic, partition, offset: String(from) });
    }
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: ({ batch }) => {
        watch.recordsCame();
        const span = open.get(batch.partition);
        if (span === undefined) return Promise.resolve();
        const within = batch.messages.filter(({ offset }) =>
          BigInt(offset) >= span.from && BigInt(offset) < span.to
        );
        onRecords(batch.partition, within);
        const next = BigInt(batch.lastOffset()) + 1n;
        if (next > span.from) span.from = next;
        if (span.from >= span.to) open.delete(batch.partition);
        if (open.size === 0) over.resolve();
        return Promise.resolve();
      },
    });
    await over.promise;
  } finally {
    watch.stop();
    await consumer.disconnect();
    // A group that the reader did not come to join is not there; one that stays is empty, and ends
    // by itself.
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}

/** Ends the reading where the signal asks for it, where no more records come, or where it fails. */
function watchReading(
  config: Config,
  consumer: Consumer,
  over: PromiseWithResolvers<void>,
  signal: AbortSignal | undefined,
): { recordsCame(): void; stop(): void } {
  /** By broker: fetches that were answered since the last record. */
  const answered = new Map<number, number>();
  let silentMs = 0;
  const { CRASH, FETCH, FETCH_START, REQUEST } = consumer.events;
  consumer.on(REQUEST, () => silentMs = 0);
  consumer.on(FETCH_START, ({ payload: { nodeId } }) => {
    if (!answered.has(nodeId)) answered.set(nodeId, 0);
  });
  consumer.on(FETCH, ({ payload: { nodeId } }) => {
    answered.set(nodeId, (answered.get(nodeId) ?? 0) + 1);
  });
  consumer.on(CRASH, ({ payload }) => {
    if (!payload.restart) over.reject(payload.error);
  });
  const timer = setInterval(() => {
    if (signal?.aborted) return over.resolve();
    // Only answers tell that there are no records: the brokers, or this machine, may be busy.
    const counts = [...answered.values()];
    const least = Math.min(...counts);
    // A broker that has left the cluster answers none.
    const most = Math.max(...counts);
    if (counts.length > 0 && (least >= FETCHES || most >= 3 * FETCHES)) return over.resolve();
    silentMs += LOOK_MS;
    if (silentMs > TIMEOUT_MS) over.reject(unreachable(config, TIMEOUT_MS));
  }, LOOK_MS);
  return {
    recordsCame: () => answered.forEach((_, nodeId) => answered.set(nodeId, 0)),
    stop: () => clearInterval(timer),
  };
}
