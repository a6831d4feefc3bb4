/**
 * The requests of all partitions, a few at a time, and each partition's one after the other.
 * @module
 */
import { TickertapeError } from "../errors.ts";
import { createCompressor } from "./compressor.ts";
import { deadLetterBody, objectBody } from "./object_body.ts";
import type { ObjectStore, StoreOutcome } from "./object_store.ts";
import type { PartitionWriter } from "./partition_writer.ts";
import type { Action, Stop } from "./writer_types.ts";
import { pause } from "./pause.ts";
import { otherPlace } from "./positions.ts";
import { sinkRules } from "./rules.ts";
import type { ObjectFormat } from "./types.ts";

/** How uploads are done. */
export interface UploadOptions {
  store: ObjectStore;
  format: ObjectFormat;
  topic: string;
  /** Most requests at a time. */
  most: number;
  /** Milliseconds of rejections of one request after which it is given up. */
  patienceMs: number;
  /** Called after each outcome. */
  onSettled(): void;
  /** Called once where uploads cannot go on. */
  onFailure(error: unknown): void;
}

/** One partition's requests. */
interface Lane {
  writer: PartitionWriter;
  closed: boolean;
  busy: boolean;
  /** Tries of the request that is due. */
  tries: number;
  rejectedSince: number | undefined;
}

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 5_000;

/** The uploads of one run of the sink. */
export class Uploads {
  /** What the last request was rejected with, until one succeeds. */
  waitingFor: string | undefined;

  readonly #options: UploadOptions;
  readonly #lanes = new Map<PartitionWriter, Lane>();
  readonly #waiting: Lane[] = [];
  readonly #stopped = new AbortController();
  readonly #compressor = createCompressor();
  #running = 0;

  /**
   * @param options How uploads are done
   */
  constructor(options: UploadOptions) {
    this.#options = options;
  }

  /** Whether a request is under way. */
  get busy(): boolean {
    return this.#running > 0;
  }

  /**
   * Begins what is due of a partition, if anything is.
   *
   * @param writer The partition's state
   */
  pump(writer: PartitionWriter): void {
    let lane = this.#lanes.get(writer);
    if (lane === undefined) {
      lane = { writer, closed: false, busy: false, tries: 0, rejectedSince: undefined };
      this.#lanes.set(writer, lane);
    }
    if (lane.busy || this.#stopped.signal.aborted) return;
    lane.busy = true;
    this.#waiting.push(lane);
    this.#begin();
  }

  /**
   * Forgets a partition. A request of it that is under way may still be carried out, which does no
   * harm: whoever has the partition next finds the object.
   *
   * @param writer The partition's state
   */
  drop(writer: PartitionWriter): void {
    const lane = this.#lanes.get(writer);
    if (lane) lane.closed = true;
    this.#lanes.delete(writer);
  }

  /** Ends all requests. */
  stop(): void {
    this.#stopped.abort();
    this.#compressor.close();
  }

  #begin(): void {
    while (this.#running < this.#options.most && this.#waiting.length > 0) {
      const lane = this.#waiting.shift()!;
      const action = lane.closed ? undefined : lane.writer.next();
      if (action === undefined) {
        lane.busy = false;
        const { stopped } = lane.writer;
        if (stopped) this.#options.onFailure(cannotGoOn(this.#options.topic, stopped));
        continue;
      }
      this.#running++;
      this.#run(lane, action).catch((error) => {
        if (!lane.closed && !this.#stopped.signal.aborted) this.#options.onFailure(error);
      });
    }
  }

  async #run(lane: Lane, action: Action): Promise<void> {
    const { signal } = this.#stopped;
    let outcome: StoreOutcome;
    try {
      outcome = await this.#perform(action, signal);
    } finally {
      this.#running--;
      this.#begin();
    }
    if (lane.closed || signal.aborted) return;
    lane.writer.settle(outcome, performance.now());
    if (lane.writer.stopped) throw cannotGoOn(this.#options.topic, lane.writer.stopped);
    // An object that is there for a put and not for a look must not be asked for without a pause.
    const { type } = outcome;
    if (type === "rejected" || type === "missing") {
      await this.#wait(lane, outcome.why ?? "the object comes and goes", signal);
    } else if (type === "exists") this.waitingFor = undefined;
    else {
      lane.tries = 0;
      lane.rejectedSince = undefined;
      this.waitingFor = undefined;
    }
    lane.busy = false;
    if (lane.closed || signal.aborted) return;
    this.#options.onSettled();
    this.pump(lane.writer);
  }

  async #perform(action: Action, signal: AbortSignal): Promise<StoreOutcome> {
    const { store, format, topic } = this.#options;
    if (action.type === "head") return await store.head(action.key, signal);
    const body = action.type === "put"
      ? await objectBody(format, action.range, topic, this.#compressor)
      : await deadLetterBody(action.letters, topic, action.metadata.partition, this.#compressor);
    return await store.put(action.key, body, action.metadata, sinkRules.putCondition(), signal);
  }

  async #wait(lane: Lane, why: string, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    lane.rejectedSince ??= now;
    this.waitingFor = why;
    if (now - lane.rejectedSince > this.#options.patienceMs) {
      throw new TickertapeError({
        code: "S3_UNAVAILABLE",
        message: `${why} (tried for ${Math.round((now - lane.rejectedSince) / 1000)} s)`,
        remedy:
          "Nothing is lost: what is not stored is not committed. Run it again once S3 answers.",
        retriable: true,
      });
    }
    const ms = Math.min(FIRST_RETRY_MS * 2 ** lane.tries++, LONGEST_RETRY_MS);
    await pause(ms / 2 + Math.random() * ms / 2, signal);
  }
}

const whyStopped: Record<Stop["reason"], (at: string, key: string) => TickertapeError> = {
  "other topic": (at, key) =>
    new TickertapeError({
      code: "TOPIC_MADE_AGAIN",
      message:
        `Could not write ${at}: '${key}' holds another record of that offset, so the topic ` +
        "was deleted and made again",
      remedy: otherPlace,
    }),
  "other format": (at, key) =>
    new TickertapeError({
      code: "OBJECTS_OF_ANOTHER_FORMAT",
      message: `Could not write ${at}: '${key}' holds it in another format`,
      remedy: "Go on with the format that is there (--format), or write elsewhere: set " +
        "S3_DATA_PREFIX and KAFKA_GROUP_ID to other names.",
    }),
  "not the sink's": (at, key) =>
    new TickertapeError({
      code: "OBJECT_IN_THE_WAY",
      message: `Could not write ${at}: an object named '${key}' is there that is not this sink's`,
      remedy: "Move that object away, or set S3_DATA_PREFIX and KAFKA_GROUP_ID to other names.",
    }),
};

function cannotGoOn(topic: string, { reason, key, offset }: Stop): TickertapeError {
  return whyStopped[reason](`offset ${offset} of ${topic}`, key);
}
