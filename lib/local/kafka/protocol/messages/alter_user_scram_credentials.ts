/**
 * AlterUserScramCredentials, version 0.
 * @module
 */
import {
  array,
  bytes,
  fallback,
  int16,
  int32,
  int8,
  message,
  nullable,
  string,
} from "../schema.ts";

/**
 * AlterUserScramCredentials Request => [deletions] [upsertions]
 *   deletions => name mechanism
 *   upsertions => name mechanism iterations salt salted_password
 */
export const alterUserScramCredentialsRequest = message({
  flexibleSince: 0,
  fields: {
    deletions: array({
      name: string,
      mechanism: int8,
    }),
    upsertions: array({
      name: string,
      mechanism: int8,
      iterations: int32,
      salt: bytes,
      saltedPassword: bytes,
    }),
  },
});

/**
 * AlterUserScramCredentials Response => throttle_time_ms [results]
 *   results => user error_code error_message
 */
export const alterUserScramCredentialsResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    results: array({
      user: string,
      errorCode: int16,
      errorMessage: nullable(string),
    }),
  },
});
