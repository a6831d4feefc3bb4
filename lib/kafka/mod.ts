/**
 * Kafka: the client made from the configuration, topics, the producer, and following a topic.
 * @module
 */
export { type ClientOptions, createKafka } from "../kafka_client/client.ts";
export { describeTopic, describeTopics, type PartitionInfo } from "./describe.ts";
export { kafkaError } from "../kafka_client/errors.ts";
export {
  produce,
  type ProduceOptions,
  type ProduceProgress,
  type ProduceSummary,
} from "./produce.ts";
export type { ProducedRange } from "./sender.ts";
export { tail, type TailOptions, type TailRecord } from "./tail.ts";
export {
  DEFAULT_PARTITIONS,
  deleteTopic,
  ensureTopic,
  listTopics,
  type TopicInfo,
} from "./topics.ts";
