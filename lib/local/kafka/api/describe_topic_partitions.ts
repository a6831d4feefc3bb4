/** Topics with their partitions, page by page. @module */
import { ERRORS, outcomeOf } from "../protocol/errors.ts";
import {
  describeTopicPartitionsRequest,
  describeTopicPartitionsResponse,
} from "../protocol/messages/describe_topic_partitions.ts";
import { checkTopicName } from "../topic_name.ts";
import { api, type RequestContext } from "./api.ts";
import { authorized } from "./authorized.ts";

export const describeTopicPartitions = api({
  key: 75,
  name: "DescribeTopicPartitions",
  versions: [0, 0],
  request: describeTopicPartitionsRequest,
  response: describeTopicPartitionsResponse,
  handle({ topics, responsePartitionLimit, cursor }, { broker }: RequestContext) {
    const names = topics.length > 0
      ? topics.map(({ name }) => name).sort()
      : broker.topics.all().map(({ name }) => name);
    let room = Math.max(1, responsePartitionLimit);
    let nextCursor: { topicName: string; partitionIndex: number } | null = null;
    const described = [];
    for (const name of names) {
      if (cursor !== null && name < cursor.topicName) continue;
      if (room === 0) {
        nextCursor = { topicName: name, partitionIndex: 0 };
        break;
      }
      const topic = broker.topics.get(name);
      if (topic === undefined) {
        described.push({
          errorCode: outcomeOf(() => checkTopicName(name)).errorCode ||
            ERRORS.UNKNOWN_TOPIC_OR_PARTITION,
          name,
          topicId: "0".repeat(32),
          isInternal: false,
          partitions: [],
          topicAuthorizedOperations: authorized("topic", true),
        });
        continue;
      }
      const from = cursor?.topicName === name ? Math.max(0, cursor.partitionIndex) : 0;
      const indexes = [...topic.partitions.keys()].slice(from, from + room);
      room -= indexes.length;
      described.push({
        errorCode: ERRORS.NONE,
        name,
        topicId: topic.id,
        isInternal: false,
        partitions: indexes.map((partitionIndex) => ({
          errorCode: ERRORS.NONE,
          partitionIndex,
          leaderId: broker.nodeId,
          leaderEpoch: 0,
          replicaNodes: [broker.nodeId],
          isrNodes: [broker.nodeId],
          eligibleLeaderReplicas: [],
          lastKnownElr: [],
          offlineReplicas: [],
        })),
        topicAuthorizedOperations: authorized("topic", true),
      });
      const next = from + indexes.length;
      if (next < topic.partitions.length) {
        nextCursor = { topicName: name, partitionIndex: next };
        break;
      }
    }
    return { topics: described, nextCursor };
  },
});
