/**
 * DeleteGroups, versions 0 to 2.
 * @module
 */
import { array, fallback, int16, int32, message, string } from "../schema.ts";

/**
 * DeleteGroups Request => [groups_names]
 */
export const deleteGroupsRequest = message({
  flexibleSince: 2,
  fields: {
    groupsNames: array(string),
  },
});

/**
 * DeleteGroups Response => throttle_time_ms [results]
 *   results => group_id error_code
 */
export const deleteGroupsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    results: array({
      groupId: string,
      errorCode: int16,
    }),
  },
});
