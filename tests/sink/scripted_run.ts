/**
 * A run of the sink that reads one partition of a broker that is made up.
 * @module
 */
import type { Admin } from "kafkajs";
import { loadConfig } from "../../lib/config.ts";
import type { Assignment, Membership } from "../../lib/sink/group/membership.ts";
import type { ObjectStore } from "../../lib/sink/objects/object_store.ts";
import { SinkRun } from "../../lib/sink/sink_run.ts";
import type { ConsumeOptions } from "../../lib/sink/types.ts";

/**
 * Starts a run that has partition 0, and is at its offset 0 of 9.
 *
 * @param options As `consume` takes them
 * @returns The run, and its assignment
 */
export async function startRun(
  options: ConsumeOptions,
): Promise<{ run: SinkRun; assignment: Assignment }> {
  const config = loadConfig({});
  const answers = {
    listTopics: () => Promise.resolve([config.kafka.topic]),
    fetchTopicMetadata: () => Promise.resolve({ topics: [{ partitions: [{}] }] }),
    fetchTopicOffsets: () => Promise.resolve([{ partition: 0, low: "0", high: "9" }]),
    fetchOffsets: () =>
      Promise.resolve([{
        partitions: [{
          partition: 0,
          offset: "0",
          metadata: "jsonl s3://kafka-stock-market/stock_market",
        }],
      }]),
  };
  const started = Promise.withResolvers<void>();
  const membership: Membership = {
    join: () => Promise.resolve(),
    start: () => started.resolve(),
    pause: () => {},
    commit: () => Promise.resolve(true),
    leave: () => Promise.resolve(),
  };
  const store = { close: () => {} } as ObjectStore;
  const run = new SinkRun(config, options, answers as unknown as Admin, store);
  run.join(membership, 1);
  const assignment = { partitions: [0], over: new AbortController().signal };
  run.assigned(assignment);
  await started.promise;
  return { run, assignment };
}
