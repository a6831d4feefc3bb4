/**
 * A partition's state at its beginning.
 * @module
 */
import type { Config } from "../config.ts";
import { PartitionWriter } from "./partition_writer.ts";
import type { Start } from "./positions.ts";
import type { ConsumeDefaults } from "./types.ts";

/**
 * Makes the state of a partition that is taken up.
 *
 * @param config Topic and prefix
 * @param options Format, and when an object is full
 * @param writer Name of the run
 * @param partition Number of the partition
 * @param start Where it is taken up
 * @returns The state
 */
export function newWriter(
  config: Config,
  options: Pick<ConsumeDefaults, "format" | "flushRecords" | "flushBytes" | "flushSeconds">,
  writer: string,
  partition: number,
  { offset, objectThere }: Start,
): PartitionWriter {
  const { format, flushRecords, flushBytes, flushSeconds } = options;
  return new PartitionWriter({
    prefix: config.s3.dataPrefix,
    topic: config.kafka.topic,
    partition,
    format,
    position: offset,
    objectThere,
    limits: { records: flushRecords, bytes: flushBytes, ageMs: flushSeconds * 1000 },
    writer,
  });
}
