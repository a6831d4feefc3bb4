/**
 * DescribeUserScramCredentials, version 0.
 * @module
 */
import { array, fallback, int16, int32, int8, message, nullable, string } from "../schema.ts";

/**
 * DescribeUserScramCredentials Request => [users]
 *   users => name
 */
export const describeUserScramCredentialsRequest = message({
  flexibleSince: 0,
  fields: {
    users: nullable(array({
      name: string,
    })),
  },
});

/**
 * DescribeUserScramCredentials Response => throttle_time_ms error_code error_message [results]
 *   results => user error_code error_message [credential_infos]
 *     credential_infos => mechanism iterations
 */
export const describeUserScramCredentialsResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    results: array({
      user: string,
      errorCode: int16,
      errorMessage: nullable(string),
      credentialInfos: array({
        mechanism: int8,
        iterations: int32,
      }),
    }),
  },
});
