/**
 * ConsumerGroupHeartbeat, versions 0 to 1.
 * @module
 */
import {
  array,
  fallback,
  int16,
  int32,
  message,
  nullable,
  since,
  string,
  struct,
  uuid,
} from "../schema.ts";

/**
 * ConsumerGroupHeartbeat Request => group_id member_id member_epoch instance_id rack_id
 *     rebalance_timeout_ms [subscribed_topic_names] subscribed_topic_regex(1+) server_assignor
 *     [topic_partitions]
 *   topic_partitions => topic_id [partitions]
 */
export const consumerGroupHeartbeatRequest = message({
  flexibleSince: 0,
  fields: {
    groupId: string,
    memberId: string,
    memberEpoch: int32,
    instanceId: nullable(string),
    rackId: nullable(string),
    rebalanceTimeoutMs: fallback(int32, -1),
    subscribedTopicNames: nullable(array(string)),
    subscribedTopicRegex: since(1, nullable(string)),
    serverAssignor: nullable(string),
    topicPartitions: nullable(array({ topicId: uuid, partitions: array(int32) })),
  },
});

/**
 * ConsumerGroupHeartbeat Response => throttle_time_ms error_code error_message member_id
 *     member_epoch heartbeat_interval_ms assignment
 *   assignment => [topic_partitions]
 *     topic_partitions => topic_id [partitions]
 */
export const consumerGroupHeartbeatResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    memberId: nullable(string),
    memberEpoch: fallback(int32, 0),
    heartbeatIntervalMs: fallback(int32, 0),
    assignment: nullable(
      struct({ topicPartitions: array({ topicId: uuid, partitions: array(int32) }) }),
    ),
  },
});
