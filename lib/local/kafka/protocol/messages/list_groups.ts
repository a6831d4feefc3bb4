/**
 * ListGroups, versions 0 to 5.
 * @module
 */
import { array, int16, int32, message, since, string } from "../schema.ts";

/**
 * ListGroups Request => [states_filter](4+) [types_filter](5+)
 */
export const listGroupsRequest = message({
  flexibleSince: 3,
  fields: {
    statesFilter: since(4, array(string)),
    typesFilter: since(5, array(string)),
  },
});

/**
 * ListGroups Response => throttle_time_ms(1+) error_code [groups]
 *   groups => group_id protocol_type group_state(4+) group_type(5+)
 */
export const listGroupsResponse = message({
  flexibleSince: 3,
  fields: {
    throttleTimeMs: since(1, int32),
    errorCode: int16,
    groups: array({
      groupId: string,
      protocolType: string,
      groupState: since(4, string),
      groupType: since(5, string),
    }),
  },
});
