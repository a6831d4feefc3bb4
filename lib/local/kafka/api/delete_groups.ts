/** Forgets consumer groups without members, and their offsets. @module */
import { outcomeOf } from "../protocol/errors.ts";
import { deleteGroupsRequest, deleteGroupsResponse } from "../protocol/messages/delete_groups.ts";
import { api, type RequestContext } from "./api.ts";

export const deleteGroups = api({
  key: 42,
  name: "DeleteGroups",
  versions: [0, 2],
  request: deleteGroupsRequest,
  response: deleteGroupsResponse,
  handle: ({ groupsNames }, { broker }: RequestContext) => ({
    results: [...new Set(groupsNames)].map((groupId) => ({
      groupId,
      errorCode: outcomeOf(() => broker.groups.delete(groupId)).errorCode,
    })),
  }),
});
