/**
 * SaslHandshake, versions 0 to 1.
 * @module
 */
import { array, int16, message, string } from "../schema.ts";

/**
 * SaslHandshake Request => mechanism
 */
export const saslHandshakeRequest = message({
  flexibleSince: Infinity,
  fields: { mechanism: string },
});

/**
 * SaslHandshake Response => error_code [mechanisms]
 */
export const saslHandshakeResponse = message({
  flexibleSince: Infinity,
  fields: { errorCode: int16, mechanisms: array(string) },
});
