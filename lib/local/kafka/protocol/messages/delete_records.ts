/**
 * DeleteRecords, versions 0 to 2.
 * @module
 */
import { array, fallback, int16, int32, int64, message, string } from "../schema.ts";

/**
 * DeleteRecords Request => [topics] timeout_ms
 *   topics => name [partitions]
 *     partitions => partition_index offset
 */
export const deleteRecordsRequest = message({
  flexibleSince: 2,
  fields: {
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        offset: int64,
      }),
    }),
    timeoutMs: int32,
  },
});

/**
 * DeleteRecords Response => throttle_time_ms [topics]
 *   topics => name [partitions]
 *     partitions => partition_index low_watermark error_code
 */
export const deleteRecordsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        lowWatermark: int64,
        errorCode: int16,
      }),
    }),
  },
});
