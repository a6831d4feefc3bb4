/**
 * OffsetFetch, versions 1 to 9.
 * @module
 */
import {
  array,
  between,
  bool,
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
 * OffsetFetch Request => group_id(0-7) [topics](0-7) [groups](8+) require_stable(7+)
 *   topics => name [partition_indexes]
 *   groups => group_id member_id(9+) member_epoch(9+) [topics]
 *     topics => name [partition_indexes]
 */
export const offsetFetchRequest = message({
  flexibleSince: 6,
  fields: {
    groupId: until(7, string),
    topics: until(
      7,
      nullable(
        array({
          name: string,
          partitionIndexes: array(int32),
        }),
        2,
      ),
    ),
    groups: since(
      8,
      array({
        groupId: string,
        memberId: since(9, nullable(string)),
        memberEpoch: since(9, fallback(int32, -1)),
        topics: nullable(array({
          name: string,
          partitionIndexes: array(int32),
        })),
      }),
    ),
    requireStable: since(7, bool),
  },
});

/**
 * OffsetFetch Response => throttle_time_ms(3+) [topics](0-7) error_code(2-7) [groups](8+)
 *   topics => name [partitions]
 *     partitions => partition_index committed_offset committed_leader_epoch(5+) metadata
 *         error_code
 *   groups => group_id [topics] error_code
 *     topics => name [partitions]
 *       partitions => partition_index committed_offset committed_leader_epoch metadata
 *           error_code
 */
export const offsetFetchResponse = message({
  flexibleSince: 6,
  fields: {
    throttleTimeMs: since(3, int32),
    topics: until(
      7,
      array({
        name: string,
        partitions: array({
          partitionIndex: int32,
          committedOffset: int64,
          committedLeaderEpoch: since(5, fallback(int32, -1)),
          metadata: nullable(string),
          errorCode: int16,
        }),
      }),
    ),
    errorCode: between(2, 7, int16),
    groups: since(
      8,
      array({
        groupId: string,
        topics: array({
          name: string,
          partitions: array({
            partitionIndex: int32,
            committedOffset: int64,
            committedLeaderEpoch: fallback(int32, -1),
            metadata: nullable(string),
            errorCode: int16,
          }),
        }),
        errorCode: int16,
      }),
    ),
  },
});
