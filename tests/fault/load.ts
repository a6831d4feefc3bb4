/**
 * A producer that remembers which record the broker acknowledged at which offset.
 * @module
 */
import { Kafka, logLevel, type Message, type Producer } from "kafkajs";
import { setTimeout as sleep } from "node:timers/promises";

/** Records that were acknowledged: partition and offset to value. */
export type Acknowledged = Map<string, string>;

/** A producer at work. */
export interface Load {
  acknowledged: Acknowledged;
  /** Sends that failed; nobody knows whether their records are in the topic. */
  failed: number;
  stop(): Promise<void>;
}

const PARTITIONS_MOST_MESSAGES = 40;
const PAUSE_MS = 30;

/**
 * Starts to send records, some of which are no JSON.
 *
 * @param broker `host:port`
 * @param topic The topic
 * @param partitions Its partitions
 * @param random Gives numbers from 0 to 1
 * @returns The producer
 */
export function startLoad(
  broker: string,
  topic: string,
  partitions: number,
  random: () => number,
): Load {
  const kafka = new Kafka({
    clientId: "load",
    brokers: [broker],
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 100, maxRetryTime: 500, retries: 8 },
  });
  const load = { acknowledged: new Map<string, string>(), failed: 0, stop: () => finish() };
  let running = true;
  let number = 0;
  const work = (async () => {
    let producer: Producer | undefined;
    while (running) {
      const partition = Math.floor(random() * partitions);
      const count = 1 + Math.floor(random() * PARTITIONS_MOST_MESSAGES);
      const messages: Message[] = Array.from({ length: count }, () => {
        const bad = random() < 0.03;
        return { partition, value: bad ? `no json ${number++}` : `{"n":${number++}}` };
      });
      try {
        if (producer === undefined) {
          producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
          await producer.connect();
        }
        const [sent] = await producer.send({ topic, messages, acks: -1 });
        const base = BigInt(sent?.baseOffset ?? sent?.offset ?? -1);
        for (const [at, { value }] of messages.entries()) {
          load.acknowledged.set(`${partition}/${base + BigInt(at)}`, String(value));
        }
      } catch {
        // Whatever became of these records: a new producer begins a new sequence.
        load.failed++;
        await producer?.disconnect().catch(() => {});
        producer = undefined;
        await sleep(200);
      }
      await sleep(PAUSE_MS);
    }
    await producer?.disconnect();
  })();
  const finish = async () => {
    running = false;
    await work;
  };
  return load;
}
