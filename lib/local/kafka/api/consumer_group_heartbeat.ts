/** A member of a group of the new protocol (KIP-848) says what it reads, and is told what to read. @module */
import type { Broker } from "../broker.ts";
import { ASSIGNORS } from "../group/consumer/assignors.ts";
import { LEAVES, LEAVES_FOR_A_WHILE } from "../group/consumer/member.ts";
import { partitionsOf, toProtocol } from "../group/consumer/partitions.ts";
import { patternOf } from "../group/consumer/subscription.ts";
import type { HeartbeatResult } from "../group/consumer/types.ts";
import { ERRORS, outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  consumerGroupHeartbeatRequest,
  consumerGroupHeartbeatResponse,
} from "../protocol/messages/consumer_group_heartbeat.ts";
import type { Read } from "../protocol/schema.ts";
import { api, type RequestContext } from "./api.ts";

type Request = Read<typeof consumerGroupHeartbeatRequest>;

/** First version whose members bring their own id. */
const OWN_IDS_SINCE = 1;

export const consumerGroupHeartbeat = api({
  key: 68,
  name: "ConsumerGroupHeartbeat",
  versions: [0, 1],
  request: consumerGroupHeartbeatRequest,
  response: consumerGroupHeartbeatResponse,
  handle(request, context: RequestContext) {
    const { errorCode, errorMessage, value } = outcomeOf(() => {
      check(request, context.version);
      return beat(request, context);
    });
    if (value === undefined) return { errorCode, errorMessage };
    const { memberId, memberEpoch, assigned } = value;
    return {
      errorCode: ERRORS.NONE,
      memberId,
      memberEpoch,
      heartbeatIntervalMs: memberEpoch < 0 ? 0 : Number(
        context.broker.groupConfig(request.groupId, "consumer.heartbeat.interval.ms"),
      ),
      assignment: assigned && { topicPartitions: toProtocol(assigned) },
    };
  },
});

function beat(request: Request, { broker, clientId, clientHost }: RequestContext): HeartbeatResult {
  const { groupId, memberEpoch } = request;
  if (memberEpoch < 0) return existing(broker, groupId).leave(request);
  const group = memberEpoch === 0
    ? broker.groups.consumerGroupOrNew(groupId)
    : existing(broker, groupId);
  return group.heartbeat({
    ...request,
    memberId: request.memberId || crypto.randomUUID(),
    clientId,
    clientHost,
    topicNames: request.subscribedTopicNames,
    topicRegex: request.subscribedTopicRegex,
    assignor: request.serverAssignor,
    owned: request.topicPartitions && partitionsOf(request.topicPartitions),
  });
}

function existing(broker: Broker, groupId: string) {
  const group = broker.groups.consumerGroup(groupId);
  if (group !== undefined) return group;
  throw new ProtocolError(
    "GROUP_ID_NOT_FOUND",
    broker.groups.get(groupId) === undefined
      ? `Group ${groupId} not found.`
      : `Group ${groupId} is not a consumer group.`,
  );
}

function check(request: Request, version: number): void {
  const refuse = (why: string) => {
    throw new ProtocolError("INVALID_REQUEST", why);
  };
  const { memberEpoch, topicPartitions, serverAssignor } = request;
  if (request.groupId.trim() === "") refuse("GroupId can't be empty.");
  if (request.instanceId?.trim() === "") refuse("InstanceId can't be empty.");
  if (request.rackId?.trim() === "") refuse("RackId can't be empty.");
  if (request.memberId === "" && (version >= OWN_IDS_SINCE || memberEpoch !== 0)) {
    refuse("MemberId can't be empty.");
  }
  if (memberEpoch === 0) {
    if (request.rebalanceTimeoutMs === -1) {
      refuse("RebalanceTimeoutMs must be provided in first request.");
    }
    if (topicPartitions === null || topicPartitions.length > 0) {
      refuse("TopicPartitions must be empty when (re-)joining.");
    }
    if (request.subscribedTopicNames === null && request.subscribedTopicRegex === null) {
      refuse(
        "Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining.",
      );
    }
  } else if (memberEpoch === LEAVES_FOR_A_WHILE) {
    if (request.instanceId === null) refuse("InstanceId can't be null.");
  } else if (memberEpoch < LEAVES) {
    refuse(`MemberEpoch is ${memberEpoch}, but must be greater than or equal to -2.`);
  }
  if (request.subscribedTopicRegex) patternOf(request.subscribedTopicRegex);
  if (serverAssignor === null || Object.hasOwn(ASSIGNORS, serverAssignor)) return;
  throw new ProtocolError(
    "UNSUPPORTED_ASSIGNOR",
    `ServerAssignor ${serverAssignor} is not supported. Supported assignors: ` +
      `${Object.keys(ASSIGNORS).join(", ")}.`,
  );
}
