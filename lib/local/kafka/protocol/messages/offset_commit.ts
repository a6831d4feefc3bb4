/**
 * OffsetCommit, versions 2 to 9.
 * @module
 */
import {
  array,
  fallback,
  int16,
  int32,
  int64,
  message,
  nullable,
  since,
  string,
  until,
} from "../schema.ts";

/**
 * OffsetCommit Request => group_id generation_id_or_member_epoch member_id
 *     group_instance_id(7+) retention_time_ms(2-4) [topics]
 *   topics => name [partitions]
 *     partitions => partition_index committed_offset committed_leader_epoch(6+)
 *         committed_metadata
 */
export const offsetCommitRequest = message({
  flexibleSince: 8,
  fields: {
    groupId: string,
    generationIdOrMemberEpoch: fallback(int32, -1),
    memberId: string,
    groupInstanceId: since(7, nullable(string)),
    retentionTimeMs: until(4, fallback(int64, -1n)),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        committedOffset: int64,
        committedLeaderEpoch: since(6, fallback(int32, -1)),
        committedMetadata: nullable(string),
      }),
    }),
  },
});

/**
 * OffsetCommit Response => throttle_time_ms(3+) [topics]
 *   topics => name [partitions]
 *     partitions => partition_index error_code
 */
export const offsetCommitResponse = message({
  flexibleSince: 8,
  fields: {
    throttleTimeMs: since(3, int32),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        errorCode: int16,
      }),
    }),
  },
});
