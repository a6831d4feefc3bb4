/**
 * The requests of all partitions, a few at a time, and each partition's one after the other.
 * @module
 */
import { pause } from "../../pause.ts";
import type { PartitionWriter } from "../ranges/partition_writer.ts";
import { sinkRules } from "../ranges/rules.ts";
import type { Action } from "../ranges/writer_types.ts";
import { cannotGoOn, s3Unavailable } from "../run_errors.ts";
import type { ObjectFormat } from "../types.ts";
import { Compressor } from "./compressor.ts";
import { deadLetterBody, objectBody } from "./object_body.ts";
import type { ObjectStore, StoreOutcome } from "./object_store.ts";

/** How uploads are done. */
export interface UploadOptions {
  store: ObjectStore;
  format: ObjectFormat;
  topic: string;
  /** Most requests at a time. */
  most: number;
  /** Milliseconds of rejections of one request after which it is given up. */
  timeoutMs: number;
  /** Called after each outcome. */
  onSettled(): void;
  /** Called once where uploads cannot go on. */
  onFailure(error: unknown): void;
}

/** The requests of one partition, one after the other. */
interface Queue {
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
  readonly #queues = new Map<PartitionWriter, Queue>();
  readonly #waiting: Queue[] = [];
  readonly #stopped = new AbortController();
  readonly #compressor = new Compressor();
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
    let queue = this.#queues.get(writer);
    if (queue === undefined) {
      queue = { writer, closed: false, busy: false, tries: 0, rejectedSince: undefined };
      this.#queues.set(writer, queue);
    }
    if (queue.busy || this.#stopped.signal.aborted) return;
    queue.busy = true;
    this.#waiting.push(queue);
    this.#begin();
  }

  /**
   * Forgets a partition. A request of it that is under way may still be carried out, which does no
   * harm: whoever has the partition next finds the object.
   *
   * @param writer The partition's state
   */
  drop(writer: PartitionWriter): void {
    const queue = this.#queues.get(writer);
    if (queue) queue.closed = true;
    this.#queues.delete(writer);
  }

  /** Ends all requests. */
  stop(): void {
    this.#stopped.abort();
    this.#compressor.close();
  }

  #begin(): void {
    while (this.#running < this.#options.most && this.#waiting.length > 0) {
      const queue = this.#waiting.shift()!;
      const action = queue.closed ? undefined : queue.writer.next();
      if (action === undefined) {
        queue.busy = false;
        const { stopped } = queue.writer;
        if (stopped) this.#options.onFailure(cannotGoOn(this.#options.topic, stopped));
        continue;
      }
      this.#running++;
      this.#run(queue, action).catch((error) => {
        if (!queue.closed && !this.#stopped.signal.aborted) this.#options.onFailure(error);
      });
    }
  }

  async #run(queue: Queue, action: Action): Promise<void> {
    const { signal } = this.#stopped;
    let outcome: StoreOutcome;
    try {
      outcome = await this.#perform(action, signal);
    } finally {
      this.#running--;
      this.#begin();
    }
    if (queue.closed || signal.aborted) return;
    queue.writer.settle(outcome, performance.now());
    if (queue.writer.stopped) throw cannotGoOn(this.#options.topic, queue.writer.stopped);
    // S3 may say that an object exists, and then that it does not: without a wait that would spin.
    const { type } = outcome;
    if (type === "rejected" || type === "missing") {
      await this.#wait(queue, outcome.why ?? "the object comes and goes", signal);
    } else if (type === "exists") this.waitingFor = undefined;
    else {
      queue.tries = 0;
      queue.rejectedSince = undefined;
      this.waitingFor = undefined;
    }
    queue.busy = false;
    if (queue.closed || signal.aborted) return;
    this.#options.onSettled();
    this.pump(queue.writer);
  }

  async #perform(action: Action, signal: AbortSignal): Promise<StoreOutcome> {
    const { store, format, topic } = this.#options;
    if (action.type === "head") return await store.head(action.key, signal);
    const body = action.type === "put"
      ? await objectBody(format, action.range, topic, this.#compressor)
      : await deadLetterBody(action.letters, topic, action.metadata.partition, this.#compressor);
    return await store.put(action.key, body, action.metadata, sinkRules.putCondition(), signal);
  }

  async #wait(queue: Queue, why: string, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    queue.rejectedSince ??= now;
    this.waitingFor = why;
    if (now - queue.rejectedSince > this.#options.timeoutMs) {
      throw s3Unavailable(
        `${why} (tried for ${Math.round((now - queue.rejectedSince) / 1000)} s)`,
      );
    }
    const ms = Math.min(FIRST_RETRY_MS * 2 ** queue.tries++, LONGEST_RETRY_MS);
    await pause(ms / 2 + Math.random() * ms / 2, signal);
  }
}
