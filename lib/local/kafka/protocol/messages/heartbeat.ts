/**
 * Heartbeat, versions 0 to 4.
 * @module
 */
import { int16, int32, message, nullable, since, string } from "../schema.ts";

/**
 * Heartbeat Request => group_id generation_id member_id group_instance_id(3+)
 */
export const heartbeatRequest = message({
  flexibleSince: 4,
  fields: {
    groupId: string,
    generationId: int32,
    memberId: string,
    groupInstanceId: since(3, nullable(string)),
  },
});

/**
 * Heartbeat Response => throttle_time_ms(1+) error_code
 */
export const heartbeatResponse = message({
  flexibleSince: 4,
  fields: {
    throttleTimeMs: since(1, int32),
    errorCode: int16,
  },
});
