/**
 * Answers to members that may not join or get no work.
 * @module
 */
import { type ErrorName, ERRORS } from "../protocol/errors.ts";
import {
  type JoinRequest,
  type JoinResult,
  type Member,
  metadataOf,
  type SyncResult,
} from "./member.ts";

/** No assignment. */
export const NOBODY = new Uint8Array();

/** What is kept of a member's request. */
export function describe(request: JoinRequest): Omit<Member, "assignment"> {
  const { requireMemberId: _, skipsAssignment: __, ...rest } = request;
  return rest;
}

/** What a leader is told of all members. */
export function wordsOfAll(
  members: readonly Member[],
  protocol: string | null,
): JoinResult["members"] {
  return members.map((member) => ({
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    metadata: metadataOf(member, protocol),
  }));
}

/** {@linkcode joinRefusal}, as a promise. */
export function refused(request: JoinRequest, error: ErrorName): Promise<JoinResult> {
  return Promise.resolve(joinRefusal(request.memberId, error));
}

/** The answer to a member that may not join. */
export function joinRefusal(memberId: string, error: ErrorName): JoinResult {
  return {
    errorCode: ERRORS[error],
    generationId: -1,
    protocolType: null,
    protocolName: null,
    leader: "",
    memberId,
    members: [],
    skipAssignment: false,
  };
}

/** The answer to a member that gets no assignment. */
export function syncRefusal(error: ErrorName): SyncResult {
  return { errorCode: ERRORS[error], protocolType: null, protocolName: null, assignment: NOBODY };
}
