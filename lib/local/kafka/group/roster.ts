/**
 * Who is in a group: its members, and the instances that static ones stand for (KIP-345).
 * @module
 */
import type { ErrorName } from "../protocol/errors.ts";
import type { Member } from "./member.ts";

/** The members of a group. */
export interface Roster {
  readonly size: number;
  all(): Member[];
  get(memberId: string): Member | undefined;
  /** The member that stands for an instance. */
  ofInstance(groupInstanceId: string): Member | undefined;
  add(member: Member): void;
  remove(member: Member): void;
  /** Why someone may not speak as a member, or `undefined`. */
  faultOf(memberId: string, groupInstanceId: string | null): ErrorName | undefined;
  clear(): void;
}

/** Starts without members. */
export function createRoster(): Roster {
  const members = new Map<string, Member>();
  const instances = new Map<string, string>();
  return {
    get size() {
      return members.size;
    },
    all: () => [...members.values()],
    get: (memberId) => members.get(memberId),
    ofInstance: (groupInstanceId) => members.get(instances.get(groupInstanceId) ?? ""),
    add(member) {
      members.set(member.memberId, member);
      if (member.groupInstanceId !== null) instances.set(member.groupInstanceId, member.memberId);
    },
    remove(member) {
      members.delete(member.memberId);
      const { groupInstanceId } = member;
      if (groupInstanceId !== null && instances.get(groupInstanceId) === member.memberId) {
        instances.delete(groupInstanceId);
      }
    },
    faultOf(memberId, groupInstanceId) {
      if (groupInstanceId !== null) {
        const current = instances.get(groupInstanceId);
        if (current === undefined) return "UNKNOWN_MEMBER_ID";
        if (current !== memberId) return "FENCED_INSTANCE_ID";
      }
      return members.has(memberId) ? undefined : "UNKNOWN_MEMBER_ID";
    },
    clear() {
      members.clear();
      instances.clear();
    },
  };
}
