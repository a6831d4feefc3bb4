/**
 * The embedded Kafka broker: Kafka's protocol over loopback, Kafka's files on disk.
 * @module
 */
export { APIS } from "./api/table.ts";
export { type KafkaOptions, type KafkaServer, startKafka } from "./server/server.ts";
export { BROKER_CONFIGS } from "./config/broker_keys.ts";
export type { ConfigKey } from "./config/key.ts";
