/**
 * What members of the classic protocol ask of a group of the new one: they join, sync and beat as in a
 * group of their own, where nobody leads; the group itself says who reads what.
 * @module
 */
import { joinRefusal, refused, syncRefusal } from "../answers.ts";
import type { JoinRequest, JoinResult } from "../member.ts";
import type { ClassicGroup, MemberOfGeneration, SyncRequest } from "../types.ts";
import { assignmentWords, type Share, subscriptionOf } from "../words.ts";
import { type ErrorName, ERRORS, outcomeOf, ProtocolError } from "../../protocol/errors.ts";
import { MalformedError } from "../../protocol/reader.ts";
import type { ConsumerMember } from "./member.ts";
import { collect, each, has, type Partitions, toProtocol } from "./partitions.ts";
import type { ConsumerGroupOptions, News } from "./types.ts";

/** Type of the only protocols that groups of the new one have something in common with. */
export const CONSUMER = "consumer";

/** What the classic side is told of the group, and does with it. */
export interface Inside {
  groupId: string;
  topics: ConsumerGroupOptions["topics"];
  members(): readonly ConsumerMember[];
  epoch(): number;
  /** @throws {ProtocolError} There is no such member, or another stands for the instance */
  known(who: { memberId: string; instanceId: string | null }): ConsumerMember;
  ofInstance(instanceId: string): ConsumerMember | undefined;
  /** @throws {ProtocolError} The group is full */
  added(memberId: string, instanceId: string | null): ConsumerMember;
  takeOver(former: ConsumerMember, memberId: string): ConsumerMember;
  hear(member: ConsumerMember, news: News): void;
  isOwned(topicId: string, partition: number): boolean;
  targetOf(memberId: string): Partitions;
  startDeadline(member: ConsumerMember): void;
  clearDeadline(member: ConsumerMember): void;
  keepAlive(member: ConsumerMember): void;
  refusal(error: ErrorName, memberId: string): ProtocolError;
  /** Told when a member of the classic protocol stands where one of the new protocol stood. */
  onReplaced(): void;
}

/**
 * The classic side of a group.
 *
 * @param group The group
 */
export function createClassicSide(group: Inside): ClassicGroup {
  function join(request: JoinRequest): JoinResult {
    const { groupInstanceId: instanceId, protocols } = request;
    const isNew = request.memberId === "";
    const memberId = isNew ? crypto.randomUUID() : request.memberId;
    if (!supports(request)) throw group.refusal("INCONSISTENT_GROUP_PROTOCOL", memberId);
    if (isNew && instanceId === null && request.requireMemberId) {
      return joinRefusal(memberId, "MEMBER_ID_REQUIRED");
    }
    const { topics, owned, rackId } = subscriptionOf(protocols[0]!.metadata);
    const former = isNew && instanceId !== null ? group.ofInstance(instanceId) : undefined;
    const member = former === undefined
      ? entered(memberId, instanceId, isNew)
      : group.takeOver(former, memberId);
    const wasClassic = member.classic !== undefined;
    member.classic = { sessionTimeoutMs: request.sessionTimeoutMs, protocols };
    group.clearDeadline(member);
    group.hear(member, {
      ...request,
      rackId,
      topicNames: topics,
      topicRegex: null,
      assignor: null,
      owned: byId(owned, group.topics()),
    });
    group.startDeadline(member);
    if (former !== undefined && !wasClassic) group.onReplaced();
    return {
      errorCode: ERRORS.NONE,
      generationId: member.epoch,
      protocolType: CONSUMER,
      protocolName: protocols[0]!.name,
      leader: "",
      memberId,
      members: [],
      skipAssignment: false,
    };
  }

  function entered(memberId: string, instanceId: string | null, isNew: boolean): ConsumerMember {
    if (!isNew && instanceId !== null) return group.known({ memberId, instanceId });
    return group.members().find((member) => member.memberId === memberId) ??
      group.added(memberId, instanceId);
  }

  /** Whether members of the classic protocol have one in common with what another asks. */
  function supports({ protocolType, protocols }: JoinRequest): boolean {
    const others = group.members().flatMap(({ classic }) => classic ?? []);
    return protocolType === CONSUMER &&
      protocols.some(({ name }) =>
        others.every((other) => other.protocols.some((protocol) => protocol.name === name))
      );
  }

  function speaker({ memberId, groupInstanceId, generationId }: MemberOfGeneration) {
    const member = group.known({ memberId, instanceId: groupInstanceId });
    if (member.classic === undefined) throw group.refusal("UNKNOWN_MEMBER_ID", memberId);
    if (generationId !== member.epoch) throw group.refusal("ILLEGAL_GENERATION", memberId);
    return { member, protocol: member.classic.protocols[0]! };
  }

  /** A member is to join again, and in time. */
  function callBack(member: ConsumerMember): never {
    group.startDeadline(member);
    throw group.refusal("REBALANCE_IN_PROGRESS", member.memberId);
  }

  function shareOf(request: SyncRequest): Uint8Array {
    const { member, protocol } = speaker(request);
    const { protocolType, protocolName } = request;
    if (
      (protocolType ?? CONSUMER) !== CONSUMER || (protocolName ?? protocol.name) !== protocol.name
    ) {
      throw group.refusal("INCONSISTENT_GROUP_PROTOCOL", member.memberId);
    }
    // One that is to give something up joins again on its own when it has.
    if (member.epoch < group.epoch() && member.state !== "unrevoked") callBack(member);
    group.clearDeadline(member);
    group.keepAlive(member);
    const { version } = subscriptionOf(protocol.metadata);
    return assignmentWords(byName(member.assigned, group.topics()), version);
  }

  /** Whether a member may have more than it has: what it waits for is nobody's any more. */
  function hasMore({ memberId, state, assigned }: ConsumerMember): boolean {
    return state === "unreleased" &&
      [...each(group.targetOf(memberId))].every(([topicId, partition]) =>
        has(assigned, topicId, partition) || !group.isOwned(topicId, partition)
      );
  }

  return {
    join(request) {
      try {
        return Promise.resolve(join(request));
      } catch (error) {
        if (error instanceof MalformedError) return refused(request, "INCONSISTENT_GROUP_PROTOCOL");
        if (error instanceof ProtocolError) return refused(request, error.error);
        throw error;
      }
    },
    sync(request) {
      const { value, refusal } = outcomeOf(() => shareOf(request));
      if (value === undefined) return Promise.resolve(syncRefusal(refusal!.error));
      const { protocolType, protocolName } = request;
      return Promise.resolve({
        errorCode: ERRORS.NONE,
        protocolType,
        protocolName,
        assignment: value,
      });
    },
    heartbeat(who) {
      const { member } = speaker(who);
      group.keepAlive(member);
      if (member.epoch < group.epoch() || hasMore(member)) callBack(member);
    },
  };
}

/** A share by its topics' ids; topics there are no more are left out. */
export function byId(share: Share, topics: ReturnType<ConsumerGroupOptions["topics"]>): Partitions {
  const ids = new Map(topics.map(({ id, name }) => [name, id]));
  return collect(
    [...share].flatMap(([name, partitions]) => {
      const id = ids.get(name);
      return id === undefined ? [] : partitions.map((partition) => [id, partition] as const);
    }),
  );
}

/** The same by its topics' names. */
export function byName(
  partitions: Partitions,
  topics: ReturnType<ConsumerGroupOptions["topics"]>,
): Share {
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  return new Map(
    toProtocol(partitions).flatMap(({ topicId, partitions }) => {
      const name = names.get(topicId);
      return name === undefined ? [] : [[name, partitions] as const];
    }),
  );
}
