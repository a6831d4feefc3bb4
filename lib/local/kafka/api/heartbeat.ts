/** A member says that it is alive. @module */
import { ERRORS, outcomeOf } from "../protocol/errors.ts";
import { heartbeatRequest, heartbeatResponse } from "../protocol/messages/heartbeat.ts";
import { api, type RequestContext } from "./api.ts";

export const heartbeat = api({
  key: 12,
  name: "Heartbeat",
  versions: [0, 4],
  request: heartbeatRequest,
  response: heartbeatResponse,
  handle(request, { broker }: RequestContext) {
    if (request.groupId === "") return { errorCode: ERRORS.INVALID_GROUP_ID };
    const group = broker.groups.classic(request.groupId);
    if (group === undefined) return { errorCode: ERRORS.UNKNOWN_MEMBER_ID };
    return { errorCode: outcomeOf(() => group.heartbeat(request)).errorCode };
  },
});
