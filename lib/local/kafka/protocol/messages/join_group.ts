/**
 * JoinGroup, versions 0 to 9.
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
 * JoinGroup Request => group_id session_timeout_ms rebalance_timeout_ms(1+) member_id
 *     group_instance_id(5+) protocol_type [protocols] reason(8+)
 *   protocols => name metadata
 */
export const joinGroupRequest = message({
  flexibleSince: 6,
  fields: {
    groupId: string,
    sessionTimeoutMs: int32,
    rebalanceTimeoutMs: since(1, fallback(int32, -1)),
    memberId: string,
    groupInstanceId: since(5, nullable(string)),
    protocolType: string,
    protocols: array({
      name: string,
      metadata: bytes,
    }),
    reason: since(8, nullable(string)),
  },
});

/**
 * JoinGroup Response => throttle_time_ms(2+) error_code generation_id protocol_type(7+)
 *     protocol_name leader skip_assignment(9+) member_id [members]
 *   members => member_id group_instance_id(5+) metadata
 */
export const joinGroupResponse = message({
  flexibleSince: 6,
  fields: {
    throttleTimeMs: since(2, int32),
    errorCode: int16,
    generationId: fallback(int32, -1),
    protocolType: since(7, nullable(string)),
    protocolName: nullable(string, 7),
    leader: string,
    skipAssignment: since(9, bool),
    memberId: string,
    members: array({
      memberId: string,
      groupInstanceId: since(5, nullable(string)),
      metadata: bytes,
    }),
  },
});
