/**
 * A consumer group, seen from outside.
 * @module
 */
import type { ErrorName } from "../protocol/errors.ts";
import type { JoinRequest, JoinResult, Member, SyncResult } from "./member.ts";

/** States of a group, under Kafka's names. */
export type GroupState =
  | "Empty"
  | "PreparingRebalance"
  | "CompletingRebalance"
  | "Stable"
  | "Dead";

/** What members of the classic protocol ask of a group, of whichever protocol it is. */
export interface ClassicGroup {
  join(request: JoinRequest): Promise<JoinResult>;
  sync(request: SyncRequest): Promise<SyncResult>;
  /** @throws {ProtocolError} The member is not in the group, or must join again */
  heartbeat(who: MemberOfGeneration): void;
}

/** A consumer group of the classic protocol. */
export interface Group extends ClassicGroup {
  readonly groupId: string;
  readonly state: GroupState;
  readonly generation: number;
  readonly protocolType: string;
  readonly protocolName: string | null;
  readonly members: readonly Member[];
  /** @throws {ProtocolError} There is no such member */
  leave(memberId: string, groupInstanceId: string | null): void;
  /** Checks who commits offsets. @throws {ProtocolError} Not a member of this generation */
  checkCommit(who: MemberOfGeneration): void;
  /** Whether a member reads a topic, as far as its protocol's words say so. */
  subscribesTo(topic: string): boolean;
  /** Whether nobody is in the group, nor about to be. */
  readonly idle: boolean;
  /** Ends all timers, and tells those who wait why they need not. */
  close(error: ErrorName): void;
}

/** Who speaks, and of which generation. */
export interface MemberOfGeneration {
  memberId: string;
  groupInstanceId: string | null;
  generationId: number;
}

/** What a member asks after it has joined; the leader brings the assignments. */
export interface SyncRequest extends MemberOfGeneration {
  protocolType: string | null;
  protocolName: string | null;
  assignments: { memberId: string; assignment: Uint8Array }[];
}

/** What a group is told when it is made. */
export interface GroupOptions {
  groupId: string;
  protocolType: string;
  initialRebalanceDelayMs: number;
  maxSize: number;
  /** Told of the protocol's type when a generation begins. */
  onGeneration: (protocolType: string) => void;
  /** What it was while it had members of both protocols. */
  former?: FormerGroup;
}

/** A group whose last members of the new protocol have gone. */
export interface FormerGroup {
  generation: number;
  /** Those who are left, with what they are to read. */
  members: readonly Member[];
  /** Whether they are to share the work anew. */
  rebalances: boolean;
}
