/**
 * A member of a consumer group.
 * @module
 */
import type { Patience } from "./patience.ts";

/** A way to share the work, and the member's words for it; the broker only relays them. */
export interface GroupProtocol {
  name: string;
  metadata: Uint8Array;
}

/** What a member asks when it joins. */
export interface JoinRequest {
  memberId: string;
  groupInstanceId: string | null;
  clientId: string;
  clientHost: string;
  sessionTimeoutMs: number;
  rebalanceTimeoutMs: number;
  protocolType: string;
  protocols: GroupProtocol[];
  /** Whether a new member must come again with the id it is given (KIP-394). */
  requireMemberId: boolean;
  /** Whether a leader knows that it may not have to assign (KIP-814); others are told they follow. */
  skipsAssignment: boolean;
}

/** What a member is told when everyone has joined. */
export interface JoinResult {
  errorCode: number;
  generationId: number;
  protocolType: string | null;
  protocolName: string | null;
  leader: string;
  memberId: string;
  /** All members, for the leader alone. */
  members: { memberId: string; groupInstanceId: string | null; metadata: Uint8Array }[];
  /** Whether the leader must not assign anew: the assignment there is goes on (KIP-814). */
  skipAssignment: boolean;
}

/** What a member is told when the leader has assigned the work. */
export interface SyncResult {
  errorCode: number;
  protocolType: string | null;
  protocolName: string | null;
  assignment: Uint8Array;
}

/** A member of a group. */
export interface Member extends Omit<JoinRequest, "requireMemberId" | "skipsAssignment"> {
  assignment: Uint8Array;
  /** Answers the JoinGroup that waits for the others. */
  awaitingJoin?: (result: JoinResult) => void;
  /** Answers the SyncGroup that waits for the leader. */
  awaitingSync?: (result: SyncResult) => void;
  /** Ends the membership of one that was not heard of for too long. */
  session?: Patience;
}

/** The words of a member for one protocol. */
export function metadataOf(member: Member, protocol: string | null): Uint8Array {
  return member.protocols.find(({ name }) => name === protocol)?.metadata ?? new Uint8Array();
}

/** Whether a member comes with the same protocols as before. */
export function hasSameProtocols(member: Member, protocols: readonly GroupProtocol[]): boolean {
  return member.protocols.length === protocols.length &&
    member.protocols.every(({ name, metadata }, i) => {
      const other = protocols[i]!;
      return name === other.name && metadata.length === other.metadata.length &&
        metadata.every((byte, at) => byte === other.metadata[at]);
    });
}
