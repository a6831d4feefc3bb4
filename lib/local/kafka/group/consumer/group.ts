/**
 * One consumer group of the new protocol (KIP-848): members say what they want to read and what they
 * have; the group says what they are to read.
 *
 * Each change of members, of what they subscribe to, or of topics begins an epoch of the group, with
 * a target for each member. A member's heartbeats take it there: see {@linkcode reconcile}.
 * @module
 */
import { type ErrorName, ProtocolError } from "../../protocol/errors.ts";
import { patience } from "../patience.ts";
import { ASSIGNORS } from "./assignors.ts";
import { type ConsumerMember, LEAVES_FOR_A_WHILE } from "./member.ts";
import { createClassicSide } from "./classic.ts";
import { has, isSame, isSubset, NONE, type Partitions, placeOf } from "./partitions.ts";
import { reconcile } from "./reconcile.ts";
import { patternOf } from "./subscription.ts";
import type { ConsumerGroup, ConsumerGroupOptions, Heartbeat, News } from "./types.ts";

/** First version of OffsetCommit that knows members' epochs. */
const EPOCHS_SINCE = 9;

/** Makes a group, which is empty unless it was one of the classic protocol. */
export function createConsumerGroup(options: ConsumerGroupOptions): ConsumerGroup {
  const { groupId } = options;
  const members = new Map<string, ConsumerMember>();
  let epoch = options.epoch;
  let assignmentEpoch = epoch;
  let assignor = Object.keys(ASSIGNORS)[0]!;
  let targets = new Map<string, Partitions>();
  /** The topics that the members subscribe to, when the epoch began. */
  let topics = "";

  // --- epochs

  function beginEpoch(): void {
    epoch++;
    options.onEpoch(epoch);
    if (members.size === 0) {
      targets.clear();
      return;
    }
    assignmentEpoch = epoch;
    assignor = chosenAssignor();
    topics = subscribedTopics();
    const all = options.topics();
    targets = ASSIGNORS[assignor]!([...members.values()].map((member) => ({
      memberId: member.memberId,
      instanceId: member.instanceId,
      topics: topicsOf(member, all),
      before: targets.get(member.memberId) ?? member.assigned,
    })));
  }

  /** What most members would like; where none likes any, the first there is. */
  function chosenAssignor(): string {
    const liked = [...members.values()].flatMap(({ assignor }) => assignor ?? []);
    const votes = [...Map.groupBy(liked, (name) => name)];
    return votes.reduce(
      (best, vote) => vote[1].length > best[1].length ? vote : best,
      [Object.keys(ASSIGNORS)[0]!, [] as string[]],
    )[0];
  }

  function topicsOf({ topicNames, topicRegex }: ConsumerMember, all = options.topics()) {
    const pattern = topicRegex === "" ? undefined : patternOf(topicRegex);
    return all.filter(({ name }) => topicNames.includes(name) || pattern?.test(name));
  }

  function subscribedTopics(): string {
    const all = options.topics();
    const found = [...members.values()].flatMap((member) => topicsOf(member, all));
    return [...new Set(found.map(({ id, partitions }) => `${id} ${partitions}`))].sort().join();
  }

  const targetOf = (memberId: string): Partitions => targets.get(memberId) ?? NONE;

  /** Whether a partition is some member's, though it may be giving it up. */
  function isOwned(topicId: string, index: number): boolean {
    return [...members.values()].some(({ assigned, revoking }) =>
      has(assigned, topicId, index) || has(revoking, topicId, index)
    );
  }

  function takeStep(member: ConsumerMember, owned: Partitions | null): void {
    reconcile(member, { epoch, partitions: targetOf(member.memberId), isOwned }, owned);
    if (member.classic !== undefined) return;
    if (member.state === "unrevoked") startDeadline(member);
    else clearDeadline(member);
  }

  // --- members

  function join(request: Heartbeat): ConsumerMember {
    const { memberId, instanceId } = request;
    const known = members.get(memberId);
    if (instanceId !== null) {
      const former = ofInstance(instanceId);
      if (former !== undefined) {
        if (former.epoch !== LEAVES_FOR_A_WHILE && former.classic === undefined) {
          throw refusal("UNRELEASED_INSTANCE_ID", memberId);
        }
        return takeOver(former, memberId);
      }
    } else if (known !== undefined) {
      checkEpoch(known, request);
      return known;
    }
    return added(memberId, instanceId);
  }

  function added(memberId: string, instanceId: string | null): ConsumerMember {
    if (members.size >= options.maxSize()) throw refusal("GROUP_MAX_SIZE_REACHED", memberId);
    const member: ConsumerMember = {
      memberId,
      instanceId,
      rackId: null,
      clientId: "",
      clientHost: "",
      rebalanceTimeoutMs: 0,
      topicNames: [],
      topicRegex: "",
      assignor: null,
      state: "stable",
      epoch: 0,
      previousEpoch: -1,
      assigned: NONE,
      revoking: NONE,
      since: new Map(),
    };
    members.set(memberId, member);
    return member;
  }

  /** A static member came again under its instance's name: it has what its former self had. */
  function takeOver(former: ConsumerMember, memberId: string): ConsumerMember {
    const target = targetOf(former.memberId);
    drop(former);
    targets.delete(former.memberId);
    const member = {
      ...former,
      memberId,
      epoch: 0,
      previousEpoch: -1,
      session: undefined,
      deadline: undefined,
    };
    members.set(memberId, member);
    targets.set(memberId, target);
    return member;
  }

  function known({ memberId, instanceId }: Pick<Heartbeat, "memberId" | "instanceId">) {
    if (instanceId !== null) {
      const member = ofInstance(instanceId);
      if (member === undefined) throw refusal("UNKNOWN_MEMBER_ID", memberId);
      if (member.memberId !== memberId) throw refusal("FENCED_INSTANCE_ID", memberId);
      return member;
    }
    return find(memberId);
  }

  function ofInstance(instanceId: string): ConsumerMember | undefined {
    return [...members.values()].find((member) => member.instanceId === instanceId);
  }

  /** The last answer may have been lost: then the member is one epoch behind, and has no more. */
  function checkEpoch(member: ConsumerMember, { memberEpoch, owned }: Heartbeat): void {
    if (memberEpoch === member.epoch) return;
    const isBehind = memberEpoch < member.epoch && memberEpoch === member.previousEpoch &&
      owned !== null && isSubset(owned, member.assigned);
    if (!isBehind) throw refusal("FENCED_MEMBER_EPOCH", member.memberId);
  }

  /** Takes note of what a member says, and takes it a step further. */
  function hear(member: ConsumerMember, news: News): void {
    const subscribesAnew = update(member, news);
    if (subscribesAnew || subscribedTopics() !== topics) beginEpoch();
    takeStep(member, news.owned);
    keepAlive(member);
  }

  /** Takes note of what a member says; returns whether it subscribes to something else. */
  function update(member: ConsumerMember, request: News): boolean {
    const { topicNames, topicRegex } = member;
    member.clientId = request.clientId;
    member.clientHost = request.clientHost;
    member.rackId = request.rackId ?? member.rackId;
    if (request.rebalanceTimeoutMs !== -1) member.rebalanceTimeoutMs = request.rebalanceTimeoutMs;
    member.assignor = request.assignor ?? member.assignor;
    member.topicRegex = request.topicRegex ?? topicRegex;
    if (request.topicNames !== null) member.topicNames = [...new Set(request.topicNames)].sort();
    return member.topicRegex !== topicRegex || member.topicNames.join() !== topicNames.join();
  }

  function keepAlive(member: ConsumerMember): void {
    member.session?.end();
    const timeoutMs = member.classic?.sessionTimeoutMs ?? options.sessionTimeoutMs();
    member.session = patience(timeoutMs, () => remove(member));
  }

  function startDeadline(member: ConsumerMember): void {
    member.deadline ??= patience(member.rebalanceTimeoutMs, () => remove(member));
  }

  function clearDeadline(member: ConsumerMember): void {
    member.deadline?.end();
    member.deadline = undefined;
  }

  function remove(member: ConsumerMember): void {
    drop(member);
    const wasLast = member.classic === undefined && isClassicOnly();
    if (!wasLast || !options.onClassicOnly("gone")) beginEpoch();
  }

  function drop(member: ConsumerMember): void {
    member.session?.end();
    clearDeadline(member);
    members.delete(member.memberId);
  }

  function isClassicOnly(): boolean {
    return members.size > 0 && [...members.values()].every(({ classic }) => classic !== undefined);
  }

  function refusal(error: ErrorName, memberId: string): ProtocolError {
    return new ProtocolError(error, `Group '${groupId}' refuses member '${memberId}': ${error}`);
  }

  function find(memberId: string): ConsumerMember {
    const member = members.get(memberId);
    if (member === undefined) throw refusal("UNKNOWN_MEMBER_ID", memberId);
    return member;
  }

  function outdated({ memberId, classic }: ConsumerMember): ProtocolError {
    return refusal(classic === undefined ? "STALE_MEMBER_EPOCH" : "ILLEGAL_GENERATION", memberId);
  }

  for (const member of options.former ?? []) {
    members.set(member.memberId, member);
    targets.set(member.memberId, member.assigned);
    keepAlive(member);
  }
  topics = subscribedTopics();

  return {
    groupId,
    get state() {
      if (members.size === 0) return "Empty";
      const isThere = (member: ConsumerMember) =>
        member.state === "stable" && member.epoch === epoch;
      return [...members.values()].every(isThere) ? "Stable" : "Reconciling";
    },
    get epoch() {
      return epoch;
    },
    get assignmentEpoch() {
      return assignmentEpoch;
    },
    get assignor() {
      return assignor;
    },
    get members() {
      return [...members.values()];
    },
    classic: createClassicSide({
      groupId,
      topics: options.topics,
      members: () => [...members.values()],
      epoch: () => epoch,
      known,
      ofInstance,
      added,
      takeOver,
      hear,
      isOwned,
      targetOf,
      startDeadline,
      clearDeadline,
      keepAlive,
      refusal,
      onReplaced: () => {
        if (isClassicOnly()) options.onClassicOnly("replaced");
      },
    }),
    targetOf,
    heartbeat(request) {
      const member = request.memberEpoch === 0 ? join(request) : known(request);
      if (request.memberEpoch !== 0) checkEpoch(member, request);
      const before = member.assigned;
      if (member.classic !== undefined) clearDeadline(member);
      member.classic = undefined;
      hear(member, request);
      const isFull = request.memberEpoch === 0 ||
        request.rebalanceTimeoutMs !== -1 && request.owned !== null &&
          (request.topicNames !== null || request.topicRegex !== null);
      return {
        memberId: member.memberId,
        memberEpoch: member.epoch,
        assigned: isFull || !isSame(before, member.assigned) ? member.assigned : undefined,
      };
    },
    leave(request) {
      const { memberId, memberEpoch } = request;
      const member = known(request);
      if (memberEpoch === LEAVES_FOR_A_WHILE) {
        Object.assign(member, { epoch: LEAVES_FOR_A_WHILE, revoking: NONE, state: "stable" });
        clearDeadline(member);
      } else {
        remove(member);
      }
      return { memberId, memberEpoch };
    },
    expel(memberId, instanceId) {
      const member = instanceId === null ? members.get(memberId) : ofInstance(instanceId);
      if (member === undefined) throw refusal("UNKNOWN_MEMBER_ID", memberId);
      if (memberId !== "" && member.memberId !== memberId) {
        throw refusal("FENCED_INSTANCE_ID", memberId);
      }
      remove(member);
    },
    checkOffsets(memberId, memberEpoch) {
      // A tool, where nobody reads.
      if (memberEpoch < 0 && members.size === 0) return;
      const member = find(memberId);
      if (memberEpoch !== member.epoch) throw outdated(member);
    },
    checkCommit(memberId, memberEpoch, version) {
      if (memberEpoch < 0 && members.size === 0) return () => {};
      const member = find(memberId);
      if (member.classic === undefined && version < EPOCHS_SINCE) {
        throw refusal("UNSUPPORTED_VERSION", memberId);
      }
      if (memberEpoch === member.epoch) return () => {};
      if (memberEpoch > member.epoch) throw outdated(member);
      return (topicId, partition) => {
        const since = member.since.get(placeOf(topicId, partition));
        if (since === undefined || memberEpoch < since) throw outdated(member);
      };
    },
    subscribesTo: (topic) =>
      [...members.values()].some((member) => topicsOf(member).some(({ name }) => name === topic)),
    close() {
      for (const member of [...members.values()]) drop(member);
    },
  };
}
