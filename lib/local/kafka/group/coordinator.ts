/**
 * All consumer groups: who works together, and how far they have come. A group is of the classic
 * protocol or of the new one (KIP-848). One that nobody is in becomes what its next member speaks;
 * one of classic members becomes one of the new protocol with the first member that speaks it, and is
 * a classic one again when the last of these has gone.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { BrokerConfigName } from "../config/broker_keys.ts";
import { ProtocolError } from "../protocol/errors.ts";
import { CONSUMER } from "./consumer/classic.ts";
import { createConsumerGroup } from "./consumer/group.ts";
import type { ConsumerMember } from "./consumer/member.ts";
import type { ConsumerGroup, ConsumerGroupOptions } from "./consumer/types.ts";
import { createGroup } from "./group.ts";
import { type OffsetStore, openOffsetStore } from "./offsets.ts";
import { toClassicMembers, toConsumerMembers } from "./migration.ts";
import type { ClassicGroup, FormerGroup, Group } from "./types.ts";

/** Epoch of a group of the new protocol before it has a member. */
const FIRST_EPOCH = 1;

/** A group as it is listed. */
export interface ListedGroup {
  groupId: string;
  protocolType: string;
  state: string;
  /** Its protocol (KIP-848 names it). */
  type: "classic" | "consumer";
}

/** The consumer groups. */
export interface Coordinator {
  readonly offsets: OffsetStore;
  /** A group of the classic protocol that has members, or is known by its offsets. */
  get(groupId: string): Group | undefined;
  /** A group that members of the classic protocol are, or may be, in. */
  classic(groupId: string): ClassicGroup | undefined;
  /** The same, made where it is missing. */
  classicOrNew(groupId: string): ClassicGroup;
  /** A group of the new protocol. */
  consumerGroup(groupId: string): ConsumerGroup | undefined;
  /** The same, made where it is missing. @throws {ProtocolError} It cannot become one */
  consumerGroupOrNew(groupId: string): ConsumerGroup;
  /** In the order of their ids. */
  all(): ListedGroup[];
  /** @throws {ProtocolError} The group is not known, or has members */
  delete(groupId: string): void;
  /** Forgets groups nobody is in; those with committed offsets are found again when asked for. */
  sweep(): void;
  close(): void;
}

/** What groups are told of the broker. */
export interface CoordinatorOptions {
  db: DatabaseSync;
  /** The broker's settings. */
  config: (name: BrokerConfigName) => string;
  /** Topics there are. */
  topics: ConsumerGroupOptions["topics"];
  /** How long a member of a group of the new protocol may go unheard. */
  sessionTimeoutMs: (groupId: string) => number;
  /** Told of failures that no client caused. */
  report: (error: unknown) => void;
}

/** Values of `group.consumer.migration.policy` that let a group with members change its protocol. */
const MAY_UPGRADE = ["upgrade", "bidirectional"];
const MAY_DOWNGRADE = ["downgrade", "bidirectional"];

