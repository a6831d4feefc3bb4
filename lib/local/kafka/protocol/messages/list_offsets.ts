/**
 * ListOffsets, versions 1 to 10.
 * @module
 */
import { array, fallback, int16, int32, int64, int8, message, since, string } from "../schema.ts";

/**
 * ListOffsets Request => replica_id isolation_level(2+) [topics] timeout_ms(10+)
 *   topics => name [partitions]
 *     partitions => partition_index current_leader_epoch(4+) timestamp
 */
export const listOffsetsRequest = message({
  flexibleSince: 6,
  fields: {
    replicaId: int32,
    isolationLevel: since(2, int8),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        currentLeaderEpoch: since(4, fallback(int32, -1)),
        timestamp: int64,
      }),
    }),
    timeoutMs: since(10, int32),
  },
});

/**
 * ListOffsets Response => throttle_time_ms(2+) [topics]
 *   topics => name [partitions]
 *     partitions => partition_index error_code timestamp offset leader_epoch(4+)
 */
export const listOffsetsResponse = message({
  flexibleSince: 6,
  fields: {
    throttleTimeMs: since(2, int32),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        errorCode: int16,
        timestamp: fallback(int64, -1n),
        offset: fallback(int64, -1n),
        leaderEpoch: since(4, fallback(int32, -1)),
      }),
    }),
  },
});
