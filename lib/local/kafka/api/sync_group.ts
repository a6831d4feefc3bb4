/** A member gets its share of the work; the leader says all shares. @module */
import { syncRefusal } from "../group/answers.ts";
import { syncGroupRequest, syncGroupResponse } from "../protocol/messages/sync_group.ts";
import { api, type RequestContext } from "./api.ts";

/** First version whose members must name the protocol they were told (KIP-559). */
const PROTOCOL_NAMED_SINCE = 5;

export const syncGroup = api({
  key: 14,
  name: "SyncGroup",
  versions: [0, 5],
  request: syncGroupRequest,
  response: syncGroupResponse,
  handle(request, { broker, version }: RequestContext) {
    if (request.groupId === "") return syncRefusal("INVALID_GROUP_ID");
    if (
      version >= PROTOCOL_NAMED_SINCE &&
      (request.protocolType === null || request.protocolName === null)
    ) return syncRefusal("INCONSISTENT_GROUP_PROTOCOL");
    const group = broker.groups.classic(request.groupId);
    return group === undefined ? syncRefusal("UNKNOWN_MEMBER_ID") : group.sync(request);
  },
});
