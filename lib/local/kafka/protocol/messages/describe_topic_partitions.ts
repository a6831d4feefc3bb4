/**
 * DescribeTopicPartitions, version 0.
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
  string,
  struct,
  uuid,
} from "../schema.ts";

/**
 * DescribeTopicPartitions Request => [topics] response_partition_limit cursor
 *   topics => name
 *   cursor => topic_name partition_index
 */
export const describeTopicPartitionsRequest = message({
  flexibleSince: 0,
  fields: {
    topics: array({
      name: string,
    }),
    responsePartitionLimit: fallback(int32, 2000),
    cursor: nullable(struct({
      topicName: string,
      partitionIndex: int32,
    })),
  },
});

/**
 * DescribeTopicPartitions Response => throttle_time_ms [topics] next_cursor
 *   topics => error_code name topic_id is_internal [partitions] topic_authorized_operations
 *     partitions => error_code partition_index leader_id leader_epoch [replica_nodes]
 *         [isr_nodes] [eligible_leader_replicas] [last_known_elr] [offline_replicas]
 *   next_cursor => topic_name partition_index
 */
export const describeTopicPartitionsResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    topics: array({
      errorCode: int16,
      name: nullable(string),
      topicId: uuid,
      isInternal: bool,
      partitions: array({
        errorCode: int16,
        partitionIndex: int32,
        leaderId: int32,
        leaderEpoch: fallback(int32, -1),
        replicaNodes: array(int32),
        isrNodes: array(int32),
        eligibleLeaderReplicas: nullable(array(int32)),
        lastKnownElr: nullable(array(int32)),
        offlineReplicas: array(int32),
      }),
      topicAuthorizedOperations: fallback(int32, -2147483648),
    }),
    nextCursor: nullable(struct({
      topicName: string,
      partitionIndex: int32,
    })),
  },
});
