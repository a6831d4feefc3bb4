/**
 * One consumer group, by the rules of Kafka's classic group protocol.
 *
 * Empty → PreparingRebalance (members join) → CompletingRebalance (the leader assigns) → Stable.
 * A member that comes, goes, or changes its subscription starts it over.
 * @module
 */
import { type ErrorName, ERRORS, ProtocolError } from "../protocol/errors.ts";
import { describe, joinRefusal, NOBODY, refused, syncRefusal, wordsOfAll } from "./answers.ts";
import type {
  FormerGroup,
  Group,
  GroupOptions,
  GroupState,
  MemberOfGeneration,
  SyncRequest,
} from "./types.ts";
import { createRoster } from "./roster.ts";
import { chooseProtocol, inAll } from "./protocols.ts";
import {
  hasSameProtocols,
  type JoinRequest,
  type JoinResult,
  type Member,
  metadataOf,
  type SyncResult,
} from "./member.ts";
import { type Patience, patience } from "./patience.ts";
import { isSubscribed } from "./words.ts";

/** Makes a group, which is empty unless it was one of the new protocol. */
export function createGroup(options: GroupOptions): Group {
  const { groupId } = options;
  const members = createRoster();
  /** Ids given to new members that have not come again with them. */
  const pending = new Map<string, Patience>();
  let state: GroupState = "Empty";
  let generation = 0;
  let protocolType = options.protocolType;
  let protocolName: string | null = null;
  let leader = "";
  let rebalance: Patience | undefined;
  /** Whether the first members of an empty group are given time to gather. */
  let gathering = false;

  // --- joining

  function join(request: JoinRequest): Promise<JoinResult> {
    if (!supports(request)) return refused(request, "INCONSISTENT_GROUP_PROTOCOL");
    if (request.memberId === "") return joinNew(request);
    if (pending.has(request.memberId)) {
      if (request.groupInstanceId !== null) return refused(request, "UNKNOWN_MEMBER_ID");
      pending.get(request.memberId)?.end();
      pending.delete(request.memberId);
      return addAndRebalance(request.memberId, request);
    }
    const fault = members.faultOf(request.memberId, request.groupInstanceId);
    if (fault !== undefined) return refused(request, fault);
    const member = members.get(request.memberId)!;
    const unchanged = hasSameProtocols(member, request.protocols);
    if (state === "CompletingRebalance" && unchanged) return rejoined(member, request);
    if (state === "Stable" && unchanged && member.memberId !== leader) {
      return rejoined(member, request);
    }
    return updateAndRebalance(member, request);
  }

  function joinNew(request: JoinRequest): Promise<JoinResult> {
    if (members.size + pending.size >= options.maxSize) {
      return refused(request, "GROUP_MAX_SIZE_REACHED");
    }
    const { groupInstanceId, clientId } = request;
    const memberId = `${groupInstanceId ?? clientId}-${crypto.randomUUID()}`;
    if (groupInstanceId !== null) {
      const old = members.ofInstance(groupInstanceId);
      return old === undefined
        ? addAndRebalance(memberId, request)
        : replaceStatic(old, memberId, request);
    }
    if (!request.requireMemberId) return addAndRebalance(memberId, request);
    pending.set(memberId, patience(request.sessionTimeoutMs, () => removePending(memberId)));
    return refused({ ...request, memberId }, "MEMBER_ID_REQUIRED");
  }

  function addAndRebalance(memberId: string, request: JoinRequest): Promise<JoinResult> {
    const member: Member = { ...describe(request), memberId, assignment: NOBODY };
    if (members.size === 0) protocolType = request.protocolType;
    members.add(member);
    if (leader === "") leader = memberId;
    return waitForOthers(member);
  }

  function updateAndRebalance(member: Member, request: JoinRequest): Promise<JoinResult> {
    Object.assign(member, describe(request), { memberId: member.memberId });
    return waitForOthers(member);
  }

  /** A static member came again under its instance's name: it takes over the work of its former self. */
  function replaceStatic(
    old: Member,
    memberId: string,
    request: JoinRequest,
  ): Promise<JoinResult> {
    old.session?.end();
    old.awaitingJoin?.(joinRefusal(old.memberId, "FENCED_INSTANCE_ID"));
    old.awaitingSync?.(syncRefusal("FENCED_INSTANCE_ID"));
    members.remove(old);
    const member: Member = { ...describe(request), memberId, assignment: old.assignment };
    members.add(member);
    const wasLeader = leader === old.memberId;
    if (wasLeader) leader = memberId;
    // Other words for the same protocol go unheard, as in Kafka, until the group next rebalances.
    if (state !== "Stable" || chooseProtocol(members.all()) !== protocolName) {
      return waitForOthers(member);
    }
    keepAlive(member);
    const result = joinResult(member);
    if (!wasLeader) return Promise.resolve(result);
    return Promise.resolve(
      request.skipsAssignment
        ? { ...result, skipAssignment: true }
        : { ...result, leader: old.memberId, members: [] },
    );
  }

  /** A member asks again for what it has been told. */
  function rejoined(member: Member, request: JoinRequest): Promise<JoinResult> {
    Object.assign(member, describe(request), { memberId: member.memberId });
    keepAlive(member);
    return Promise.resolve(joinResult(member));
  }

  function waitForOthers(member: Member): Promise<JoinResult> {
    member.session?.end();
    member.awaitingJoin?.(joinRefusal(member.memberId, "UNKNOWN_MEMBER_ID"));
    return new Promise((resolve) => {
      member.awaitingJoin = (result) => {
        member.awaitingJoin = undefined;
        resolve(result);
      };
      prepareRebalance();
      completeIfAllJoined();
    });
  }

  /** Whether the group, and a member's former self, have a protocol in common with what it asks. */
  function supports({ protocolType: type, protocols }: JoinRequest): boolean {
    if (type === "" || protocols.length === 0) return false;
    if (members.size === 0) return true;
    return type === protocolType && protocols.some(({ name }) => inAll(members.all(), name));
  }

  // --- rebalancing

  function prepareRebalance(): void {
    if (state === "PreparingRebalance") return;
    if (state === "CompletingRebalance") {
      for (const member of members.all()) {
        member.assignment = NOBODY;
        answerSync(member, syncRefusal("REBALANCE_IN_PROGRESS"));
      }
    }
    gathering = state === "Empty";
    state = "PreparingRebalance";
    rebalance?.end();
    const timeoutMs = gathering
      ? options.initialRebalanceDelayMs
      : Math.max(0, ...members.all().map((member) => member.rebalanceTimeoutMs));
    rebalance = patience(timeoutMs, completeJoin);
  }

  function completeIfAllJoined(): void {
    if (state !== "PreparingRebalance" || gathering || pending.size > 0) return;
    if (members.all().every((member) => member.awaitingJoin !== undefined)) completeJoin();
  }

  /** All members have joined, or had their time to. */
  function completeJoin(): void {
    rebalance?.end();
    gathering = false;
    for (const member of members.all()) {
      if (member.awaitingJoin === undefined && member.groupInstanceId === null) forget(member);
    }
    generation++;
    if (members.size === 0) {
      state = "Empty";
      protocolName = null;
      leader = "";
      return;
    }
    if (members.get(leader)?.awaitingJoin === undefined) {
      leader = members.all().find((member) => member.awaitingJoin)?.memberId ?? leader;
    }
    protocolName = chooseProtocol(members.all());
    state = "CompletingRebalance";
    options.onGeneration(protocolType);
    for (const member of members.all()) {
      if (member.awaitingJoin === undefined) continue;
      member.awaitingJoin(joinResult(member));
      keepAlive(member);
    }
    const timeoutMs = Math.max(...members.all().map((member) => member.rebalanceTimeoutMs));
    rebalance = patience(timeoutMs, expelUnsynced);
  }

  /** Members that never asked for their assignment keep the others waiting no longer. */
  function expelUnsynced(): void {
    if (state !== "CompletingRebalance") return;
    for (const member of members.all()) {
      if (member.awaitingSync === undefined && member.groupInstanceId === null) forget(member);
    }
    prepareRebalance();
    completeIfAllJoined();
  }

  function joinResult(member: Member): JoinResult {
    const words = member.memberId === leader ? wordsOfAll(members.all(), protocolName) : [];
    return {
      errorCode: ERRORS.NONE,
      generationId: generation,
      protocolType,
      protocolName,
      leader,
      memberId: member.memberId,
      members: words,
      skipAssignment: false,
    };
  }

  // --- assigning

  function sync(request: SyncRequest): Promise<SyncResult> {
    const fault = members.faultOf(request.memberId, request.groupInstanceId) ??
      (request.generationId !== generation ? "ILLEGAL_GENERATION" : undefined) ??
      (request.protocolType !== null && request.protocolType !== protocolType ||
          request.protocolName !== null && request.protocolName !== protocolName
        ? "INCONSISTENT_GROUP_PROTOCOL"
        : undefined);
    if (fault !== undefined) return Promise.resolve(syncRefusal(fault));
    const member = members.get(request.memberId)!;
    if (state === "PreparingRebalance") {
      return Promise.resolve(syncRefusal("REBALANCE_IN_PROGRESS"));
    }
    if (state === "Stable") {
      keepAlive(member);
      return Promise.resolve(syncResult(member));
    }
    answerSync(member, syncRefusal("REBALANCE_IN_PROGRESS"));
    return new Promise((resolve) => {
      member.session?.end();
      member.awaitingSync = resolve;
      if (member.memberId === leader) completeSync(request.assignments);
    });
  }

  function completeSync(assignments: SyncRequest["assignments"]): void {
    rebalance?.end();
    const byMember = new Map(assignments.map((each) => [each.memberId, each.assignment]));
    state = "Stable";
    for (const member of members.all()) {
      member.assignment = byMember.get(member.memberId) ?? NOBODY;
      answerSync(member, syncResult(member));
      keepAlive(member);
    }
  }

  function answerSync(member: Member, result: SyncResult): void {
    const answer = member.awaitingSync;
    member.awaitingSync = undefined;
    answer?.(result);
    if (answer !== undefined) keepAlive(member);
  }

  function syncResult(member: Member): SyncResult {
    return { errorCode: ERRORS.NONE, protocolType, protocolName, assignment: member.assignment };
  }

  // --- coming and going

  /** The member was heard of: its session begins anew. */
  function keepAlive(member: Member): void {
    member.session?.end();
    if (members.get(member.memberId) !== member) return;
    member.session = patience(member.sessionTimeoutMs, () => {
      if (member.awaitingJoin === undefined && member.awaitingSync === undefined) remove(member);
    });
  }

  function remove(member: Member): void {
    forget(member);
    if (state === "Stable" || state === "CompletingRebalance") prepareRebalance();
    completeIfAllJoined();
  }

  function forget(member: Member): void {
    member.session?.end();
    members.remove(member);
    member.awaitingJoin?.(joinRefusal(member.memberId, "UNKNOWN_MEMBER_ID"));
    member.awaitingSync?.(syncRefusal("UNKNOWN_MEMBER_ID"));
    member.awaitingSync = undefined;
    if (leader === member.memberId) leader = members.all()[0]?.memberId ?? "";
  }

  function removePending(memberId: string): void {
    pending.get(memberId)?.end();
    pending.delete(memberId);
    completeIfAllJoined();
  }

  function check({ memberId, groupInstanceId, generationId }: MemberOfGeneration): Member {
    const fault = members.faultOf(memberId, groupInstanceId) ??
      (generationId !== generation ? "ILLEGAL_GENERATION" : undefined);
    if (fault !== undefined) throw refusal(fault, memberId);
    return members.get(memberId)!;
  }

  function refusal(error: ErrorName, memberId: string): ProtocolError {
    return new ProtocolError(error, `Group '${groupId}' refuses member '${memberId}': ${error}`);
  }

  /** Goes on with the members of a group that had the new protocol. */
  function goOn({ generation: former, members: left, rebalances }: FormerGroup): void {
    generation = former;
    for (const member of left) {
      members.add(member);
      keepAlive(member);
    }
    leader = left[0]!.memberId;
    protocolName = chooseProtocol(left);
    state = "Stable";
    if (rebalances) prepareRebalance();
  }

  if (options.former !== undefined) goOn(options.former);

  return {
    groupId,
    get state() {
      return state;
    },
    get generation() {
      return generation;
    },
    get protocolType() {
      return protocolType;
    },
    get protocolName() {
      return protocolName;
    },
    get members() {
      return members.all();
    },
    get idle() {
      return state === "Empty" && members.size === 0 && pending.size === 0;
    },
    join,
    sync,
    heartbeat(who) {
      const member = check(who);
      keepAlive(member);
      if (state === "PreparingRebalance") throw refusal("REBALANCE_IN_PROGRESS", who.memberId);
    },
    leave(memberId, groupInstanceId) {
      if (groupInstanceId === null && pending.has(memberId)) {
        removePending(memberId);
        return;
      }
      const id = memberId === "" && groupInstanceId !== null
        ? members.ofInstance(groupInstanceId)?.memberId ?? ""
        : memberId;
      const fault = members.faultOf(id, groupInstanceId);
      if (fault !== undefined) throw refusal(fault, id);
      remove(members.get(id)!);
    },
    checkCommit(who) {
      // Without a generation it is a consumer that chose its partitions itself, or a tool.
      if (who.generationId < 0 && members.size === 0) return;
      keepAlive(check(who));
      if (state === "CompletingRebalance") throw refusal("REBALANCE_IN_PROGRESS", who.memberId);
    },
    subscribesTo: (topic) =>
      members.all().some((member) => isSubscribed(metadataOf(member, protocolName), topic)),
    close(error) {
      rebalance?.end();
      for (const wait of pending.values()) wait.end();
      pending.clear();
      for (const member of members.all()) {
        member.session?.end();
        member.awaitingJoin?.(joinRefusal(member.memberId, error));
        member.awaitingSync?.(syncRefusal(error));
        member.awaitingSync = undefined;
      }
      members.clear();
      state = "Dead";
    },
  };
}
