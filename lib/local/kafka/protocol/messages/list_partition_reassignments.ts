/**
 * ListPartitionReassignments, version 0.
 * @module
 */
import { array, fallback, int16, int32, message, nullable, string } from "../schema.ts";

/**
 * ListPartitionReassignments Request => timeout_ms [topics]
 *   topics => name [partition_indexes]
 */
export const listPartitionReassignmentsRequest = message({
  flexibleSince: 0,
  fields: {
    timeoutMs: fallback(int32, 60000),
    topics: nullable(array({
      name: string,
      partitionIndexes: array(int32),
    })),
  },
});

/**
 * ListPartitionReassignments Response => throttle_time_ms error_code error_message [topics]
 *   topics => name [partitions]
 *     partitions => partition_index [replicas] [adding_replicas] [removing_replicas]
 */
export const listPartitionReassignmentsResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        replicas: array(int32),
        addingReplicas: array(int32),
        removingReplicas: array(int32),
      }),
    }),
  },
});
