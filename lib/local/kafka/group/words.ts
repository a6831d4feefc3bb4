/**
 * The words of consumers in the classic group protocol, which the broker relays and, where a group
 * has members of both protocols, understands.
 * @module
 */
import { Buffer } from "node:buffer";
import { createReader, MalformedError, type Reader } from "../protocol/reader.ts";
import { createWriter } from "../protocol/writer.ts";

/** Partitions, by the name of their topic. */
export type Share = ReadonlyMap<string, readonly number[]>;

/** What a member says of itself when it joins. */
export interface Subscription {
  version: number;
  topics: string[];
  /** What it has, as far as it says so. */
  owned: Share;
  rackId: string | null;
}

const NO_SHARE: Share = new Map();

/** Newest version of the words for a share. */
const MAX_VERSION = 3;

/**
 * Understands a subscription.
 *
 * Subscription => version int16 · [topic string] · user_data bytes · [topic string · [partition int32]] (1+) ·
 *     generation int32 (2+) · rack string (3+)
 *
 * @throws {MalformedError} It is none
 */
export function subscriptionOf(words: Uint8Array): Subscription {
  const reader = createReader(words);
  const version = reader.int16();
  const topics = list(reader, () => reader.string(reader.int16()));
  skipBytes(reader);
  const owned = version >= 1 ? share(reader) : NO_SHARE;
  if (version >= 2) reader.int32();
  const rack = version >= 3 ? reader.int16() : -1;
  return { version, topics, owned, rackId: rack < 0 ? null : reader.string(rack) };
}

/**
 * Whether a member's words name a topic; words of another kind of group say nothing of topics.
 *
 * @param words Its subscription, or anything else
 */
export function isSubscribed(words: Uint8Array, topic: string): boolean {
  try {
    return subscriptionOf(words).topics.includes(topic);
  } catch (error) {
    if (error instanceof MalformedError) return false;
    throw error;
  }
}

/**
 * Understands what a leader gave to a member.
 *
 * Assignment => version int16 · [topic string · [partition int32]] · user_data bytes
 *
 * @returns The share, and whether there is more that only the members' assignor understands
 * @throws {MalformedError} It is no assignment
 */
export function assignmentOf(words: Uint8Array): { share: Share; hasUserData: boolean } {
  if (words.length === 0) return { share: NO_SHARE, hasUserData: false };
  const reader = createReader(words);
  reader.int16();
  return { share: share(reader), hasUserData: skipBytes(reader) > 0 };
}

/**
 * Tells a member its share.
 *
 * @param version Version of its subscription
 */
export function assignmentWords(share: Share, version: number): Uint8Array {
  const writer = createWriter();
  const string = (value: string) => writer.string(value, (w, size) => w.int16(size));
  writer.int16(Math.min(version, MAX_VERSION));
  writer.int32(share.size);
  for (const [topic, partitions] of share) {
    string(topic);
    writer.int32(partitions.length);
    for (const partition of partitions) writer.int32(partition);
  }
  writer.int32(-1);
  return Buffer.concat(writer.finish());
}

function share(reader: Reader): Share {
  return new Map(
    list(reader, () => [reader.string(reader.int16()), list(reader, () => reader.int32())]),
  );
}

function list<T>(reader: Reader, item: () => T): T[] {
  const count = Math.max(0, reader.int32());
  reader.expectElements(count);
  return Array.from({ length: count }, item);
}

function skipBytes(reader: Reader): number {
  const size = Math.max(0, reader.int32());
  reader.skip(size);
  return size;
}
