/**
 * Compressing a producer's batch as its topic has it (`compression.type`).
 * @module
 */
import { type BatchHeader, codecOf, deleteHorizonOf, HEADER_SIZE, remakeBatch } from "./batch.ts";
import { type Codec, CODECS, type Levels, pack, unpack } from "./codecs.ts";

/** How a topic's batches are compressed; `undefined` as the producer did. */
export interface TargetCompression {
  codec: Codec | undefined;
  levels: Levels;
}

/**
 * Makes a batch what its topic wants it to be.
 *
 * @param batch The whole batch
 * @param header Its header
 * @param target How the topic's batches are compressed
 * @returns The batch, the very same where it is compressed so already
 * @throws {Error} Its records cannot be unpacked
 */
export function recompressed(
  batch: Uint8Array,
  header: BatchHeader,
  { codec, levels }: TargetCompression,
): Uint8Array {
  const given = CODECS[codecOf(header)]!;
  if (codec === undefined || codec === given) return batch;
  return remakeBatch(batch, header, {
    codec: CODECS.indexOf(codec),
    baseTimestamp: header.baseTimestamp,
    isHorizon: deleteHorizonOf(header) !== undefined,
    maxTimestamp: header.maxTimestamp,
    recordsCount: header.recordsCount,
    records: pack(codec, unpack(given, batch.subarray(HEADER_SIZE, header.size)), levels),
  });
}
