/**
 * OffsetForLeaderEpoch, versions 2 to 4.
 * @module
 */
import { array, fallback, int16, int32, int64, message, since, string } from "../schema.ts";

/**
 * OffsetForLeaderEpoch Request => replica_id(3+) [topics]
 *   topics => topic [partitions]
 *     partitions => partition current_leader_epoch leader_epoch
 */
export const offsetForLeaderEpochRequest = message({
  flexibleSince: 4,
  fields: {
    replicaId: since(3, fallback(int32, -2)),
    topics: array({
      topic: string,
      partitions: array({
        partition: int32,
        currentLeaderEpoch: fallback(int32, -1),
        leaderEpoch: int32,
      }),
    }),
  },
});

/**
 * OffsetForLeaderEpoch Response => throttle_time_ms [topics]
 *   topics => topic [partitions]
 *     partitions => error_code partition leader_epoch end_offset
 */
export const offsetForLeaderEpochResponse = message({
  flexibleSince: 4,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    topics: array({
      topic: string,
      partitions: array({
        errorCode: int16,
        partition: int32,
        leaderEpoch: fallback(int32, -1),
        endOffset: fallback(int64, -1n),
      }),
    }),
  },
});