/** Opens the groups. */
export function createCoordinator(
  { db, config, topics, sessionTimeoutMs, report }: CoordinatorOptions,
): Coordinator {
  const groups = new Map<string, Group>();
  const consumerGroups = new Map<string, ConsumerGroup>();
  const offsets = openOffsetStore(db);

  /** A group whose members wait goes on, also on a disk that is full: what comes next saves it. */
  function save(body: () => void): void {
    try {
      body();
    } catch (error) {
      report(error);
    }
  }

  function create(groupId: string, protocolType: string, former?: FormerGroup): Group {
    const group = createGroup({
      groupId,
      protocolType,
      former,
      initialRebalanceDelayMs: Number(config("group.initial.rebalance.delay.ms")),
      maxSize: Number(config("group.max.size")),
      onGeneration: (type) =>
        save(() => {
          const isSaved = offsets.protocolType(groupId) === type &&
            offsets.epoch(groupId) === undefined;
          if (!isSaved) offsets.saveGroup(groupId, type);
        }),
    });
    groups.set(groupId, group);
    return group;
  }

  function createConsumer(
    groupId: string,
    epoch: number,
    former?: readonly ConsumerMember[],
  ): ConsumerGroup {
    const group: ConsumerGroup = createConsumerGroup({
      groupId,
      epoch,
      former,
      topics,
      onClassicOnly: (change) => {
        const isAllowed = MAY_DOWNGRADE.includes(config("group.consumer.migration.policy")) &&
          group.members.length <= Number(config("group.max.size"));
        if (isAllowed) downgrade(group, change === "gone");
        return isAllowed;
      },
      maxSize: () => Number(config("group.consumer.max.size")),
      sessionTimeoutMs: () => sessionTimeoutMs(groupId),
      onEpoch: (epoch) => save(() => offsets.saveGroup(groupId, CONSUMER, epoch)),
    });
    consumerGroups.set(groupId, group);
    return group;
  }

  function upgrade(group: Group): ConsumerGroup {
    const { groupId, generation, members } = group;
    if (!MAY_UPGRADE.includes(config("group.consumer.migration.policy"))) {
      throw new ProtocolError(
        "GROUP_ID_NOT_FOUND",
        `Cannot upgrade classic group ${groupId} to consumer group because the online upgrade is ` +
          "disabled.",
      );
    }
    if (members.length >= Number(config("group.consumer.max.size"))) {
      throw new ProtocolError("GROUP_MAX_SIZE_REACHED", `Group '${groupId}' is full.`);
    }
    const former = toConsumerMembers(group, topics());
    // Those who wait for others are told to come again.
    group.close("REBALANCE_IN_PROGRESS");
    groups.delete(groupId);
    save(() => offsets.saveGroup(groupId, CONSUMER, generation));
    return createConsumer(groupId, generation, former);
  }

  function downgrade(group: ConsumerGroup, rebalances: boolean): void {
    const { groupId, epoch } = group;
    const members = toClassicMembers(group, topics());
    forget(group);
    save(() => offsets.saveGroup(groupId, CONSUMER));
    create(groupId, CONSUMER, { generation: epoch, members, rebalances });
  }

  function get(groupId: string): Group | undefined {
    const group = groups.get(groupId);
    if (group !== undefined || consumerGroup(groupId) !== undefined) return group;
    const protocolType = offsets.protocolType(groupId);
    return protocolType === undefined ? undefined : create(groupId, protocolType);
  }

  function consumerGroup(groupId: string): ConsumerGroup | undefined {
    const group = consumerGroups.get(groupId);
    if (group !== undefined || groups.has(groupId)) return group;
    const epoch = offsets.epoch(groupId);
    return epoch === undefined ? undefined : createConsumer(groupId, epoch);
  }

  function forget(group: Group | ConsumerGroup): void {
    group.close("COORDINATOR_NOT_AVAILABLE");
    groups.delete(group.groupId);
    consumerGroups.delete(group.groupId);
  }

  return {
    offsets,
    get,
    classic(groupId) {
      const consumers = consumerGroup(groupId);
      return consumers === undefined || consumers.members.length === 0
        ? get(groupId)
        : consumers.classic;
    },
    classicOrNew(groupId) {
      const consumers = consumerGroup(groupId);
      if (consumers === undefined) return get(groupId) ?? create(groupId, "");
      if (consumers.members.length > 0) return consumers.classic;
      forget(consumers);
      return create(groupId, CONSUMER);
    },
    consumerGroup,
    consumerGroupOrNew(groupId) {
      const known = consumerGroup(groupId);
      if (known !== undefined) return known;
      const classic = get(groupId);
      if (classic !== undefined && classic.members.length > 0) return upgrade(classic);
      if (classic !== undefined) forget(classic);
      return createConsumer(groupId, FIRST_EPOCH);
    },
    all() {
      for (const { groupId } of offsets.groups()) {
        if (get(groupId) === undefined) consumerGroup(groupId);
      }
      const listed = [
        ...[...groups.values()].map(({ groupId, protocolType, state }): ListedGroup => ({
          groupId,
          protocolType,
          state,
          type: "classic",
        })),
        ...[...consumerGroups.values()].map(({ groupId, state }): ListedGroup => ({
          groupId,
          protocolType: "consumer",
          state,
          type: "consumer",
        })),
      ];
      return listed.sort((a, b) => a.groupId < b.groupId ? -1 : 1);
    },
    delete(groupId) {
      const group = get(groupId) ?? consumerGroup(groupId);
      if (group === undefined) {
        throw new ProtocolError("GROUP_ID_NOT_FOUND", `There is no group '${groupId}'.`);
      }
      if (group.members.length > 0) {
        throw new ProtocolError("NON_EMPTY_GROUP", `Group '${groupId}' has members.`);
      }
      forget(group);
      offsets.deleteGroup(groupId);
    },
    sweep() {
      for (const group of groups.values()) if (group.idle) groups.delete(group.groupId);
      for (const group of consumerGroups.values()) if (group.state === "Empty") forget(group);
    },
    close() {
      for (const group of [...groups.values(), ...consumerGroups.values()]) {
        group.close("COORDINATOR_NOT_AVAILABLE");
      }
    },
  };
}
