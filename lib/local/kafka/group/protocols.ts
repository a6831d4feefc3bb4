/**
 * How members share the work: what the broker knows of their protocols.
 * @module
 */
import type { Member } from "./member.ts";

/** Whether all members have a protocol. */
export function inAll(members: readonly Member[], protocol: string): boolean {
  return members.every(({ protocols }) => protocols.some(({ name }) => name === protocol));
}

/** The protocol that most members put first among those that all of them have. */
export function chooseProtocol(members: readonly Member[]): string {
  const votes = new Map<string, number>();
  for (const member of members) {
    const choice = member.protocols.find(({ name }) => inAll(members, name))!.name;
    votes.set(choice, (votes.get(choice) ?? 0) + 1);
  }
  return [...votes].reduce((best, vote) => vote[1] > best[1] ? vote : best)[0];
}
