/**
 * Where a partition is read from.
 * @module
 */
import type { Config } from "../../config.ts";
import { TickertapeError } from "../../errors.ts";
import { OTHER_PLACE } from "../run_errors.ts";
import type { ObjectFormat } from "../types.ts";

/** What is known of a partition before its first record is read. */
export interface PartitionState {
  partition: number;
  /** The group's committed offset; none is `undefined`. */
  committed: bigint | undefined;
  /** What was committed with it. */
  metadata: string;
  /** Oldest offset that the topic still has. */
  lowOffset: bigint;
  /** One past the newest. */
  highOffset: bigint;
  /** The newest object in the bucket, where the group has committed nothing. */
  newestObject: { key: string; firstOffset: bigint } | undefined;
}

/** Where a partition is read from. */
export interface Start {
  offset: bigint;
  /** Whether the offset has to be committed before the first record. */
  commit: boolean;
  /** Where the group began to read the partition, where that is known. */
  began: bigint | undefined;
  /** Key of the object that is known to start there. */
  objectThere?: string;
}

/** How a start is decided. */
export interface StartOptions {
  from: "earliest" | "latest";
  format: ObjectFormat;
  /** Whether to go on where the topic has dropped records that are not stored. */
  skipLost: boolean;
}

/**
 * Tells what a group commits with its offsets: where it writes, and how. A group writes to one
 * place, for its offsets are the edges of the objects there.
 *
 * @param config Bucket and prefix
 * @param format How records are written
 * @returns Text to commit as metadata
 */
export function destination(config: Config, format: ObjectFormat): string {
  const { dataBucket, dataPrefix } = config.s3;
  return `${format} s3://${[dataBucket, dataPrefix].filter((part) => part !== "").join("/")}`;
}

/**
 * Gives what a group commits with an offset.
 *
 * @param config Bucket and prefix
 * @param format How records are written
 * @param began Where the group began to read the partition, as far as is known: what it has
 * committed since is stored
 * @returns Text to commit as metadata
 */
export function commitMetadata(
  config: Config,
  format: ObjectFormat,
  began: bigint | undefined,
): string {
  return destination(config, format) + (began === undefined ? "" : ` from ${began}`);
}

const METADATA = /^((?:jsonl|json|parquet) (s3:.*?))(?: from (\d+))?$/;

/**
 * Reads what a group has committed with an offset.
 *
 * @param metadata Text that was committed as metadata
 * @returns Where the group writes, or `undefined` where it is none of a sink
 */
export function parseCommitMetadata(
  metadata: string,
): { destination: string; place: string; began: bigint | undefined } | undefined {
  const [, destination, place, began] = METADATA.exec(metadata) ?? [];
  if (destination === undefined || place === undefined) return undefined;
  return { destination, place, began: began === undefined ? undefined : BigInt(began) };
}

/**
 * Decides where partitions are read from.
 *
 * @param config Settings, for the words of errors
 * @param states What is known of them
 * @param options How to decide
 * @param known Partitions the topic had when the run began: later ones are read from their first
 * @returns Where each is read from
 * @throws {TickertapeError} As {@linkcode startPosition}
 */
export function startPositions(
  config: Config,
  states: readonly PartitionState[],
  options: StartOptions,
  known: number,
): Map<number, Start> {
  return new Map(states.map((state) => {
    const from = state.partition < known ? options.from : "earliest";
    return [state.partition, startPosition(config, state, { ...options, from })];
  }));
}

/**
 * Decides where a partition is read from: always at the edge of an object.
 *
 * @param config Settings, for the words of errors
 * @param state What is known of the partition
 * @param options How to decide
 * @returns The offset to read from, and what is to be done first
 * @throws {TickertapeError} The offset is no edge of an object, or the topic does not reach it
 */
export function startPosition(
  config: Config,
  state: PartitionState,
  options: StartOptions,
): Start {
  const { committed, lowOffset, highOffset, newestObject } = state;
  if (committed !== undefined) requireOwnGroup(config, state, options);
  // Without a committed offset the newest object is begun again: it is found to be there, its
  // fingerprint shows whether it is of this topic's life, and the chain goes on at its end.
  const offset = committed ?? newestObject?.firstOffset;
  if (offset === undefined) {
    const begin = options.from === "latest" ? highOffset : lowOffset;
    return { offset: begin, commit: true, began: begin };
  }
  const began = committed === undefined ? offset : parseCommitMetadata(state.metadata)?.began;
  // A topic that has an object has a record at or past where it begins.
  const least = committed ?? offset + 1n;
  if (least > highOffset) throw madeAgain(config, state, offset);
  if (offset < lowOffset) {
    if (!options.skipLost || committed === undefined) throw gone(config, state, offset);
    return { offset: lowOffset, commit: true, began };
  }
  // It is not committed before: until the object is known to be of this topic, every start looks.
  const objectThere = committed === undefined ? newestObject?.key : undefined;
  return { offset, commit: false, began, ...(objectThere ? { objectThere } : {}) };
}

function requireOwnGroup(config: Config, state: PartitionState, options: StartOptions): void {
  const own = destination(config, options.format);
  const found = parseCommitMetadata(state.metadata);
  if (found?.destination === own) return;
  const { groupId, topic } = config.kafka;
  const remedy = `Set KAFKA_GROUP_ID to a group for this destination: another name will do.`;
  if (found) {
    throw new TickertapeError({
      code: "GROUP_WRITES_ELSEWHERE",
      message: `Could not write ${own} with the group '${groupId}': it writes ${found.destination}`,
      remedy: `${remedy}\nOr go on with the bucket, prefix and format the group has.`,
    });
  }
  throw new TickertapeError({
    code: "GROUP_NOT_A_SINK",
    message: `Could not go on with the group '${groupId}' at offset ${state.committed} of ` +
      `${topic}/${state.partition}: the sink did not commit it, so no object may end there`,
    remedy,
  });
}

function madeAgain(config: Config, state: PartitionState, offset: bigint): TickertapeError {
  const { topic } = config.kafka;
  return new TickertapeError({
    code: "TOPIC_MADE_AGAIN",
    message: `Could not go on at offset ${offset} of ${topic}/${state.partition}: the topic ends ` +
      `at ${state.highOffset}, so it was deleted and made again`,
    remedy: OTHER_PLACE,
  });
}

function gone(config: Config, state: PartitionState, offset: bigint): TickertapeError {
  const { topic } = config.kafka;
  return new TickertapeError({
    code: "RECORDS_GONE",
    message:
      `Could not go on at offset ${offset} of ${topic}/${state.partition}: the topic begins ` +
      `at ${state.lowOffset}; what was before is gone by its retention, or it was made again`,
    remedy: state.committed === undefined
      ? OTHER_PLACE
      : "Go on without those records: deno task consume --skip-lost\nAnd raise the topic's " +
        "retention.ms above the longest time the sink may be away.",
  });
}
