/**
 * AlterPartitionReassignments, versions 0 to 1.
 * @module
 */
import {
  array,
  bool,
  fallback,
  int16,
  int32,
  message,
  nullable,
  since,
  string,
} from "../schema.ts";

/**
 * AlterPartitionReassignments Request => timeout_ms allow_replication_factor_change(1+) [topics]
 *   topics => name [partitions]
 *     partitions => partition_index [replicas]
 */
export const alterPartitionReassignmentsRequest = message({
  flexibleSince: 0,
  fields: {
    timeoutMs: fallback(int32, 60000),
    allowReplicationFactorChange: since(1, fallback(bool, true)),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        replicas: nullable(array(int32)),
      }),
    }),
  },
});

/**
 * AlterPartitionReassignments Response => throttle_time_ms allow_replication_factor_change(1+)
 *     error_code error_message [responses]
 *   responses => name [partitions]
 *     partitions => partition_index error_code error_message
 */
export const alterPartitionReassignmentsResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    allowReplicationFactorChange: since(1, fallback(bool, true)),
    errorCode: int16,
    errorMessage: nullable(string),
    responses: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        errorCode: int16,
        errorMessage: nullable(string),
      }),
    }),
  },
});
