/**
 * AlterReplicaLogDirs, versions 1 to 2.
 * @module
 */
import { array, fallback, int16, int32, message, string } from "../schema.ts";

/**
 * AlterReplicaLogDirs Request => [dirs]
 *   dirs => path [topics]
 *     topics => name [partitions]
 */
export const alterReplicaLogDirsRequest = message({
  flexibleSince: 2,
  fields: {
    dirs: array({
      path: string,
      topics: array({
        name: string,
        partitions: array(int32),
      }),
    }),
  },
});

/**
 * AlterReplicaLogDirs Response => throttle_time_ms [results]
 *   results => topic_name [partitions]
 *     partitions => partition_index error_code
 */
export const alterReplicaLogDirsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    results: array({
      topicName: string,
      partitions: array({
        partitionIndex: int32,
        errorCode: int16,
      }),
    }),
  },
});
