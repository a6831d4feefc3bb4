/**
 * The header of a record batch, format 2.
 *
 * baseOffset int64 · batchLength int32 · partitionLeaderEpoch int32 · magic int8 · crc uint32 ·
 * attributes int16 · lastOffsetDelta int32 · baseTimestamp int64 · maxTimestamp int64 ·
 * producerId int64 · producerEpoch int16 · baseSequence int32 · recordsCount int32 · records
 *
 * The checksum covers everything from the attributes on, so offset and epoch can be set without
 * computing it again.
 *
 * @see https://kafka.apache.org/documentation/#recordbatch
 * @module
 */
import { crc32c } from "../../../crc32c.ts";

/** Bytes before the records. */
export const HEADER_SIZE = 61;

/** Bytes that `batchLength` does not count: the offset and the length itself. */
const LENGTH_OVERHEAD = 12;

const LENGTH = 8;
const EPOCH = 12;
const MAGIC = 16;
const CRC = 17;
const ATTRIBUTES = 21;
const BASE_TIMESTAMP = 27;
const MAX_TIMESTAMP = 35;
const RECORDS_COUNT = 57;

const TIMESTAMP_TYPE = 0x08;
const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;
const DELETE_HORIZON = 0x40;
const CODEC = 0x07;

/** What a batch's header says. */
export interface BatchHeader {
  baseOffset: bigint;
  lastOffset: bigint;
  /** Bytes of the whole batch. */
  size: number;
  magic: number;
  crc: number;
  attributes: number;
  lastOffsetDelta: number;
  baseTimestamp: bigint;
  maxTimestamp: bigint;
  producerId: bigint;
  producerEpoch: number;
  baseSequence: number;
  recordsCount: number;
}

/**
 * Reads the header of a batch.
 *
 * @param bytes Bytes with at least {@linkcode HEADER_SIZE} from `at` on
 * @param at Where the batch begins
 * @returns The header
 */
export function readHeader(bytes: Uint8Array, at = 0): BatchHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_SIZE);
  const baseOffset = view.getBigInt64(0);
  const lastOffsetDelta = view.getInt32(23);
  return {
    baseOffset,
    lastOffset: baseOffset + BigInt(lastOffsetDelta),
    size: view.getInt32(LENGTH) + LENGTH_OVERHEAD,
    magic: view.getInt8(MAGIC),
    crc: view.getUint32(CRC),
    attributes: view.getInt16(ATTRIBUTES),
    lastOffsetDelta,
    baseTimestamp: view.getBigInt64(BASE_TIMESTAMP),
    maxTimestamp: view.getBigInt64(MAX_TIMESTAMP),
    producerId: view.getBigInt64(43),
    producerEpoch: view.getInt16(51),
    baseSequence: view.getInt32(53),
    recordsCount: view.getInt32(RECORDS_COUNT),
  };
}

/** Whether a batch's checksum is that of its bytes. */
export function isIntact(batch: Uint8Array, header: BatchHeader): boolean {
  return crc32c(batch.subarray(ATTRIBUTES, header.size)) === header.crc;
}

/** Sets what the broker assigns, in place. */
export function assignOffset(batch: Uint8Array, baseOffset: bigint, leaderEpoch: number): void {
  const view = new DataView(batch.buffer, batch.byteOffset, HEADER_SIZE);
  view.setBigInt64(0, baseOffset);
  view.setInt32(EPOCH, leaderEpoch);
}

/** Marks a batch as stamped by the broker, in place, and computes its checksum again. */
export function assignAppendTime(batch: Uint8Array, timestamp: bigint): void {
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
  view.setInt16(ATTRIBUTES, view.getInt16(ATTRIBUTES) | TIMESTAMP_TYPE);
  view.setBigInt64(MAX_TIMESTAMP, timestamp);
  view.setUint32(CRC, crc32c(batch.subarray(ATTRIBUTES)));
}

/** Number of the codec a batch is compressed with; 0 for none. */
export function codecOf(header: BatchHeader): number {
  return header.attributes & CODEC;
}

/** Whether the broker, not the producer, stamped a batch. */
export function isAppendTime(header: BatchHeader): boolean {
  return (header.attributes & TIMESTAMP_TYPE) !== 0;
}

/** Whether a batch belongs to a transaction, or is its end. */
export function isTransactional(header: BatchHeader): boolean {
  return (header.attributes & (TRANSACTIONAL | CONTROL)) !== 0;
}

/** When the tombstones of a cleaned batch may go, where that is known (KIP-534). */
export function deleteHorizonOf(header: BatchHeader): bigint | undefined {
  return (header.attributes & DELETE_HORIZON) === 0 ? undefined : header.baseTimestamp;
}

/** What a batch becomes when records are taken out of it. */
export interface RemadeBatch {
  codec: number;
  baseTimestamp: bigint;
  /** Whether the base time says when its tombstones may go. */
  isHorizon: boolean;
  maxTimestamp: bigint;
  recordsCount: number;
  /** The records, compressed. */
  records: Uint8Array;
}

/** A batch in place of another: with its offsets, producer and sequence, and other records. */
export function remakeBatch(
  batch: Uint8Array,
  header: BatchHeader,
  remade: RemadeBatch,
): Uint8Array {
  const bytes = new Uint8Array(HEADER_SIZE + remade.records.length);
  bytes.set(batch.subarray(0, HEADER_SIZE));
  bytes.set(remade.records, HEADER_SIZE);
  const view = new DataView(bytes.buffer);
  const kept = header.attributes & ~(CODEC | DELETE_HORIZON);
  view.setInt32(LENGTH, bytes.length - LENGTH_OVERHEAD);
  view.setInt16(ATTRIBUTES, kept | remade.codec | (remade.isHorizon ? DELETE_HORIZON : 0));
  view.setBigInt64(BASE_TIMESTAMP, remade.baseTimestamp);
  view.setBigInt64(MAX_TIMESTAMP, remade.maxTimestamp);
  view.setInt32(RECORDS_COUNT, remade.recordsCount);
  view.setUint32(CRC, crc32c(bytes.subarray(ATTRIBUTES)));
  return bytes;
}
