/**
 * Dead letters sent to a topic again, each once: the record that was sent is the proof of it.
 * @module
 */
import { Buffer } from "node:buffer";
import type { Kafka } from "kafkajs";
import type { Config } from "../config.ts";
import { createKafka } from "../kafka_client/client.ts";
import { listDeadLetters, type StoredDeadLetter } from "./dead_letters.ts";
import { readSpans } from "./verify/topic.ts";

/** Header of a letter that was sent again: its name. */
const HEADER = "dead-letter";

/** Which dead letters are sent, and where to. */
export interface ResendOptions {
  /** Where to; the topic they come from by default. */
  topic?: string;
  /** Which of them; all by default. */
  only?: (letter: StoredDeadLetter) => boolean;
  /** Also those that the topic has already. */
  all?: boolean;
  /** Ends the sending. */
  signal?: AbortSignal;
}

/** What was sent again. */
export interface ResendSummary {
  /** Topic the records went to. */
  topic: string;
  sent: number;
  /** Letters left out, for the topic has them already. */
  sentBefore: number;
}

/**
 * Sends dead letters to a topic again, with the bytes they had. Each carries a header that says
 * where it was: `dead-letter: topic/partition/offset`. The topic is looked through for these first,
 * and what it has is left out.
 *
 * @param config Brokers, bucket, prefix and topic
 * @param options Which letters, where to, and how to stop
 * @returns How many were sent, and how many left out
 * @throws {TickertapeError} The bucket or the topic cannot be used
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { assertRejects } from "@std/assert";
 *
 * const config = loadConfig({ AWS_ENDPOINT_URL: "http://127.0.0.1:1" });
 * await assertRejects(() => resendDeadLetters(config, { topic: "mended" }));
 * ```
 */
export async function resendDeadLetters(
  config: Config,
  options: ResendOptions = {},
): Promise<ResendSummary> {
  const { topic = config.kafka.topic, only = () => true, all = false, signal } = options;
  // The list is taken first: what is sent may be a dead letter again.
  const letters = (await Array.fromAsync(listDeadLetters(config))).filter(only);
  if (letters.length === 0) return { topic, sent: 0, sentBefore: 0 };
  const kafka = createKafka(config);
  const present = all ? new Set<string>() : await lettersIn(config, kafka, topic, signal);
  const due = letters.filter((letter) => !present.has(nameOf(letter)));
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  let sent = 0;
  try {
    for (const letter of due) {
      if (signal?.aborted) break;
      await producer.send({
        topic,
        acks: -1,
        messages: [{
          key: letter.key === null ? null : Buffer.from(letter.key),
          value: letter.value === null ? null : Buffer.from(letter.value),
          headers: { [HEADER]: nameOf(letter) },
        }],
      });
      sent++;
    }
  } finally {
    await producer.disconnect();
  }
  return { topic, sent, sentBefore: letters.length - due.length };
}

function nameOf({ topic, partition, offset }: StoredDeadLetter): string {
  return `${topic}/${partition}/${offset}`;
}

/** Names of the letters that a topic has. */
async function lettersIn(
  config: Config,
  kafka: Kafka,
  topic: string,
  signal?: AbortSignal,
): Promise<Set<string>> {
  const names = new Set<string>();
  const admin = kafka.admin();
  await admin.connect();
  try {
    if (!(await admin.listTopics()).includes(topic)) return names;
    const spans = (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
      partition,
      from: BigInt(low),
      to: BigInt(high),
    }));
    const there = { ...config, kafka: { ...config.kafka, topic } };
    await readSpans(there, kafka, admin, spans, (_, records) => {
      for (const { headers } of records) {
        const name = headers?.[HEADER];
        if (name !== undefined) names.add(String(name));
      }
    }, signal);
    return names;
  } finally {
    await admin.disconnect();
  }
}
