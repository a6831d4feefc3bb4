/**
 * What Kafka takes for a topic's name.
 * @module
 */
import { UsageError } from "./errors.ts";

/** The rule, for errors. */
export const TOPIC_NAME_RULE =
  "A topic's name has 1 to 249 letters, digits, dots, underscores and hyphens.";

/**
 * Tells whether Kafka takes a name for a topic.
 *
 * @param name The name
 * @returns Whether it does
 * @see https://kafka.apache.org/documentation/#basic_ops_add_topic
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(["kafka-stock-market", "a/b", "..", ""].map(isTopicName), [true, false, false, false]);
 * ```
 */
export function isTopicName(name: string): boolean {
  return /^[\w.-]{1,249}$/.test(name) && name !== "." && name !== "..";
}

/**
 * Refuses a name that Kafka does not take for a topic.
 *
 * @param what Where the name stands, such as `KAFKA_TOPIC`
 * @param name The name
 * @returns The name
 * @throws {UsageError} Kafka does not take it
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(requireTopicName("KAFKA_TOPIC", "prices"), "prices");
 * ```
 */
export function requireTopicName(what: string, name: string): string {
  if (isTopicName(name)) return name;
  throw new UsageError(`${what} is '${name}', which is no topic's name`, TOPIC_NAME_RULE);
}
