/**
 * ConsumerGroupDescribe, versions 0 to 1.
 * @module
 */
import {
  array,
  bool,
  fallback,
  int16,
  int32,
  int8,
  message,
  nullable,
  since,
  string,
  struct,
  uuid,
} from "../schema.ts";

/**
 * ConsumerGroupDescribe Request => [group_ids] include_authorized_operations
 */
export const consumerGroupDescribeRequest = message({
  flexibleSince: 0,
  fields: {
    groupIds: array(string),
    includeAuthorizedOperations: bool,
  },
});

/**
 * ConsumerGroupDescribe Response => throttle_time_ms [groups]
 *   groups => error_code error_message group_id group_state group_epoch assignment_epoch
 *       assignor_name [members] authorized_operations
 *     members => member_id instance_id rack_id member_epoch client_id client_host
 *         [subscribed_topic_names] subscribed_topic_regex assignment target_assignment
 *         member_type(1+)
 *       assignment => [topic_partitions]
 *         topic_partitions => topic_id topic_name [partitions]
 *       target_assignment => [topic_partitions]
 *         topic_partitions => topic_id topic_name [partitions]
 */
export const consumerGroupDescribeResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    groups: array({
      errorCode: int16,
      errorMessage: nullable(string),
      groupId: string,
      groupState: string,
      groupEpoch: int32,
      assignmentEpoch: int32,
      assignorName: string,
      members: array({
        memberId: string,
        instanceId: nullable(string),
        rackId: nullable(string),
        memberEpoch: int32,
        clientId: string,
        clientHost: string,
        subscribedTopicNames: array(string),
        subscribedTopicRegex: nullable(string),
        assignment: struct({
          topicPartitions: array({
            topicId: uuid,
            topicName: string,
            partitions: array(int32),
          }),
        }),
        targetAssignment: struct({
          topicPartitions: array({
            topicId: uuid,
            topicName: string,
            partitions: array(int32),
          }),
        }),
        memberType: since(1, fallback(int8, -1)),
      }),
      authorizedOperations: fallback(int32, -2147483648),
    }),
  },
});
