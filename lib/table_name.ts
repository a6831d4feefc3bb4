/**
 * The name the crawler gives the table.
 * @module
 */
import type { Config } from "./config.ts";

/**
 * Tells the name of the table that the crawler makes of the sink's objects: the last folder of the
 * prefix, or the bucket where there is no prefix, in lower case and with `_` for punctuation.
 *
 * @param config The pipeline's settings
 * @returns The table's name
 * @see https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html
 *
 * @example
 * ```ts
 * import { loadConfig } from "./config.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tableName(loadConfig({})), "stock_market");
 * assertEquals(tableName(loadConfig({ S3_DATA_PREFIX: "raw/Index-Prices" })), "index_prices");
 * ```
 */
export function tableName(config: Config): string {
  const folder = config.s3.dataPrefix.split("/").at(-1) || config.s3.dataBucket;
  return folder.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, "_");
}
