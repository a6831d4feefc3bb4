/**
 * A consumer group of the new protocol, seen from outside.
 * @module
 */
import type { ClassicGroup } from "../types.ts";
import type { ConsumerMember } from "./member.ts";
import type { Partitions } from "./partitions.ts";

/** States of a group, under Kafka's names. */
export type ConsumerGroupState = "Empty" | "Assigning" | "Reconciling" | "Stable" | "Dead";

/** What a member says of itself; `null` is as before. */
export interface News {
  rackId: string | null;
  clientId: string;
  clientHost: string;
  /** -1 is as before. */
  rebalanceTimeoutMs: number;
  topicNames: readonly string[] | null;
  topicRegex: string | null;
  assignor: string | null;
  owned: Partitions | null;
}

/** What a member of the new protocol sends. */
export interface Heartbeat extends News {
  memberId: string;
  memberEpoch: number;
  instanceId: string | null;
}

/** What a member is told. */
export interface HeartbeatResult {
  memberId: string;
  memberEpoch: number;
  /** What it is to read; `undefined` is as before. */
  assigned?: Partitions;
}

/** A consumer group. */
export interface ConsumerGroup {
  readonly groupId: string;
  readonly state: ConsumerGroupState;
  readonly epoch: number;
  /** Epoch of the latest targets: the group's, unless nobody is in it. */
  readonly assignmentEpoch: number;
  readonly assignor: string;
  readonly members: readonly ConsumerMember[];
  /** What its members of the classic protocol ask. */
  readonly classic: ClassicGroup;
  /** What a member is to read in the end. */
  targetOf(memberId: string): Partitions;
  /** @throws {ProtocolError} The member is not in the group, or of another epoch */
  heartbeat(request: Heartbeat): HeartbeatResult;
  /** A member goes, for good or for a while. @throws {ProtocolError} It is not in the group */
  leave(request: Pick<Heartbeat, "memberId" | "memberEpoch" | "instanceId">): HeartbeatResult;
  /** Takes a member out, by its id or its instance's name. @throws {ProtocolError} There is none */
  expel(memberId: string, instanceId: string | null): void;
  /** @throws {ProtocolError} Someone may not ask for offsets */
  checkOffsets(memberId: string, memberEpoch: number): void;
  /**
   * Checks who commits offsets, by a version of the request.
   *
   * @returns Checks each partition: one of an earlier epoch may commit what it has had since then
   * @throws {ProtocolError} Someone may not commit offsets
   */
  checkCommit(
    memberId: string,
    memberEpoch: number,
    version: number,
  ): (topicId: string, partition: number) => void;
  subscribesTo(topic: string): boolean;
  /** Ends all timers. */
  close(): void;
}

/** What a group is told when it is made. */
export interface ConsumerGroupOptions {
  groupId: string;
  /** Epoch that it goes on from. */
  epoch: number;
  /** Topics there are: their id, name, and number of partitions. */
  topics: () => readonly { id: string; name: string; partitions: number }[];
  maxSize: () => number;
  sessionTimeoutMs: () => number;
  /** Told of each epoch that begins. */
  onEpoch: (epoch: number) => void;
  /** Members of the classic protocol that it goes on with. */
  former?: readonly ConsumerMember[];
  /**
   * Told when none but members of the classic protocol are left, after one went or was replaced.
   *
   * @returns Whether the group went over to that protocol
   */
  onClassicOnly: (change: "gone" | "replaced") => boolean;
}
