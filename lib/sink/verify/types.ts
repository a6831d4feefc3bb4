/**
 * What the verifier finds.
 * @module
 */
import type { RangeMetadata } from "../object_metadata.ts";

/** What is wrong with an object, or between two. */
export interface Problem {
  kind:
    | "gap"
    | "overlap"
    | "count"
    | "fingerprint"
    | "content"
    | "name"
    | "dead letters"
    | "committed";
  partition: number;
  /** The object it was found in, where it was in one. */
  key?: string;
  message: string;
}

/** What was found of one partition. */
export interface VerifiedPartition {
  partition: number;
  /** First offset that is stored. */
  firstOffset: bigint;
  /** One past the last offset that is stored without a gap before it. */
  nextOffset: bigint;
  records: number;
  deadLetters: number;
  objects: number;
  /** Records that were compared with the topic's own, byte by byte. */
  compared: number;
  /** Offsets that the topic has before the first that is stored: a group may begin at its end. */
  before: number;
  /** Records of the topic that are not stored yet. */
  pending: number;
}

/** What the verifier found. */
export interface VerifyReport {
  /** Whether everything was looked at, and there is no problem. */
  ok: boolean;
  /** Whether everything was looked at: not where the signal ended it. */
  complete: boolean;
  objects: number;
  records: number;
  deadLetters: number;
  /** Records that were compared with the topic's own, byte by byte. */
  compared: number;
  partitions: VerifiedPartition[];
  problems: Problem[];
}

/** The objects of one partition. */
export interface Chain {
  /** Objects that ranges are chained by. */
  ranges: ReadObject[];
  /** All objects, with dead letters that lie beside records. */
  objects: ReadObject[];
}

/** An object as it was read, trusting only its bytes. */
export interface ReadObject {
  key: string;
  metadata: RangeMetadata;
  /** Offsets it holds, the first and the last; `undefined` where it holds none. */
  offsets: { first: bigint; last: bigint } | undefined;
  /** How many records it holds. */
  count: number;
  /** SHA-256 of its records in their order, as the topic's records give it too. */
  digest: string;
}
