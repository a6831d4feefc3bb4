/**
 * What an object says of itself in its metadata: which offsets it holds.
 * @module
 */
import { createHash } from "node:crypto";
import type { ObjectKind } from "./object_key.ts";

/** The range an object stands for, as its metadata says. */
export interface RangeMetadata {
  topic: string;
  partition: number;
  /** Records; dead letters alone; or the dead letters of a range whose records are elsewhere. */
  kind: ObjectKind | "letters";
  firstOffset: bigint;
  /** One past the last offset. */
  nextOffset: bigint;
  /** Records in the object. */
  records: number;
  /** Records of the range that are dead letters. */
  deadLetters: number;
  /** Fingerprint of the range's first record. */
  fingerprint: string;
  /** Which run of a sink wrote it. */
  writer: string;
}

/**
 * Gives the metadata to write with an object.
 *
 * @param range What the object holds
 * @returns Names and values of `x-amz-meta-*`
 */
export function toMetadata(range: RangeMetadata): Record<string, string> {
  return {
    "topic": range.topic,
    "partition": String(range.partition),
    "kind": range.kind,
    "first-offset": String(range.firstOffset),
    "next-offset": String(range.nextOffset),
    "records": String(range.records),
    "dead-letters": String(range.deadLetters),
    "fingerprint": range.fingerprint,
    "writer": range.writer,
  };
}

/**
 * Reads an object's metadata.
 *
 * @param metadata Names and values of `x-amz-meta-*`
 * @returns What the object holds, or `undefined` where no sink wrote it
 */
export function fromMetadata(metadata: Record<string, string>): RangeMetadata | undefined {
  const number = (name: string) => /^\d+$/.test(metadata[name] ?? "") ? metadata[name] : undefined;
  const { topic, kind, fingerprint } = metadata;
  const partition = number("partition");
  const first = number("first-offset");
  const next = number("next-offset");
  const records = number("records");
  if (
    topic === undefined || fingerprint === undefined || partition === undefined ||
    first === undefined || next === undefined || records === undefined ||
    (kind !== "data" && kind !== "dead" && kind !== "letters")
  ) return undefined;
  return {
    topic,
    partition: Number(partition),
    kind,
    firstOffset: BigInt(first),
    nextOffset: BigInt(next),
    records: Number(records),
    deadLetters: Number(number("dead-letters") ?? 0),
    fingerprint,
    writer: metadata["writer"] ?? "",
  };
}

/**
 * Tells one record from another: the same offset of a topic that was deleted and made again holds
 * something else.
 *
 * @param partition The record's partition
 * @param offset The record's offset
 * @param timestamp The record's Kafka timestamp, in epoch milliseconds
 * @param content The line that is written of it, or what came in the place of one
 * @returns 32 hexadecimal digits
 */
export function fingerprintOf(
  partition: number,
  offset: bigint,
  timestamp: number | bigint,
  content: Uint8Array,
): string {
  return createHash("sha256").update(`${partition}+${offset}+${timestamp}\n`).update(content)
    .digest("hex").slice(0, 32);
}
