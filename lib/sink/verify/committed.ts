/**
 * What the group says is stored.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../../config.ts";
import { destination, parseCommitMetadata } from "../group/positions.ts";
import type { Problem, VerifiedPartition } from "./types.ts";

/** What a group has committed for a partition. */
export interface Committed {
  offset: bigint;
  /** Where the group began to read, where it says so. */
  began: bigint | undefined;
}

/**
 * Reads what the configured group has committed for the place that is checked.
 *
 * @param config Topic, group, bucket and prefix
 * @param admin The connected client
 * @returns What is committed, by partition; nothing where the group writes elsewhere
 */
export async function readCommitted(
  config: Config,
  admin: Admin,
): Promise<Map<number, Committed>> {
  const { topic, groupId } = config.kafka;
  // Of a topic that is gone the objects are left to look at.
  if (!(await admin.listTopics()).includes(topic)) return new Map();
  const [found] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const committed = new Map<number, Committed>();
  for (const { partition, offset, metadata } of found?.partitions ?? []) {
    if (BigInt(offset) < 0n) continue;
    const said = parseCommitMetadata(metadata ?? "");
    if (said && `jsonl ${said.place}` !== destination(config, "jsonl")) continue;
    committed.set(partition, { offset: BigInt(offset), began: said?.began });
  }
  return committed;
}

/**
 * Checks that all that is committed is stored.
 *
 * @param groupId The group
 * @param committed What it had committed before the objects were listed
 * @param partitions What is stored
 * @param report Called for each problem
 */
export function checkCommitted(
  groupId: string,
  committed: ReadonlyMap<number, Committed>,
  partitions: readonly VerifiedPartition[],
  report: (problem: Problem) => void,
): void {
  for (const [partition, { offset, began }] of committed) {
    const part = partitions.find((candidate) => candidate.partition === partition);
    if (part === undefined || part.objects === 0) {
      if (began === undefined || began >= offset) continue;
      const message = `offsets ${began} to ${offset - 1n} are in no object, and the group ` +
        `'${groupId}' has committed ${offset}`;
      report({ kind: "committed", partition, message });
      continue;
    }
    if (began !== undefined && began < part.firstOffset) {
      const message = `offsets ${began} to ${part.firstOffset - 1n} are in no object, and the ` +
        `group '${groupId}' began at ${began}`;
      report({ kind: "gap", partition, message });
    }
    if (offset <= part.nextOffset) continue;
    const message = `the group '${groupId}' has committed ${offset}, and what is stored ends at ` +
      `${part.nextOffset}`;
    report({ kind: "committed", partition, message });
  }
}
