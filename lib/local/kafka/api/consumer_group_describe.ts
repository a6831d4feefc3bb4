/** Consumer groups of the new protocol (KIP-848) with their members. @module */
import type { Broker } from "../broker.ts";
import { type Partitions, toProtocol } from "../group/consumer/partitions.ts";
import { ERRORS } from "../protocol/errors.ts";
import {
  consumerGroupDescribeRequest,
  consumerGroupDescribeResponse,
} from "../protocol/messages/consumer_group_describe.ts";
import { api, type RequestContext } from "./api.ts";
import { authorized } from "./authorized.ts";

/** Types of members, by the protocol that they speak. */
const CLASSIC = 0;
const CONSUMER = 1;

export const consumerGroupDescribe = api({
  key: 69,
  name: "ConsumerGroupDescribe",
  versions: [0, 1],
  request: consumerGroupDescribeRequest,
  response: consumerGroupDescribeResponse,
  handle: ({ groupIds, includeAuthorizedOperations }, { broker }: RequestContext) => ({
    groups: groupIds.map((groupId) => ({
      ...describe(broker, groupId),
      groupId,
      authorizedOperations: authorized("group", includeAuthorizedOperations),
    })),
  }),
});

function describe(broker: Broker, groupId: string) {
  const group = broker.groups.consumerGroup(groupId);
  const nothing = { groupState: "", groupEpoch: 0, assignmentEpoch: 0, assignorName: "" };
  if (groupId === "") {
    return { errorCode: ERRORS.INVALID_GROUP_ID, errorMessage: null, members: [], ...nothing };
  }
  if (group === undefined) {
    const isClassic = broker.groups.get(groupId) !== undefined;
    return {
      errorCode: ERRORS.GROUP_ID_NOT_FOUND,
      errorMessage: `Group ${groupId} ${isClassic ? "is not a consumer group." : "not found."}`,
      members: [],
      ...nothing,
    };
  }
  const named = (partitions: Partitions) => ({
    topicPartitions: toProtocol(partitions).flatMap(({ topicId, partitions }) => {
      const topicName = broker.topics.byId(topicId)?.name;
      return topicName === undefined ? [] : [{ topicId, topicName, partitions }];
    }),
  });
  return {
    errorCode: ERRORS.NONE,
    errorMessage: null,
    groupState: group.state,
    groupEpoch: group.epoch,
    assignmentEpoch: group.assignmentEpoch,
    assignorName: group.assignor,
    members: group.members.map((member) => ({
      memberId: member.memberId,
      instanceId: member.instanceId,
      rackId: member.rackId,
      memberEpoch: member.epoch,
      clientId: member.clientId,
      clientHost: member.clientHost,
      subscribedTopicNames: [...member.topicNames],
      subscribedTopicRegex: member.topicRegex,
      assignment: named(member.assigned),
      targetAssignment: named(group.targetOf(member.memberId)),
      memberType: member.classic === undefined ? CONSUMER : CLASSIC,
    })),
  };
}
