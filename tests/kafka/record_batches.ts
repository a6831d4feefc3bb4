/**
 * Record batches, encoded by kafkajs.
 * @module
 */
import { Buffer } from "node:buffer";
import crc32c from "kafkajs/src/protocol/recordBatch/crc32C/index.js";
import protocol from "kafkajs/src/protocol/recordBatch/v0/index.js";
import createRecord from "kafkajs/src/protocol/recordBatch/record/v0/index.js";
import Long from "kafkajs/src/utils/long.js";

/** A record of a batch. */
export interface MadeRecord {
  offsetDelta: number;
  timestampDelta?: number;
  key?: Uint8Array | null;
  value: Uint8Array | null;
  headers?: Record<string, Uint8Array>;
}

/** What is said of all records of a batch. */
export interface MadeBatch {
  firstOffset?: bigint;
  firstTimestamp?: bigint;
  compression?: number;
  transactional?: boolean;
  producerId?: bigint;
}

/**
 * Makes the bytes of a batch.
 *
 * @param records Its records
 * @param batch What is said of all of them
 * @returns The batch as a broker keeps it
 */
export async function recordBatch(
  records: readonly MadeRecord[],
  { firstOffset = 0n, firstTimestamp = 0n, producerId = -1n, ...rest }: MadeBatch = {},
): Promise<Buffer> {
  const { buffer } = await protocol.RecordBatch({
    firstOffset: Long.fromValue(String(firstOffset)),
    firstTimestamp: Long.fromValue(String(firstTimestamp)),
    maxTimestamp: Long.fromValue(String(firstTimestamp)),
    producerId: Long.fromValue(String(producerId)),
    lastOffsetDelta: records.at(-1)?.offsetDelta ?? 0,
    records: records.map(({ key = null, value, timestampDelta = 0, ...record }) =>
      createRecord({
        ...record,
        key: key && Buffer.from(key),
        value: value && Buffer.from(value),
        timestampDelta: Long.fromValue(timestampDelta),
      })
    ),
    ...rest,
  });
  return buffer;
}

/**
 * Gives a batch whose fields were changed the checksum of its bytes.
 *
 * @param batch The batch, changed in place
 * @returns The same batch
 */
export function sealed(batch: Buffer): Buffer {
  batch.writeUInt32BE(crc32c(batch.subarray(21, 12 + batch.readInt32BE(8))), 17);
  return batch;
}
