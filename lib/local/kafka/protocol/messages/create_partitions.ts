/**
 * CreatePartitions, versions 0 to 3.
 * @module
 */
import { array, bool, fallback, int16, int32, message, nullable, string } from "../schema.ts";

/**
 * CreatePartitions Request => [topics] timeout_ms validate_only
 *   topics => name count [assignments]
 *     assignments => [broker_ids]
 */
export const createPartitionsRequest = message({
  flexibleSince: 2,
  fields: {
    topics: array({
      name: string,
      count: int32,
      assignments: nullable(array({
        brokerIds: array(int32),
      })),
    }),
    timeoutMs: int32,
    validateOnly: bool,
  },
});

/**
 * CreatePartitions Response => throttle_time_ms [results]
 *   results => name error_code error_message
 */
export const createPartitionsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    results: array({
      name: string,
      errorCode: int16,
      errorMessage: nullable(string),
    }),
  },
});
