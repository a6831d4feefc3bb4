/**
 * The producers at the start of a segment, in a file of Kafka's own format: `<offset>.snapshot`.
 *
 * Snapshot => version int16 · crc uint32 · [entry]
 *   entry => producerId int64 · epoch int16 · lastSequence int32 · lastOffset int64 ·
 *       offsetDelta int32 · timestamp int64 · coordinatorEpoch int32 · currentTxnFirstOffset int64
 *
 * The checksum covers everything behind it. Only the last batch of each producer is kept.
 * @module
 */
import { join } from "node:path";
import { crc32c } from "../../../crc32c.ts";
import { segmentName } from "./files.ts";
import type { ProducerEntry } from "./producers.ts";

const VERSION = 1;
const CRC_END = 6;
const HEADER = 10;
const ENTRY = 46;

/** Writes the snapshot of an offset. */
export function writeSnapshot(
  dir: string,
  offset: bigint,
  entries: readonly ProducerEntry[],
): void {
  const bytes = new Uint8Array(HEADER + entries.length * ENTRY);
  const view = new DataView(bytes.buffer);
  view.setInt16(0, VERSION);
  view.setInt32(CRC_END, entries.length);
  entries.forEach((entry, i) => {
    const at = HEADER + i * ENTRY;
    const last = entry.batches.at(-1)!;
    view.setBigInt64(at, entry.producerId);
    view.setInt16(at + 8, entry.epoch);
    view.setInt32(at + 10, last.lastSequence);
    view.setBigInt64(at + 14, last.lastOffset);
    view.setInt32(at + 22, last.offsetDelta);
    view.setBigInt64(at + 26, last.timestamp);
    view.setInt32(at + 34, -1);
    view.setBigInt64(at + 38, -1n);
  });
  view.setUint32(2, crc32c(bytes.subarray(CRC_END)));
  Deno.writeFileSync(snapshotPath(dir, offset), bytes);
}

/**
 * Reads the snapshot of an offset.
 *
 * @returns The producers, or `undefined` where there is no such file, or one that is not whole
 */
export function readSnapshot(dir: string, offset: bigint): ProducerEntry[] | undefined {
  let bytes: Uint8Array;
  try {
    bytes = Deno.readFileSync(snapshotPath(dir, offset));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  if (bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getInt32(CRC_END);
  if (view.getInt16(0) !== VERSION || bytes.length !== HEADER + count * ENTRY) return undefined;
  if (view.getUint32(2) !== crc32c(bytes.subarray(CRC_END))) return undefined;
  return Array.from({ length: count }, (_, i) => {
    const at = HEADER + i * ENTRY;
    const lastSequence = view.getInt32(at + 10);
    const offsetDelta = view.getInt32(at + 22);
    return {
      producerId: view.getBigInt64(at),
      epoch: view.getInt16(at + 8),
      batches: [{
        firstSequence: (lastSequence - offsetDelta + 0x80000000) % 0x80000000,
        lastSequence,
        lastOffset: view.getBigInt64(at + 14),
        offsetDelta,
        timestamp: view.getBigInt64(at + 26),
      }],
    };
  });
}

/** Deletes the snapshots of earlier offsets. */
export function removeSnapshotsBefore(dir: string, offset: bigint): void {
  for (const { name } of Deno.readDirSync(dir)) {
    const match = /^(\d{20})\.snapshot$/.exec(name);
    if (match && BigInt(match[1]!) < offset) Deno.removeSync(join(dir, name));
  }
}

function snapshotPath(dir: string, offset: bigint): string {
  return join(dir, `${segmentName(offset)}.snapshot`);
}
