/**
 * Metadata, versions 0 to 12.
 * @module
 */
import {
  array,
  between,
  bool,
  fallback,
  int16,
  int32,
  message,
  nullable,
  since,
  string,
  uuid,
} from "../schema.ts";

/**
 * Metadata Request => [topics] allow_auto_topic_creation(4+)
 *     include_cluster_authorized_operations(8-10) include_topic_authorized_operations(8+)
 *   topics => topic_id(10+) name
 */
export const metadataRequest = message({
  flexibleSince: 9,
  fields: {
    topics: nullable(
      array({
        topicId: since(10, uuid),
        name: nullable(string, 10),
      }),
      1,
    ),
    allowAutoTopicCreation: since(4, fallback(bool, true)),
    includeClusterAuthorizedOperations: between(8, 10, bool),
    includeTopicAuthorizedOperations: since(8, bool),
  },
});

/**
 * Metadata Response => throttle_time_ms(3+) [brokers] cluster_id(2+) controller_id(1+)
 *     [topics] cluster_authorized_operations(8-10)
 *   brokers => node_id host port rack(1+)
 *   topics => error_code name topic_id(10+) is_internal(1+) [partitions]
 *       topic_authorized_operations(8+)
 *     partitions => error_code partition_index leader_id leader_epoch(7+) [replica_nodes]
 *         [isr_nodes] [offline_replicas](5+)
 */
export const metadataResponse = message({
  flexibleSince: 9,
  fields: {
    throttleTimeMs: since(3, int32),
    brokers: array({
      nodeId: int32,
      host: string,
      port: int32,
      rack: since(1, nullable(string)),
    }),
    clusterId: since(2, nullable(string)),
    controllerId: since(1, fallback(int32, -1)),
    topics: array({
      errorCode: int16,
      name: nullable(string, 12),
      topicId: since(10, uuid),
      isInternal: since(1, bool),
      partitions: array({
        errorCode: int16,
        partitionIndex: int32,
        leaderId: int32,
        leaderEpoch: since(7, fallback(int32, -1)),
        replicaNodes: array(int32),
        isrNodes: array(int32),
        offlineReplicas: since(5, array(int32)),
      }),
      topicAuthorizedOperations: since(8, fallback(int32, -2147483648)),
    }),
    clusterAuthorizedOperations: between(8, 10, fallback(int32, -2147483648)),
  },
});
