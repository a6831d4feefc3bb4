/**
 * All consumer groups: who works together, and how far they have come.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { BrokerConfigName } from "../config/broker_keys.ts";
import { ProtocolError } from "../protocol/errors.ts";
import { createGroup } from "./group.ts";
import type { Group } from "./types.ts";
import { type OffsetStore, openOffsetStore } from "./offsets.ts";

/** The consumer groups. */
export interface Coordinator {
  readonly offsets: OffsetStore;
  /** A group that has members, or is known by its offsets. */
  get(groupId: string): Group | undefined;
  /** The same, made where it is missing. */
  getOrCreate(groupId: string): Group;
  /** In the order of their ids. */
  all(): Group[];
  /** @throws {ProtocolError} The group is not known, or has members */
  delete(groupId: string): void;
  /** Forgets groups nobody is in; those with committed offsets are found again when asked for. */
  sweep(): void;
  close(): void;
}

/**
 * Opens the groups.
 *
 * @param db Database with the broker's tables
 * @param config The broker's settings
 * @param report Told of failures that no client caused
 */
export function createCoordinator(
  db: DatabaseSync,
  config: (name: BrokerConfigName) => string,
  report: (error: unknown) => void,
): Coordinator {
  const groups = new Map<string, Group>();
  const offsets = openOffsetStore(db);

  function create(groupId: string, protocolType: string): Group {
    const group = createGroup({
      groupId,
      protocolType,
      initialRebalanceDelayMs: Number(config("group.initial.rebalance.delay.ms")),
      maxSize: Number(config("group.max.size")),
      onGeneration: (type) => {
        // A group whose members wait goes on, also on a disk that is full: the next generation, or
        // commit, saves it.
        try {
          if (offsets.protocolType(groupId) !== type) offsets.saveGroup(groupId, type);
        } catch (error) {
          report(error);
        }
      },
    });
    groups.set(groupId, group);
    return group;
  }

  function get(groupId: string): Group | undefined {
    const group = groups.get(groupId);
    if (group !== undefined) return group;
    const protocolType = offsets.protocolType(groupId);
    return protocolType === undefined ? undefined : create(groupId, protocolType);
  }

  return {
    offsets,
    get,
    getOrCreate: (groupId) => get(groupId) ?? create(groupId, ""),
    all() {
      for (const { groupId, protocolType } of offsets.groups()) {
        if (!groups.has(groupId)) create(groupId, protocolType);
      }
      return [...groups.values()].sort((a, b) => a.groupId < b.groupId ? -1 : 1);
    },
    delete(groupId) {
      const group = get(groupId);
      if (group === undefined) {
        throw new ProtocolError("GROUP_ID_NOT_FOUND", `There is no group '${groupId}'.`);
      }
      if (group.members.length > 0) {
        throw new ProtocolError("NON_EMPTY_GROUP", `Group '${groupId}' has members.`);
      }
      group.close();
      groups.delete(groupId);
      offsets.deleteGroup(groupId);
    },
    sweep() {
      for (const group of groups.values()) if (group.idle) groups.delete(group.groupId);
    },
    close() {
      for (const group of groups.values()) group.close();
    },
  };
}
