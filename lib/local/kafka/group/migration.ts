/**
 * A group changes its protocol while members are at work in it: their places and what they read go
 * with them.
 * @module
 */
import { ProtocolError } from "../protocol/errors.ts";
import { MalformedError } from "../protocol/reader.ts";
import { byId, byName, CONSUMER } from "./consumer/classic.ts";
import type { ConsumerMember } from "./consumer/member.ts";
import { NONE } from "./consumer/partitions.ts";
import { sinceWhen } from "./consumer/reconcile.ts";
import type { ConsumerGroup, ConsumerGroupOptions } from "./consumer/types.ts";
import { type Member, metadataOf } from "./member.ts";
import { chooseProtocol } from "./protocols.ts";
import type { Group } from "./types.ts";
import { assignmentOf, assignmentWords, subscriptionOf } from "./words.ts";

type Topics = ReturnType<ConsumerGroupOptions["topics"]>;

/**
 * Members of a group of the classic protocol, as members of one of the new protocol.
 *
 * @param group The group, which has members
 * @throws {ProtocolError} GROUP_ID_NOT_FOUND: what its members say cannot be understood
 */
export function toConsumerMembers(group: Group, topics: Topics): ConsumerMember[] {
  const { groupId, protocolType, generation } = group;
  const refuse = (why: string): never => {
    throw new ProtocolError(
      "GROUP_ID_NOT_FOUND",
      `Cannot upgrade classic group ${groupId} to consumer group because ${why}.`,
    );
  };
  if (protocolType !== CONSUMER) refuse("the group does not use the consumer embedded protocol");
  const protocol = group.protocolName ?? chooseProtocol(group.members);
  return group.members.map((member) => {
    try {
      // Whichever of its words it is answered by later, they can be understood.
      for (const { metadata } of member.protocols) subscriptionOf(metadata);
      const { topics: names, rackId } = subscriptionOf(metadataOf(member, protocol));
      const { share, hasUserData } = assignmentOf(member.assignment);
      if (hasUserData) {
        refuse(
          "an unsupported custom assignor is in use. Please refer to the documentation or switch " +
            "to a default assignor before re-attempting the upgrade",
        );
      }
      const assigned = byId(share, topics);
      return {
        memberId: member.memberId,
        instanceId: member.groupInstanceId,
        rackId,
        clientId: member.clientId,
        clientHost: member.clientHost,
        rebalanceTimeoutMs: member.rebalanceTimeoutMs,
        topicNames: [...new Set(names)].sort(),
        topicRegex: "",
        assignor: null,
        state: "stable",
        epoch: generation,
        previousEpoch: generation,
        assigned,
        revoking: NONE,
        since: sinceWhen(assigned, generation),
        classic: { sessionTimeoutMs: member.sessionTimeoutMs, protocols: member.protocols },
      };
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      return refuse("the embedded consumer protocol is malformed");
    }
  });
}

/**
 * Members of a group of the new protocol, all of which speak the classic one, as members of a group
 * of the classic protocol.
 */
export function toClassicMembers(group: ConsumerGroup, topics: Topics): Member[] {
  return group.members.map((member) => {
    const { sessionTimeoutMs, protocols } = member.classic!;
    const { version } = subscriptionOf(protocols[0]!.metadata);
    return {
      memberId: member.memberId,
      groupInstanceId: member.instanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      sessionTimeoutMs,
      rebalanceTimeoutMs: member.rebalanceTimeoutMs,
      protocolType: CONSUMER,
      protocols: [...protocols],
      assignment: assignmentWords(byName(group.targetOf(member.memberId), topics), version),
    };
  });
}
