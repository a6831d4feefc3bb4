/**
 * Tickertape: stock market records from a CSV through Kafka, S3 and Glue to Athena.
 *
 * What notebooks and tasks import; each stage has its own folder.
 * @module
 */
export * from "./athena/mod.ts";
export * from "./catalog/mod.ts";
export { type Config, loadConfig } from "./config.ts";
export { TickertapeError, UsageError } from "./errors.ts";
export * from "./kafka/mod.ts";
export * from "./sink/mod.ts";
export * from "./stock/mod.ts";
export { tableName } from "./table_name.ts";
