/** All consumer groups. @module */
import { ERRORS } from "../protocol/errors.ts";
import { listGroupsRequest, listGroupsResponse } from "../protocol/messages/list_groups.ts";
import { api, type RequestContext } from "./api.ts";

/** The only type of groups there is here (KIP-848 names it). */
const GROUP_TYPE = "classic";

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
        .filter(({ state }) => has(statesFilter, state) && has(typesFilter, GROUP_TYPE))
        .map(({ groupId, protocolType, state }) => ({
          groupId,
          protocolType,
          groupState: state,
          groupType: GROUP_TYPE,
        })),
    };
  },
});
