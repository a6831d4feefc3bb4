/**
 * How members share the work: what the broker knows of their protocols.
 * @module
 */
import { createReader, MalformedError } from "../protocol/reader.ts";
import type { Member } from "./member.ts";

/** Whether all members have a protocol. */
export function inAll(members: readonly Member[], protocol: string): boolean {
  return members.every(({ protocols }) => protocols.some(({ name }) => name === protocol));
}

/**
 * Whether a consumer's words name a topic.
 *
 * Subscription => version int16 · [topic string] · …
 */
export function isSubscribed(metadata: Uint8Array, topic: string): boolean {
  try {
    const reader = createReader(metadata);
    reader.int16();
    for (let count = reader.int32(); count > 0; count--) {
      if (reader.string(reader.int16()) === topic) return true;
    }
    return false;
  } catch (error) {
    // Words of another kind of group say nothing of topics.
    if (error instanceof MalformedError) return false;
    throw error;
  }
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
