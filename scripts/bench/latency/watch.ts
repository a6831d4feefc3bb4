/**
 * When records are seen: first in S3, then in a query's answer.
 * @module
 */
import { GetObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { query } from "../../../lib/athena/mod.ts";
import { s3ClientOptions } from "../../../lib/aws.ts";
import type { Config } from "../../../lib/config.ts";
import { timed } from "../findings.ts";

/** A record, and when it was where; times are epoch milliseconds. */
export interface SeenRecord {
  partition: number;
  offset: number;
  sentAt: number;
  /** When the object with it was first listed. */
  storedAt: number;
}

/** A query's answer: how far each partition could be read. */
export interface Answer {
  at: number;
  /** Seconds that the query took. */
  seconds: number;
  /** Last offset of each partition. */
  last: ReadonlyMap<number, number>;
}

/**
 * Looks again and again until it is told to stop.
 *
 * @param pauseMs Milliseconds between two looks
 * @param look What to do each time
 * @returns Stops it, and waits until it has; it throws what a look threw
 */
export function repeat(pauseMs: number, look: () => Promise<void>): () => Promise<void> {
  let running = true;
  const done = (async () => {
    while (running) {
      await look();
      await sleep(pauseMs);
    }
  })();
  // A look that failed is told when it is stopped, and not before.
  const ended = Promise.allSettled([done]);
  return async () => {
    running = false;
    await ended;
    await done;
  };
}

/** Sees objects appear below the data prefix. */
export class ObjectWatch {
  readonly #s3: S3Client;
  readonly #config: Config;
  readonly #seen = new Map<string, number>();

  /** @param config Where the objects are */
  constructor(config: Config) {
    this.#config = config;
    this.#s3 = new S3Client(s3ClientOptions(config));
  }

  /** Lists the objects; those that were not there the last time have appeared now. */
  async look(): Promise<void> {
    const { dataBucket: Bucket, dataPrefix } = this.#config.s3;
    const now = Date.now();
    const list = { Bucket, Prefix: `${dataPrefix}/` };
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#s3 }, list)) {
      for (const { Key = "" } of Contents) if (!this.#seen.has(Key)) this.#seen.set(Key, now);
    }
  }

  /**
   * Reads the objects.
   *
   * @returns Their records, each with the time its object appeared
   */
  async records(): Promise<SeenRecord[]> {
    const records: SeenRecord[] = [];
    for (const [Key, storedAt] of this.#seen) {
      const get = new GetObjectCommand({ Bucket: this.#config.s3.dataBucket, Key });
      const bytes = await (await this.#s3.send(get)).Body!.transformToByteArray();
      for (const line of gunzipSync(bytes).toString().trimEnd().split("\n")) {
        const { kafka_partition, kafka_offset, kafka_timestamp } = JSON.parse(line);
        records.push({
          partition: kafka_partition,
          offset: kafka_offset,
          sentAt: kafka_timestamp,
          storedAt,
        });
      }
    }
    return records;
  }

  close(): void {
    this.#s3.destroy();
  }
}

/**
 * Asks Athena how far each partition can be read.
 *
 * @param config The stack's settings
 * @param table Table of the records
 * @param signal Ends it
 * @returns Its answer
 */
export async function ask(config: Config, table: string, signal: AbortSignal): Promise<Answer> {
  const sql = `SELECT kafka_partition, max(kafka_offset) AS last FROM ${table} GROUP BY 1`;
  const { value, seconds } = await timed(() => query(config, sql, { signal }));
  const last = value.rows.map((row) => [Number(row.kafka_partition), Number(row.last)] as const);
  return { at: Date.now(), seconds, last: new Map(last) };
}

/**
 * Tells when a record could be queried.
 *
 * @param record The record
 * @param answers Answers in the order they came
 * @returns Epoch milliseconds of the first answer that knew the record; `NaN` where none did
 */
export function queryableAt(
  { partition, offset }: Pick<SeenRecord, "partition" | "offset">,
  answers: readonly Answer[],
): number {
  return answers.find(({ last }) => (last.get(partition) ?? -1) >= offset)?.at ?? NaN;
}
