/**
 * What is known of the partitions of an assignment: committed offsets, ends, newest objects.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../../config.ts";
import { TickertapeError } from "../../errors.ts";
import { pause } from "../../pause.ts";
import { newestObjects } from "../objects/list_objects.ts";
import { isFatal } from "./fatal.ts";
import type { PartitionState } from "./positions.ts";

/**
 * Makes sure that the topic exists.
 *
 * @param config Names of the topic
 * @param admin The connected client
 * @throws {TickertapeError} It does not
 */
export async function requireTopic(config: Config, admin: Admin): Promise<void> {
  const { topic } = config.kafka;
  if (await partitionCount(config, admin) > 0) return;
  throw new TickertapeError({
    code: "KAFKA_NO_TOPIC",
    message: `Could not read the topic '${topic}': it does not exist`,
    remedy: "Send something to it first (deno task produce makes it), or set KAFKA_TOPIC.",
  });
}

/**
 * Counts the topic's partitions.
 *
 * @param config Names of the topic
 * @param admin The connected client
 * @returns How many there are: 0 where there is no such topic
 */
export async function partitionCount(config: Config, admin: Admin): Promise<number> {
  const { topic } = config.kafka;
  if (!(await admin.listTopics()).includes(topic)) return 0;
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  return topics[0]?.partitions.length ?? 0;
}

/**
 * Asks what is known of partitions.
 *
 * @param config Topic, group and bucket
 * @param admin The connected client
 * @param partitions The partitions
 * @returns Each partition's state
 */
export async function partitionStates(
  config: Config,
  admin: Admin,
  partitions: readonly number[],
): Promise<PartitionState[]> {
  const { topic, groupId } = config.kafka;
  const [group] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const places = partitions.map((partition) => {
    const found = group?.partitions.find((each) => each.partition === partition);
    const offset = BigInt(found?.offset ?? -1);
    return {
      partition,
      // -1 says that there is none; other clients commit -2 where they lose their place.
      committed: offset < 0n ? undefined : offset,
      metadata: found?.metadata ?? "",
    };
  });
  const areCommitted = places.every(({ committed }) => committed !== undefined);
  const newest = areCommitted ? undefined : await newestObjects(config);
  // Last of all, for the topic goes on growing: older ends may lie before what others stored since.
  const ends = await admin.fetchTopicOffsets(topic);
  return places.map((place) => {
    const end = ends.find(({ partition }) => partition === place.partition);
    return {
      ...place,
      lowOffset: BigInt(end?.low ?? 0),
      highOffset: BigInt(end?.high ?? 0),
      newestObject: newest?.get(place.partition),
    };
  });
}

/** Milliseconds between two tries. */
const RETRY_MS = 500;

/**
 * Asks what is known of partitions, until there is an answer.
 *
 * @param config Topic, group and bucket
 * @param admin The connected client
 * @param partitions The partitions
 * @param over Ends the asking
 * @returns Each partition's state; none where the asking was ended
 * @throws {TickertapeError} There will be no answer
 */
export async function awaitStates(
  config: Config,
  admin: Admin,
  partitions: readonly number[],
  over: AbortSignal,
): Promise<PartitionState[]> {
  while (!over.aborted) {
    try {
      return await partitionStates(config, admin, partitions);
    } catch (error) {
      if (isFatal(error)) throw error;
      await pause(RETRY_MS, over);
    }
  }
  return [];
}
