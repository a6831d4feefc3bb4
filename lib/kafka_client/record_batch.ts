/**
 * Record batches as the broker keeps them.
 *
 * RecordBatch => baseOffset int64 · length int32 · leaderEpoch int32 · magic int8 · crc int32 ·
 * attributes int16 · lastOffsetDelta int32 · baseTimestamp int64 · maxTimestamp int64 ·
 * producerId int64 · producerEpoch int16 · baseSequence int32 · count int32 · [record]
 *
 * @see https://kafka.apache.org/documentation/#recordbatch
 * @module
 */
import { Buffer } from "node:buffer";
import { CompressionCodecs, type CompressionTypes } from "kafkajs";
import { TickertapeError } from "../errors.ts";

/** Some records of one partition that were sent together. */
export interface RecordBatch {
  /** The batch's format: 2 since Kafka 0.11. */
  magic: number;
  baseOffset: bigint;
  /** Offset of its last record, which may have been compacted away. */
  lastOffset: bigint;
  /** Epoch milliseconds that the records' own are counted from. */
  baseTimestamp: bigint;
  /** Epoch milliseconds of all its records, where the broker sets them. */
  appendTimestamp: bigint | undefined;
  producerId: bigint;
  transactional: boolean;
  /** Whether it is a mark of the broker's, such as the end of a transaction. */
  control: boolean;
  /** Number of its compression; 0 for none. */
  codec: number;
  /** Number of records. */
  count: number;
  /** The records, one after the other. */
  records: Uint8Array;
}

const HEADER_BYTES = 61;
/** Bytes up to the length, which counts what follows it. */
const LENGTH_END = 12;
const MAGIC_AT = 16;
const MAGIC = 2;

const CODEC_MASK = 0x07;
const APPEND_TIME = 0x08;
const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;

/**
 * Tells batches that follow each other apart. One that is cut at the end is left out: a broker fills
 * what was asked for to the byte.
 *
 * @param bytes Batches as they came
 * @returns The batches, as compressed as they are
 */
export function splitBatches(bytes: Uint8Array): RecordBatch[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const batches: RecordBatch[] = [];
  let at = 0;
  while (at + MAGIC_AT < bytes.length) {
    const end = at + LENGTH_END + view.getInt32(at + 8);
    const magic = view.getInt8(at + MAGIC_AT);
    if (magic !== MAGIC) return [...batches, olderBatch(magic, view.getBigInt64(at))];
    if (end > bytes.length || at + HEADER_BYTES > bytes.length) break;
    const attributes = view.getInt16(at + 21);
    const baseOffset = view.getBigInt64(at);
    batches.push({
      magic,
      baseOffset,
      lastOffset: baseOffset + BigInt(view.getInt32(at + 23)),
      baseTimestamp: view.getBigInt64(at + 27),
      appendTimestamp: attributes & APPEND_TIME ? view.getBigInt64(at + 35) : undefined,
      producerId: view.getBigInt64(at + 43),
      transactional: (attributes & TRANSACTIONAL) !== 0,
      control: (attributes & CONTROL) !== 0,
      codec: attributes & CODEC_MASK,
      count: view.getInt32(at + 57),
      records: bytes.subarray(at + HEADER_BYTES, end),
    });
    // A length that leads nowhere is left for whoever reads the records.
    at = Math.max(end, at + HEADER_BYTES);
  }
  return batches;
}

/** A batch of a format that is not read, so that whoever comes to it can say so. */
function olderBatch(magic: number, baseOffset: bigint): RecordBatch {
  return {
    magic,
    baseOffset,
    lastOffset: baseOffset,
    baseTimestamp: 0n,
    appendTimestamp: undefined,
    producerId: -1n,
    transactional: false,
    control: false,
    codec: 0,
    count: 0,
    records: new Uint8Array(),
  };
}

/**
 * Decompresses a batch's records.
 *
 * @param batch The batch
 * @returns The same batch where it is not compressed
 * @throws {TickertapeError} It is of another format, or cannot be decompressed
 */
export async function decompressBatch(batch: RecordBatch): Promise<RecordBatch> {
  const { magic, codec, records } = batch;
  if (magic !== MAGIC) throw unreadable(batch, `its format ${magic} is of before Kafka 0.11`);
  if (codec === 0) return batch;
  const decoder = CompressionCodecs[codec as Exclude<CompressionTypes, CompressionTypes.None>];
  if (decoder === undefined) throw unreadable(batch, `its compression ${codec} is not known`);
  const { buffer, byteOffset, length } = records;
  try {
    const bytes = await decoder().decompress(Buffer.from(buffer, byteOffset, length));
    return { ...batch, codec: 0, records: bytes };
  } catch (cause) {
    throw unreadable(batch, "it cannot be decompressed", cause);
  }
}

/**
 * Makes the error for a batch that cannot be read.
 *
 * @param batch The batch
 * @param why What is the matter with it
 * @param cause What was caught, if anything was
 * @returns The error
 */
export function unreadable(batch: RecordBatch, why: string, cause?: unknown): TickertapeError {
  return new TickertapeError({
    code: "UNREADABLE_RECORDS",
    message:
      `Could not read the batch of records that begins at offset ${batch.baseOffset}: ${why}`,
    remedy: "Look at it with Kafka's own tool: kafka-dump-log.sh --deep-iteration --files FILE",
    cause,
  });
}
