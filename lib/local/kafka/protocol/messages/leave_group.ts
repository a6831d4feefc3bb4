/**
 * LeaveGroup, versions 0 to 5.
 * @module
 */
import { array, int16, int32, message, nullable, since, string, until } from "../schema.ts";

/**
 * LeaveGroup Request => group_id member_id(0-2) [members](3+)
 *   members => member_id group_instance_id reason(5+)
 */
export const leaveGroupRequest = message({
  flexibleSince: 4,
  fields: {
    groupId: string,
    memberId: until(2, string),
    members: since(
      3,
      array({
        memberId: string,
        groupInstanceId: nullable(string),
        reason: since(5, nullable(string)),
      }),
    ),
  },
});

/**
 * LeaveGroup Response => throttle_time_ms(1+) error_code [members](3+)
 *   members => member_id group_instance_id error_code
 */
export const leaveGroupResponse = message({
  flexibleSince: 4,
  fields: {
    throttleTimeMs: since(1, int32),
    errorCode: int16,
    members: since(
      3,
      array({
        memberId: string,
        groupInstanceId: nullable(string),
        errorCode: int16,
      }),
    ),
  },
});
