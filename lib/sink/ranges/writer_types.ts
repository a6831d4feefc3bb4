/**
 * What goes in and out of a partition's state.
 * @module
 */
import type { Naming } from "../object_key.ts";
import type { RangeMetadata } from "../object_metadata.ts";
import type { PlacedDeadLetter, Range } from "./range.ts";
import type { RotationLimits, SinkRules } from "./rules.ts";

/** A request to S3 that is due. */
export type Action =
  /** Write the object of a range, if none is there. */
  | { type: "put"; key: string; range: Range; metadata: RangeMetadata }
  /** Read the metadata of an object that was there already. */
  | { type: "head"; key: string }
  /** Write the dead letters of a range whose records are stored, if they are not there. */
  | { type: "put dead letters"; key: string; letters: PlacedDeadLetter[]; metadata: RangeMetadata };

/** What became of a request. */
export type Outcome =
  | { type: "stored"; bytes: number }
  | { type: "exists" }
  | { type: "metadata"; metadata: RangeMetadata | undefined; bytes: number }
  | { type: "missing" }
  /** It was not done, or nobody knows; it may be tried again. */
  | { type: "rejected" };

/** Why a partition cannot go on. */
export interface Stop {
  reason: "other topic" | "other format" | "not the sink's";
  key: string;
  offset: bigint;
}

/** What this writer has stored so far. */
export interface Stored {
  firstOffset: bigint | undefined;
  nextOffset: bigint | undefined;
  records: number;
  deadLetters: number;
  objects: number;
  bytes: number;
}

/** What a writer is made with. */
export interface PartitionWriterOptions extends Naming {
  /** Where the first object starts: the group's committed offset. */
  position: bigint;
  limits: RotationLimits;
  /** Key of the object that is known to start at the position, where one does. */
  objectThere?: string;
  /** Name of this run, which objects carry. */
  writer: string;
  rules?: SinkRules;
}
