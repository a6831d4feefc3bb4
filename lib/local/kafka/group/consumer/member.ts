/**
 * A member of a consumer group of the new protocol (KIP-848), to whom the broker itself says what to
 * read.
 * @module
 */
import type { GroupProtocol } from "../member.ts";
import type { Patience } from "../patience.ts";
import type { Partitions } from "./partitions.ts";

/** Epochs by which a member says that it goes: for good, or to come again under its instance's name. */
export const LEAVES = -1;
export const LEAVES_FOR_A_WHILE = -2;

/** What a member is about to do. */
export type MemberState =
  /** It has what it is to have. */
  | "stable"
  /** It is to give something up, and has not said that it did. */
  | "unrevoked"
  /** It waits for what others are to give up. */
  | "unreleased";

/** What is known of a member that speaks the classic protocol. */
export interface ClassicTerms {
  sessionTimeoutMs: number;
  protocols: readonly GroupProtocol[];
}

/** A member. */
export interface ConsumerMember {
  readonly memberId: string;
  readonly instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  /** How long it may take to give something up. */
  rebalanceTimeoutMs: number;
  topicNames: readonly string[];
  topicRegex: string;
  /** The assignor it would like, or `null`. */
  assignor: string | null;
  state: MemberState;
  epoch: number;
  previousEpoch: number;
  /** What it may read. */
  assigned: Partitions;
  /** What it is to give up first. */
  revoking: Partitions;
  /** Epochs since when it has each of these, by {@linkcode placeOf}. */
  since: ReadonlyMap<string, number>;
  /** Only where it speaks the classic protocol. */
  classic?: ClassicTerms;
  /** Ends the membership of one that was not heard of for too long. */
  session?: Patience;
  /** Ends the membership of one that takes too long to give up what it is to, or to join or sync. */
  deadline?: Patience;
}
