/**
 * A partition that the group has given to this sink: how far it is read, and the way of its records
 * to its writer.
 * @module
 */
import type { Config } from "../config.ts";
import type { RecordBatch } from "../kafka_client/record_batch.ts";
import { RecordCursor } from "../kafka_client/record_cursor.ts";
import type { Fetched } from "./group/membership.ts";
import type { PartitionState, Start } from "./group/positions.ts";
import { PartitionWriter } from "./ranges/partition_writer.ts";
import { BatchEncoder, offsetAt } from "./rows/encode_batch.ts";
import type { ConsumeDefaults } from "./types.ts";

/** What became of records that came. */
export interface Taken {
  records: number;
  /** Offset up to which there is nothing left to take. */
  lastOffset: bigint;
}

/** A partition while it is this sink's. */
export class AssignedPartition {
  readonly writer: PartitionWriter;
  /** The offset that is fetched next. */
  fetchOffset: bigint;
  readonly #encoder: BatchEncoder;
  #highOffset: bigint;

  /**
   * @param config Topic and prefix
   * @param options Format, and when an object is full
   * @param run Name of the run
   * @param state What is known of the partition
   * @param start Where it is read from
   */
  constructor(
    config: Config,
    options: Pick<ConsumeDefaults, "format" | "flushRecords" | "flushBytes" | "flushSeconds">,
    run: string,
    { partition, highOffset }: Pick<PartitionState, "partition" | "highOffset">,
    { offset, objectThere }: Start,
  ) {
    const { format, flushRecords, flushBytes, flushSeconds } = options;
    this.writer = new PartitionWriter({
      prefix: config.s3.dataPrefix,
      topic: config.kafka.topic,
      partition,
      format,
      position: offset,
      objectThere,
      limits: { records: flushRecords, bytes: flushBytes, ageMs: flushSeconds * 1000 },
      writer: run,
    });
    this.#encoder = new BatchEncoder(partition, format);
    this.fetchOffset = offset;
    this.#highOffset = highOffset;
  }

  /** Records of the partition that are not stored, as far as is known. */
  get lag(): number {
    return Number(this.#highOffset - this.writer.storedTo);
  }

  /**
   * Hands records to the writer, without those that it has had: the client gives them once more
   * where a heartbeat after them has failed.
   *
   * @param fetched What came
   * @param batches Its batches, no longer compressed
   * @param most How many records to take at most
   * @returns What was taken
   * @throws {TickertapeError} The batches cannot be read; none of their records is taken
   */
  take(fetched: Fetched, batches: readonly RecordBatch[], most: number): Taken {
    const encoded = this.#encoder.encode(new RecordCursor(batches, this.fetchOffset), most);
    this.writer.add(encoded, performance.now());
    const records = encoded.offsets.length;
    const lastOffset = records === most ? offsetAt(encoded, records - 1) : fetched.lastOffset;
    if (lastOffset >= this.fetchOffset) this.fetchOffset = lastOffset + 1n;
    this.#highOffset = fetched.highOffset;
    return { records, lastOffset };
  }
}
