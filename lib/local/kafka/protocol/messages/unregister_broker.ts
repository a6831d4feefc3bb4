/**
 * UnregisterBroker, version 0.
 * @module
 */
import { fallback, int16, int32, message, nullable, string } from "../schema.ts";

/**
 * UnregisterBroker Request => broker_id
 */
export const unregisterBrokerRequest = message({
  flexibleSince: 0,
  fields: {
    brokerId: int32,
  },
});

/**
 * UnregisterBroker Response => throttle_time_ms error_code error_message
 */
export const unregisterBrokerResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
  },
});
