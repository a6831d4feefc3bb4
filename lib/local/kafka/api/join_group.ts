/** A member comes to a consumer group. @module */
import { joinRefusal } from "../group/answers.ts";
import type { JoinResult } from "../group/member.ts";
import { joinGroupRequest, joinGroupResponse } from "../protocol/messages/join_group.ts";
import type { Read } from "../protocol/schema.ts";
import { api, type RequestContext } from "./api.ts";

/** First version whose new members come twice, the second time with their id (KIP-394). */
const MEMBER_ID_REQUIRED_SINCE = 4;

/** First version whose leaders know `skipAssignment` (KIP-814). */
const SKIP_ASSIGNMENT_SINCE = 9;

export const joinGroup = api({
  key: 11,
  name: "JoinGroup",
  versions: [0, 9],
  request: joinGroupRequest,
  response: joinGroupResponse,
  async handle(request, context: RequestContext) {
    const { version } = context;
    const result = await join(request, context);
    return {
      ...result,
      // Before version 7 no protocol is an empty name.
      protocolName: result.protocolName ?? (version >= 7 ? null : ""),
    };
  },
});

function join(
  request: Read<typeof joinGroupRequest>,
  { broker, version, clientId, clientHost }: RequestContext,
): JoinResult | Promise<JoinResult> {
  const { groupId, memberId, sessionTimeoutMs, rebalanceTimeoutMs } = request;
  if (groupId === "") return joinRefusal(memberId, "INVALID_GROUP_ID");
  if (
    sessionTimeoutMs < Number(broker.config("group.min.session.timeout.ms")) ||
    sessionTimeoutMs > Number(broker.config("group.max.session.timeout.ms"))
  ) return joinRefusal(memberId, "INVALID_SESSION_TIMEOUT");
  const group = memberId === ""
    ? broker.groups.classicOrNew(groupId)
    : broker.groups.classic(groupId);
  if (group === undefined) return joinRefusal(memberId, "UNKNOWN_MEMBER_ID");
  return group.join({
    ...request,
    clientId,
    clientHost,
    // In version 0 one timeout stands for both.
    rebalanceTimeoutMs: rebalanceTimeoutMs < 0 ? sessionTimeoutMs : rebalanceTimeoutMs,
    requireMemberId: version >= MEMBER_ID_REQUIRED_SINCE,
    skipsAssignment: version >= SKIP_ASSIGNMENT_SINCE,
  });
}
