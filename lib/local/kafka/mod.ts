/**
 * The embedded Kafka broker: Kafka's protocol over loopback, Kafka's files on disk.
 * @module
 */
export { type KafkaOptions, type KafkaServer, startKafka } from "./server/server.ts";
