/** All consumer groups. @module */
import { ERRORS } from "../protocol/errors.ts";
import { listGroupsRequest, listGroupsResponse } from "../protocol/messages/list_groups.ts";
import { api, type RequestContext } from "./api.ts";

export const listGroups = api({
  key: 16,
  name: "ListGroups",
  versions: [0, 5],
  request: listGroupsRequest,
  response: listGroupsResponse,
  handle({ statesFilter, typesFilter }, { broker }: RequestContext) {
    const has = (filter: string[], value: string) =>
      filter.length === 0 || filter.some((item) => item.toLowerCase() === value.toLowerCase());
    return {
      errorCode: ERRORS.NONE,
      groups: broker.groups.all()
        .filter(({ state, type }) => has(statesFilter, state) && has(typesFilter, type))
        .map(({ groupId, protocolType, state, type }) => ({
          groupId,
          protocolType,
          groupState: state,
          groupType: type,
        })),
    };
  },
});
