/**
 * The idempotent producer, kept from what would lose or repeat records.
 * @module
 */
import type { Producer, RecordMetadata } from "kafkajs";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { createKafka } from "../kafka_client/client.ts";
import type { Outgoing, PartitionBatch } from "./messages.ts";
import { patiently } from "./patience.ts";

/** Where records went in one partition. */
export interface ProducedRange {
  partition: number;
  /** Offset of the first record. */
  firstOffset: bigint;
  /** Offset after the last record. */
  nextOffset: bigint;
}

/** Sends batches, one after the other. */
export interface Sender {
  /**
   * Sends a batch and waits until all replicas have it.
   *
   * @returns Where its records are
   */
  send(batch: PartitionBatch): Promise<ProducedRange>;
  close(): Promise<void>;
}

/**
 * Records that one producer identity sends. Each record of a partition has a sequence number of 31
 * bits; kafkajs 2.2.4 does not wrap it as the broker expects, so a new identity begins before that.
 */
const RECORDS_PER_IDENTITY = 2 ** 30;

/**
 * Connects an idempotent producer that waits for all replicas.
 *
 * kafkajs 2.2.4 has habits that this works around:
 * - A request for several partitions that fails in part is sent again by what the client has learned
 *   of the leaders since, which leaves records out or repeats them where a leader has moved. So a
 *   request has one partition.
 * - After a request that failed for good, its sequence numbers are given to other records, which the
 *   broker takes for ones it has where the request had arrived after all. So the same batch is sent
 *   again, and nothing after one that is given up; only a refusal for size, which is certain to have
 *   left no trace, is tried again in halves.
 * - It stops trying after five times, in spite of its documentation, and does not tell of a try that
 *   failed. So what passes is tried again here.
 *
 * @param config How Kafka is reached
 * @param topic Topic to send to
 * @param options `onFailure` is told of each failure after which a batch is sent again;
 * `recordsPerIdentity` is the number of records after which a new identity begins
 * @returns The sender
 */
export async function openSender(
  config: Config,
  topic: string,
  { onFailure, recordsPerIdentity = RECORDS_PER_IDENTITY }: {
    onFailure?: (error: TickertapeError) => void;
    recordsPerIdentity?: number;
  } = {},
): Promise<Sender> {
  const kafka = createKafka(config);
  const closed = new AbortController();
  let sent = 0;
  let producer = await connect();

  async function connect(): Promise<Producer> {
    const next = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: () => ({ message }) => message.partition ?? 0,
    });
    await next.connect();
    return next;
  }

  async function send({ partition, messages }: PartitionBatch): Promise<ProducedRange> {
    if (sent + messages.length > recordsPerIdentity) {
      await producer.disconnect();
      producer = await connect();
      sent = 0;
    }
    let answers: RecordMetadata[];
    try {
      answers = await patiently(() => producer.send({ topic, messages, acks: -1 }), {
        onFailure,
        signal: closed.signal,
      });
    } catch (error) {
      if (!(error instanceof TickertapeError) || error.code !== "KAFKA_TOO_LARGE") throw error;
      return await sendHalves({ partition, messages }, error);
    }
    sent += messages.length;
    const firstOffset = BigInt(answers[0]?.baseOffset ?? -1);
    return { partition, firstOffset, nextOffset: firstOffset + BigInt(messages.length) };
  }

  async function sendHalves(
    { partition, messages }: PartitionBatch,
    error: TickertapeError,
  ): Promise<ProducedRange> {
    if (messages.length < 2) throw tooLarge(messages[0], error);
    const middle = Math.ceil(messages.length / 2);
    const { firstOffset } = await send({ partition, messages: messages.slice(0, middle) });
    const { nextOffset } = await send({ partition, messages: messages.slice(middle) });
    return { partition, firstOffset, nextOffset };
  }

  return {
    send,
    close() {
      closed.abort();
      return producer.disconnect();
    },
  };
}

function tooLarge(message: Outgoing | undefined, error: TickertapeError): TickertapeError {
  const bytes = new TextEncoder().encode(message?.value ?? "").length;
  return new TickertapeError({
    code: error.code,
    message: `Could not send record ${message?.row} (key ${message?.key ?? "null"}): ` +
      `its ${bytes.toLocaleString("en")} bytes are more than the broker takes (max.message.bytes)`,
    remedy: error.remedy,
    cause: error,
  });
}
