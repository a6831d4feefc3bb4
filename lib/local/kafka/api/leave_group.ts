/** Members go from a consumer group. @module */
import { ERRORS, outcomeOf, ProtocolError } from "../protocol/errors.ts";
import { leaveGroupRequest, leaveGroupResponse } from "../protocol/messages/leave_group.ts";
import { api, type RequestContext } from "./api.ts";

/** First version that names several members (KIP-345). */
const MANY_SINCE = 3;

export const leaveGroup = api({
  key: 13,
  name: "LeaveGroup",
  versions: [0, 5],
  request: leaveGroupRequest,
  response: leaveGroupResponse,
  handle({ groupId, memberId, members }, { broker, version }: RequestContext) {
    if (groupId === "") return { errorCode: ERRORS.INVALID_GROUP_ID };
    const leave = (memberId: string, groupInstanceId: string | null) =>
      outcomeOf(() => {
        const consumers = broker.groups.consumerGroup(groupId);
        if (consumers !== undefined) return consumers.expel(memberId, groupInstanceId);
        const group = broker.groups.get(groupId);
        if (group === undefined) {
          throw new ProtocolError("UNKNOWN_MEMBER_ID", `There is no group '${groupId}'.`);
        }
        group.leave(memberId, groupInstanceId);
      }).errorCode;
    if (version < MANY_SINCE) return { errorCode: leave(memberId, null) };
    return {
      errorCode: ERRORS.NONE,
      members: members.map(({ memberId, groupInstanceId }) => ({
        memberId,
        groupInstanceId,
        errorCode: leave(memberId, groupInstanceId),
      })),
    };
  },
});
