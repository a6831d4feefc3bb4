/**
 * CreateDelegationToken, versions 1 to 3.
 * @module
 */
import {
  array,
  bytes,
  fallback,
  int16,
  int32,
  int64,
  message,
  nullable,
  since,
  string,
} from "../schema.ts";

/**
 * CreateDelegationToken Request => owner_principal_type(3+) owner_principal_name(3+) [renewers]
 *     max_lifetime_ms
 *   renewers => principal_type principal_name
 */
export const createDelegationTokenRequest = message({
  flexibleSince: 2,
  fields: {
    ownerPrincipalType: since(3, nullable(string)),
    ownerPrincipalName: since(3, nullable(string)),
    renewers: array({
      principalType: string,
      principalName: string,
    }),
    maxLifetimeMs: int64,
  },
});

/**
 * CreateDelegationToken Response => error_code principal_type principal_name
 *     token_requester_principal_type(3+) token_requester_principal_name(3+) issue_timestamp_ms
 *     expiry_timestamp_ms max_timestamp_ms token_id hmac throttle_time_ms
 */
export const createDelegationTokenResponse = message({
  flexibleSince: 2,
  fields: {
    errorCode: int16,
    principalType: string,
    principalName: string,
    tokenRequesterPrincipalType: since(3, string),
    tokenRequesterPrincipalName: since(3, string),
    issueTimestampMs: int64,
    expiryTimestampMs: int64,
    maxTimestampMs: int64,
    tokenId: string,
    hmac: bytes,
    throttleTimeMs: fallback(int32, 0),
  },
});
