/**
 * DescribeGroups, versions 0 to 6.
 * @module
 */
import {
  array,
  bool,
  bytes,
  fallback,
  int16,
  int32,
  message,
  nullable,
  since,
  string,
} from "../schema.ts";

/**
 * DescribeGroups Request => [groups] include_authorized_operations(3+)
 */
export const describeGroupsRequest = message({
  flexibleSince: 5,
  fields: {
    groups: array(string),
    includeAuthorizedOperations: since(3, bool),
  },
});

/**
 * DescribeGroups Response => throttle_time_ms(1+) [groups]
 *   groups => error_code error_message(6+) group_id group_state protocol_type protocol_data
 *       [members] authorized_operations(3+)
 *     members => member_id group_instance_id(4+) client_id client_host member_metadata
 *         member_assignment
 */
export const describeGroupsResponse = message({
  flexibleSince: 5,
  fields: {
    throttleTimeMs: since(1, int32),
    groups: array({
      errorCode: int16,
      errorMessage: since(6, nullable(string)),
      groupId: string,
      groupState: string,
      protocolType: string,
      protocolData: string,
      members: array({
        memberId: string,
        groupInstanceId: since(4, nullable(string)),
        clientId: string,
        clientHost: string,
        memberMetadata: bytes,
        memberAssignment: bytes,
      }),
      authorizedOperations: since(3, fallback(int32, -2147483648)),
    }),
  },
});
