/**
 * Has a kafkajs consumer hand over record batches as they came. As released, it makes several objects
 * of each record, which takes longer than all that the sink does with it.
 *
 * Fetch response (4 to 11) => throttleMs int32 · errorCode int16 and sessionId int32 (from 7) ·
 * [topic string · [partition]]
 *   partition => index int32 · errorCode int16 · highWatermark int64 · lastStableOffset int64 ·
 *   logStartOffset int64 (from 5) · [producerId int64 · firstOffset int64] ·
 *   preferredReadReplica int32 (from 11) · records bytes
 *
 * @see https://kafka.apache.org/protocol#The_Messages_Fetch
 * @module
 */
import type { Buffer } from "node:buffer";
import type { Batch, Broker, Cluster } from "kafkajs";
import Decoder from "kafkajs/src/protocol/decoder.js";
import { TickertapeError } from "../errors.ts";
import { type AbortedTransaction, passedOver } from "./aborted.ts";
import { type RecordBatch, splitBatches } from "./record_batch.ts";

/** Number of the API. */
const FETCH = 1;
/** The oldest version that has record batches. */
const OLDEST_VERSION = 4;

/** What kafkajs 2.2.4 takes for a message: here it stands for a whole batch of records. */
interface BatchMessage {
  /** The batch's last offset. */
  offset: string;
  /** Whether the client passes over it. */
  isControlRecord: boolean;
  batch: RecordBatch;
}

/** The parts of kafkajs 2.2.4's broker and decoder that are used. */
type PooledBroker = Broker & {
  connectionPool: { send(request: ProtocolRequest): Promise<unknown> };
};
interface ProtocolRequest {
  request: { apiKey: number; apiVersion: number };
  response: { decode(payload: Buffer): Promise<unknown> };
}
interface FieldDecoder {
  readInt16(): number;
  readInt32(): number;
  readInt64(): { toString(): string };
  readString(): string;
  readBytes(): Buffer | null;
  readArray<Element>(read: () => Element): Element[];
}

/**
 * Has a consumer's fetches answered with whole batches, which {@linkcode recordBatches} gives.
 *
 * @param cluster The cluster of that consumer alone
 */
export function fetchBatches(cluster: Cluster): void {
  const findBroker = cluster.findBroker.bind(cluster);
  const changed = new WeakSet<object>();
  cluster.findBroker = async (node) => {
    const broker = await findBroker(node) as PooledBroker;
    const pool = broker.connectionPool;
    if (changed.has(pool)) return broker;
    changed.add(pool);
    const send = pool.send.bind(pool);
    pool.send = async (asked) =>
      await send(asked.request.apiKey === FETCH ? inBatches(asked) : asked);
    return broker;
  };
}

/**
 * Gives the batches of records that a consumer was handed.
 *
 * @param batch What the consumer was handed
 * @returns The batches, without marks of the broker's and without aborted transactions
 */
export function recordBatches(batch: Batch): RecordBatch[] {
  return (batch.messages as unknown as BatchMessage[]).map((message) => message.batch);
}

function inBatches({ request, response, ...rest }: ProtocolRequest): ProtocolRequest {
  if (request.apiVersion < OLDEST_VERSION) {
    throw new TickertapeError({
      code: "KAFKA_TOO_OLD",
      message: "Could not fetch records: the broker is older than Kafka 0.11",
      remedy: "Use a newer broker: deno task local, deno task kafka, or your provider's.",
    });
  }
  const decode = (payload: Buffer) =>
    Promise.resolve(decodeFetch(new Decoder(payload), request.apiVersion));
  return { ...rest, request, response: { ...response, decode } };
}

function decodeFetch(decoder: FieldDecoder, version: number) {
  const throttleMs = decoder.readInt32();
  const errorCode = version >= 7 ? decoder.readInt16() : 0;
  const sessionId = version >= 7 ? decoder.readInt32() : 0;
  const responses = decoder.readArray(() => {
    const topicName = decoder.readString();
    const partitions = decoder.readArray(() => decodePartition(decoder, version, topicName));
    return { topicName, partitions };
  });
  // The client is the one to wait: a broker has answered without a delay (KIP-219).
  return { throttleTime: 0, clientSideThrottleTime: throttleMs, errorCode, sessionId, responses };
}

function decodePartition(decoder: FieldDecoder, version: number, topic: string) {
  const partition = decoder.readInt32();
  const errorCode = decoder.readInt16();
  const highWatermark = decoder.readInt64().toString();
  const lastStableOffset = decoder.readInt64().toString();
  if (version >= 5) decoder.readInt64();
  const aborted: AbortedTransaction[] = decoder.readArray(() => ({
    producerId: BigInt(decoder.readInt64().toString()),
    firstOffset: BigInt(decoder.readInt64().toString()),
  }));
  const preferredReadReplica = version >= 11 ? decoder.readInt32() : -1;
  const batches = splitBatches(plainBytes(decoder.readBytes()), `${topic}/${partition}`);
  const passed = passedOver(batches, aborted);
  const messages = batches.map((batch): BatchMessage => ({
    offset: String(batch.lastOffset),
    isControlRecord: passed.has(batch),
    batch,
  }));
  return { partition, errorCode, highWatermark, lastStableOffset, preferredReadReplica, messages };
}

/** Node.js's buffers take longer to make views of. */
function plainBytes(buffer: Buffer | null): Uint8Array {
  if (buffer === null) return new Uint8Array();
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
