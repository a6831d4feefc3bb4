/**
 * The embedded Glue: the Data Catalog, and a crawler that crawls.
 *
 * - `service.ts` answers requests. `../aws/shape.ts` checks each against its shape in `shapes.ts`, and
 *   `operations/` has a file for each operation.
 * - `catalog.ts` keeps databases, tables and partitions in SQLite.
 * - `crawler/crawl.ts` tells how a crawl goes; `crawler/runner.ts` starts, watches and stops crawls.
 * @module
 */
import { operations } from "./operations/all.ts";

export { createCatalog, type GlueCatalog } from "./catalog.ts";
export { createGlue, type GlueOptions } from "./service.ts";

/** Names of the operations that are supported, in alphabetical order. */
export const glueOperations: readonly string[] = Object.keys(operations);
