/**
 * The embedded Glue: the Data Catalog, and a crawler that crawls.
 * @module
 */
import { operations } from "./operations/all.ts";

export { createCatalog, type GlueCatalog } from "./catalog.ts";
export { createGlue, type GlueOptions } from "./service.ts";

/** Names of the operations that are supported, in alphabetical order. */
export const glueOperations: readonly string[] = Object.keys(operations);
