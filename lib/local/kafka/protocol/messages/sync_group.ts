/**
 * SyncGroup, versions 0 to 5.
 * @module
 */
import { array, bytes, int16, int32, message, nullable, since, string } from "../schema.ts";

/**
 * SyncGroup Request => group_id generation_id member_id group_instance_id(3+)
 *     protocol_type(5+) protocol_name(5+) [assignments]
 *   assignments => member_id assignment
 */
export const syncGroupRequest = message({
  flexibleSince: 4,
  fields: {
    groupId: string,
    generationId: int32,
    memberId: string,
    groupInstanceId: since(3, nullable(string)),
    protocolType: since(5, nullable(string)),
    protocolName: since(5, nullable(string)),
    assignments: array({
      memberId: string,
      assignment: bytes,
    }),
  },
});

/**
 * SyncGroup Response => throttle_time_ms(1+) error_code protocol_type(5+) protocol_name(5+)
 *     assignment
 */
export const syncGroupResponse = message({
  flexibleSince: 4,
  fields: {
    throttleTimeMs: since(1, int32),
    errorCode: int16,
    protocolType: since(5, nullable(string)),
    protocolName: since(5, nullable(string)),
    assignment: bytes,
  },
});
