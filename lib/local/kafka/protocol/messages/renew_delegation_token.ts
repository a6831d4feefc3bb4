/**
 * RenewDelegationToken, versions 1 to 2.
 * @module
 */
import { bytes, fallback, int16, int32, int64, message } from "../schema.ts";

/**
 * RenewDelegationToken Request => hmac renew_period_ms
 */
export const renewDelegationTokenRequest = message({
  flexibleSince: 2,
  fields: {
    hmac: bytes,
    renewPeriodMs: int64,
  },
});

/**
 * RenewDelegationToken Response => error_code expiry_timestamp_ms throttle_time_ms
 */
export const renewDelegationTokenResponse = message({
  flexibleSince: 2,
  fields: {
    errorCode: int16,
    expiryTimestampMs: int64,
    throttleTimeMs: fallback(int32, 0),
  },
});
