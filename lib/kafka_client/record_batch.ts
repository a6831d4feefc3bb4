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
import { crc32c } from "../crc32c.ts";
import { TickertapeError } from "../errors.ts";

/** Some records of one partition that were sent together. */
export interface RecordBatch {
  /** The partition, for whoever is told of it. */
  source: string;
  /** Why its records cannot be read; its offset is all that is known of it then. */
  fault?: string;
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

/** The last offset there can be. */
const LAST_OFFSET = 2n ** 63n - 1n;

const HEADER_BYTES = 61;
/** Bytes up to the length, which counts what follows it. */
const LENGTH_END = 12;
const MAGIC_AT = 16;
const MAGIC = 2;
const CRC_AT = 17;
/** Where begins what the checksum covers: all but what the broker sets. */
const ATTRIBUTES_AT = 21;
/** Bytes of the shortest record, without a key, a value and headers. */
const SHORTEST_RECORD = 7;

const CODEC_MASK = 0x07;
const APPEND_TIME = 0x08;
const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;

/**
 * Tells batches that follow each other apart. One that is cut at the end is left out: a broker fills
 * what was asked for to the byte. The first one it gives whole, so that the reader goes on.
 *
 * @param bytes Batches as they came
 * @param source The partition, as an error is to name it
 * @returns The batches, as compressed as they are; what follows one that cannot be read is not known
 */
export function splitBatches(bytes: Uint8Array, source: string): RecordBatch[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const batches: RecordBatch[] = [];
  let at = 0;
  while (at + MAGIC_AT < bytes.length) {
    const baseOffset = view.getBigInt64(at);
    const end = at + LENGTH_END + view.getInt32(at + 8);
    const fault = headerFault(view.getInt8(at + MAGIC_AT), end - at);
    if (fault) return [...batches, unknownBatch(source, baseOffset, fault)];
    if (end > bytes.length) break;
    const checksum = crc32c(bytes.subarray(at + ATTRIBUTES_AT, end));
    if (checksum !== view.getUint32(at + CRC_AT)) {
      return [...batches, unknownBatch(source, baseOffset, "its checksum is not its bytes'")];
    }
    const attributes = view.getInt16(at + ATTRIBUTES_AT);
    batches.push({
      source,
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
    at = end;
  }
  if (batches.length > 0 || bytes.length === 0) return batches;
  const baseOffset = bytes.length < 8 ? -1n : view.getBigInt64(0);
  return [unknownBatch(source, baseOffset, `the broker gave ${bytes.length} bytes of it alone`)];
}

function headerFault(magic: number, length: number): string | undefined {
  if (magic === 0 || magic === 1) return `its format ${magic} is of before Kafka 0.11`;
  if (magic !== MAGIC) return `its format ${magic} is not known`;
  return length < HEADER_BYTES ? `its length of ${length} bytes is too short` : undefined;
}

/** A batch that is not read, in the place of all that comes, so that whoever gets there says so. */
function unknownBatch(source: string, baseOffset: bigint, fault: string): RecordBatch {
  return {
    source,
    fault,
    baseOffset,
    lastOffset: LAST_OFFSET,
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
 * @throws {TickertapeError} Its records cannot be read
 */
export async function decompressBatch(batch: RecordBatch): Promise<RecordBatch> {
  if (batch.fault) throw unreadable(batch, batch.fault);
  const whole = batch.codec === 0
    ? batch
    : { ...batch, codec: 0, records: await decompressed(batch) };
  const { count, records } = whole;
  if (
    count < 0 || count * SHORTEST_RECORD > records.length || (count === 0 && records.length > 0)
  ) {
    throw unreadable(batch, `it has ${records.length} bytes for ${count} records`);
  }
  return whole;
}

async function decompressed(batch: RecordBatch): Promise<Uint8Array> {
  const { codec, records: { buffer, byteOffset, length } } = batch;
  const decoder = CompressionCodecs[codec as Exclude<CompressionTypes, CompressionTypes.None>];
  if (decoder === undefined) throw unreadable(batch, `its compression ${codec} is not known`);
  try {
    return await decoder().decompress(Buffer.from(buffer, byteOffset, length));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : cause;
    throw unreadable(batch, `it cannot be decompressed (${why})`, cause);
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
    message: `Could not read the records at offset ${batch.baseOffset} of ${batch.source}: ${why}`,
    remedy: "Look at it with Kafka's own tool: kafka-dump-log.sh --deep-iteration --files FILE",
    cause,
  });
}
