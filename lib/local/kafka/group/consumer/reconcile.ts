/**
 * A member's way from what it reads to what it is to read: first it gives up, then it is given what
 * nobody else has any more.
 * @module
 */
import type { ConsumerMember } from "./member.ts";
import { each, filter, has, NONE, type Partitions, placeOf, size, union } from "./partitions.ts";

/** What a member is to have, and who has what. */
export interface Target {
  epoch: number;
  /** What the member is to read. */
  partitions: Partitions;
  /** Whether a partition is some member's, though it may be giving it up. */
  isOwned(topicId: string, partition: number): boolean;
}

/**
 * Takes a member a step further.
 *
 * @param member The member, which is changed
 * @param target What it is to have
 * @param owned What it says it has, or `null` where it says nothing of it
 */
export function reconcile(member: ConsumerMember, target: Target, owned: Partitions | null): void {
  if (member.state === "stable" && member.epoch === target.epoch) return;
  if (member.state === "unrevoked" && stillOwns(owned, member.revoking)) return;
  const kept = filter(member.assigned, (topicId, index) => has(target.partitions, topicId, index));
  const revoking = filter(member.assigned, (topicId, index) => !has(kept, topicId, index));
  if (size(revoking) > 0 && stillOwns(owned, revoking)) {
    Object.assign(member, { state: "unrevoked", assigned: kept, revoking });
    return;
  }
  const wanted = filter(target.partitions, (topicId, index) => !has(kept, topicId, index));
  // What it has just given up itself nobody has.
  const isFree = (topicId: string, index: number) =>
    !target.isOwned(topicId, index) || has(member.assigned, topicId, index) ||
    has(member.revoking, topicId, index);
  const free = filter(wanted, isFree);
  const assigned = union(kept, free);
  Object.assign(member, {
    state: size(free) < size(wanted) ? "unreleased" : "stable",
    previousEpoch: member.epoch,
    epoch: target.epoch,
    assigned,
    revoking: NONE,
    since: sinceWhen(assigned, target.epoch, member.since),
  });
}

/**
 * Epochs since when a member has partitions: now, unless it had them before.
 *
 * @param before The same of what it had before
 */
export function sinceWhen(
  assigned: Partitions,
  epoch: number,
  before: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  return new Map([...each(assigned)].map(([topicId, partition]) => {
    const place = placeOf(topicId, partition);
    return [place, before.get(place) ?? epoch];
  }));
}

/** Whether a member has, as far as it has said, any of some partitions. */
function stillOwns(owned: Partitions | null, partitions: Partitions): boolean {
  return owned === null ||
    [...each(partitions)].some(([topicId, index]) => has(owned, topicId, index));
}
