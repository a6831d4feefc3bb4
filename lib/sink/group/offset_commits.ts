/**
 * Commits of offsets: where the group begins, and where what is stored ends.
 * @module
 */
import type { Config } from "../../config.ts";
import { TickertapeError } from "../../errors.ts";
import { kafkaError } from "../../kafka_client/errors.ts";
import { pause } from "../../pause.ts";
import type { PartitionWriter } from "../ranges/partition_writer.ts";
import type { ObjectFormat } from "../types.ts";
import { isFatal } from "./fatal.ts";
import type { Assignment, Membership } from "./membership.ts";
import { commitMetadata, type Start } from "./positions.ts";

/** Milliseconds between two tries to commit where partitions begin. */
const RETRY_MS = 500;
/** Milliseconds of commits that are refused after which it is given up: a coordinator moves sooner. */
const REFUSED_MS = 60_000;

/** The commits of one run. */
export class OffsetCommits {
  /** When offsets were committed last, or tried to be, as `performance.now()` tells it. */
  lastAt = 0;
  /** What the last commit failed with, until one succeeds. */
  waitingFor: string | undefined;

  readonly #config: Config;
  readonly #format: ObjectFormat;
  readonly #membership: Membership;
  /** Where the group began to read each partition, where that is known. */
  readonly #began = new Map<number, bigint | undefined>();
  #underWay = false;
  /** When the first of the commits was refused that have been since the last success. */
  #refusedSince: number | undefined;

  /**
   * @param config Bucket and prefix, which each commit names
   * @param format How records are written
   * @param membership The membership that commits
   */
  constructor(config: Config, format: ObjectFormat, membership: Membership) {
    this.#config = config;
    this.#format = format;
    this.#membership = membership;
  }

  /**
   * Commits where partitions begin, where that has to be done before their first record.
   *
   * @param assignment The assignment they belong to; once it is over, nothing more is tried
   * @param starts Where each partition begins
   * @throws The commit fails for good
   */
  async commitStarts(assignment: Assignment, starts: ReadonlyMap<number, Start>): Promise<void> {
    const offsets = new Map<number, bigint>();
    for (const [partition, { offset, commit, began }] of starts) {
      this.#began.set(partition, began);
      if (commit) offsets.set(partition, offset);
    }
    while (offsets.size > 0 && !await this.#commit(assignment, offsets)) {
      if (assignment.over.aborted) return;
      await pause(RETRY_MS, assignment.over);
    }
  }

  /**
   * Commits where what is stored ends, for each partition that has stored something since.
   *
   * @param assignment The assignment they belong to
   * @param writers The partitions' states; each is told what was committed
   * @throws The commit fails for good
   */
  async commitStored(
    assignment: Assignment,
    writers: ReadonlyMap<number, PartitionWriter>,
  ): Promise<void> {
    if (this.#underWay || assignment.over.aborted) return;
    const offsets = new Map<number, bigint>();
    for (const [partition, { commitDue }] of writers) {
      if (commitDue !== undefined) offsets.set(partition, commitDue);
    }
    if (offsets.size === 0) return;
    this.#underWay = true;
    this.lastAt = performance.now();
    try {
      if (!await this.#commit(assignment, offsets)) return;
      for (const [partition, offset] of offsets) writers.get(partition)?.committed(offset);
    } finally {
      this.#underWay = false;
    }
  }

  async #commit(assignment: Assignment, offsets: ReadonlyMap<number, bigint>): Promise<boolean> {
    const metadata = (partition: number) =>
      commitMetadata(this.#config, this.#format, this.#began.get(partition));
    try {
      const committed = await this.#membership.commit(assignment, offsets, metadata);
      this.waitingFor = undefined;
      this.#refusedSince = undefined;
      return committed;
    } catch (error) {
      // What passes is tried again; without any answer the run ends.
      const known = kafkaError(error, this.#config.kafka);
      if (isFatal(error) || !(known instanceof TickertapeError)) throw known;
      if (known.code !== "KAFKA_UNREACHABLE") this.#refusedSince ??= performance.now();
      if (performance.now() - (this.#refusedSince ?? Infinity) > REFUSED_MS) throw known;
      this.waitingFor = known.message;
      return false;
    }
  }
}
