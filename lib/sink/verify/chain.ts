/**
 * Whether objects follow each other without a gap and without an overlap.
 * @module
 */
import type { Problem, ReadObject } from "./types.ts";

/**
 * Checks the objects of one partition against each other.
 *
 * @param partition Its number
 * @param objects All of its objects: records, dead letters, and dead letters beside records
 * @param committed What the group has committed, where that is known: a range past it may still wait
 * for its dead letters to be stored
 * @param report Called for each problem
 * @returns The ranges in the order of their offsets
 */
export function checkChain(
  partition: number,
  objects: readonly ReadObject[],
  committed: bigint | undefined,
  report: (problem: Problem) => void,
): ReadObject[] {
  const ranges = objects.filter(({ metadata }) => metadata.kind !== "letters")
    .sort((a, b) => compare(a.metadata.firstOffset, b.metadata.firstOffset));
  let before: ReadObject | undefined;
  for (const range of ranges) {
    const { key, metadata: { firstOffset } } = range;
    const edge = before?.metadata.nextOffset ?? firstOffset;
    if (firstOffset > edge) {
      const message = `offsets ${edge} to ${firstOffset - 1n} are in no object`;
      report({ kind: "gap", partition, key, message });
    }
    if (firstOffset < edge) {
      const message = `offsets ${firstOffset} to ${edge - 1n} are in ${before!.key} as well`;
      report({ kind: "overlap", partition, key, message });
    }
    if (range.metadata.nextOffset > edge) before = range;
  }
  checkLetters(partition, ranges, objects, committed, report);
  return ranges;
}

/** The dead letters of a range are in an object beside it, as many as the range says. */
function checkLetters(
  partition: number,
  ranges: readonly ReadObject[],
  objects: readonly ReadObject[],
  committed: bigint | undefined,
  report: (problem: Problem) => void,
): void {
  const beside = new Map<bigint, ReadObject>();
  for (const object of objects) {
    const { kind, firstOffset } = object.metadata;
    if (kind !== "letters") continue;
    const other = beside.get(firstOffset);
    if (other) {
      const message = `its dead letters are in ${other.key} as well`;
      report({ kind: "overlap", partition, key: object.key, message });
    }
    beside.set(firstOffset, object);
  }
  for (const { key, metadata } of ranges) {
    if (metadata.kind === "dead") continue;
    const letters = beside.get(metadata.firstOffset);
    beside.delete(metadata.firstOffset);
    const found = letters?.count ?? 0;
    const due = committed === undefined || metadata.nextOffset <= committed;
    if (found !== metadata.deadLetters && (found > 0 || due)) {
      const message = `${metadata.deadLetters} of its records are dead letters, and ${found} are ` +
        "stored";
      report({ kind: "dead letters", partition, key, message });
    }
    if (letters && letters.metadata.nextOffset !== metadata.nextOffset) {
      const message = `its dead letters end at ${letters.metadata.nextOffset}, and it at ` +
        `${metadata.nextOffset}`;
      report({ kind: "dead letters", partition, key, message });
    }
  }
  for (const { key } of beside.values()) {
    report({ kind: "dead letters", partition, key, message: "it belongs to no object of records" });
  }
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
