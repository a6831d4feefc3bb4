/**
 * DescribeLogDirs, versions 0 to 4.
 * @module
 */
import {
  array,
  bool,
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
 * DescribeLogDirs Request => [topics]
 *   topics => topic [partitions]
 */
export const describeLogDirsRequest = message({
  flexibleSince: 2,
  fields: {
    topics: nullable(array({
      topic: string,
      partitions: array(int32),
    })),
  },
});

/**
 * DescribeLogDirs Response => throttle_time_ms error_code(3+) [results]
 *   results => error_code log_dir [topics] total_bytes(4+) usable_bytes(4+)
 *     topics => name [partitions]
 *       partitions => partition_index partition_size offset_lag is_future_key
 */
export const describeLogDirsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: since(3, int16),
    results: array({
      errorCode: int16,
      logDir: string,
      topics: array({
        name: string,
        partitions: array({
          partitionIndex: int32,
          partitionSize: int64,
          offsetLag: int64,
          isFutureKey: bool,
        }),
      }),
      totalBytes: since(4, fallback(int64, -1n)),
      usableBytes: since(4, fallback(int64, -1n)),
    }),
  },
});
