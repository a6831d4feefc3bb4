/**
 * The sink: Kafka records in S3, each exactly once.
 * @module
 */
export { consume } from "./consume.ts";
export * from "./types.ts";
