/**
 * DescribeDelegationToken, versions 1 to 3.
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
 * DescribeDelegationToken Request => [owners]
 *   owners => principal_type principal_name
 */
export const describeDelegationTokenRequest = message({
  flexibleSince: 2,
  fields: {
    owners: nullable(array({
      principalType: string,
      principalName: string,
    })),
  },
});

/**
 * DescribeDelegationToken Response => error_code [tokens] throttle_time_ms
 *   tokens => principal_type principal_name token_requester_principal_type(3+)
 *       token_requester_principal_name(3+) issue_timestamp expiry_timestamp max_timestamp token_id
 *       hmac [renewers]
 *     renewers => principal_type principal_name
 */
export const describeDelegationTokenResponse = message({
  flexibleSince: 2,
  fields: {
    errorCode: int16,
    tokens: array({
      principalType: string,
      principalName: string,
      tokenRequesterPrincipalType: since(3, string),
      tokenRequesterPrincipalName: since(3, string),
      issueTimestamp: int64,
      expiryTimestamp: int64,
      maxTimestamp: int64,
      tokenId: string,
      hmac: bytes,
      renewers: array({
        principalType: string,
        principalName: string,
      }),
    }),
    throttleTimeMs: fallback(int32, 0),
  },
});
