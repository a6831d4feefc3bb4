/** A member gets its share of the work; the leader says all shares. @module */
import { syncRefusal } from "../group/answers.ts";
import { syncGroupRequest, syncGroupResponse } from "../protocol/messages/sync_group.ts";
import { api, type RequestContext } from "./api.ts";

export const syncGroup = api({
  key: 14,
  name: "SyncGroup",
  versions: [0, 5],
  request: syncGroupRequest,
  response: syncGroupResponse,
  handle(request, { broker }: RequestContext) {
    if (request.groupId === "") return syncRefusal("INVALID_GROUP_ID");
    const group = broker.groups.get(request.groupId);
    return group === undefined ? syncRefusal("UNKNOWN_MEMBER_ID") : group.sync(request);
  },
});
