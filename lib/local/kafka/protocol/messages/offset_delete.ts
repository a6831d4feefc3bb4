/**
 * OffsetDelete, version 0.
 * @module
 */
import { array, fallback, int16, int32, message, string } from "../schema.ts";

/**
 * OffsetDelete Request => group_id [topics]
 *   topics => name [partitions]
 *     partitions => partition_index
 */
export const offsetDeleteRequest = message({
  flexibleSince: Infinity,
  fields: {
    groupId: string,
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
      }),
    }),
  },
});

/**
 * OffsetDelete Response => error_code throttle_time_ms [topics]
 *   topics => name [partitions]
 *     partitions => partition_index error_code
 */
export const offsetDeleteResponse = message({
  flexibleSince: Infinity,
  fields: {
    errorCode: int16,
    throttleTimeMs: fallback(int32, 0),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        errorCode: int16,
      }),
    }),
  },
});
