/**
 * Which batches a reader of committed records passes over.
 * @module
 */
import type { RecordBatch } from "./record_batch.ts";
import { RecordCursor } from "./record_cursor.ts";

/** A transaction that was aborted, as a fetch tells of it. */
export interface AbortedTransaction {
  producerId: bigint;
  /** Offset of its first record. */
  firstOffset: bigint;
}

/** What a mark at the end of a transaction says in its key's second half, if it was aborted. */
const ABORTED = 0;

/**
 * Finds the broker's own marks and the batches of aborted transactions, as Kafka's own consumer does:
 * a producer's batches are passed over from its aborted transaction's first offset up to the mark.
 *
 * @param batches Batches in the order of their offsets
 * @param aborted Aborted transactions that reach into them
 * @returns The batches to pass over
 * @see KIP-98, "Exactly Once Delivery and Transactional Messaging"
 */
export function passedOver(
  batches: readonly RecordBatch[],
  aborted: readonly AbortedTransaction[],
): Set<RecordBatch> {
  const coming = aborted.toSorted((a, b) => a.firstOffset < b.firstOffset ? -1 : 1);
  const open = new Set<bigint>();
  const passed = new Set<RecordBatch>();
  for (const batch of batches) {
    while (coming[0] && coming[0].firstOffset <= batch.lastOffset) {
      open.add(coming.shift()!.producerId);
    }
    if (batch.control && isAbortMark(batch)) open.delete(batch.producerId);
    if (batch.control || (batch.transactional && open.has(batch.producerId))) passed.add(batch);
  }
  return passed;
}

/** Mark => key (version int16 · type int16) · value */
function isAbortMark(batch: RecordBatch): boolean {
  const mark = new RecordCursor([batch]);
  if (!mark.next() || mark.keyEnd - mark.keyStart < 4) return false;
  return mark.bytes[mark.keyStart + 3] === ABORTED;
}
