/**
 * ExpireDelegationToken, versions 1 to 2.
 * @module
 */
import { bytes, fallback, int16, int32, int64, message } from "../schema.ts";

/**
 * ExpireDelegationToken Request => hmac expiry_time_period_ms
 */
export const expireDelegationTokenRequest = message({
  flexibleSince: 2,
  fields: {
    hmac: bytes,
    expiryTimePeriodMs: int64,
  },
});

/**
 * ExpireDelegationToken Response => error_code expiry_timestamp_ms throttle_time_ms
 */
export const expireDelegationTokenResponse = message({
  flexibleSince: 2,
  fields: {
    errorCode: int16,
    expiryTimestampMs: int64,
    throttleTimeMs: fallback(int32, 0),
  },
});
