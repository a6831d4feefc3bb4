/**
 * The embedded Glue: the operations of the Data Catalog and of crawlers behind `AWSGlue`.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import { AwsError } from "../aws_error.ts";
import type { JsonService, ObjectStore } from "../types.ts";
import type { GlueCatalog } from "./catalog.ts";
import { createStatisticsStore } from "./column_statistics.ts";
import { CrawlerRunner } from "./crawler/runner.ts";
import { createCrawlerStore } from "./crawler/store.ts";
import { operations } from "./operations/all.ts";
import type { GlueContext } from "./operations/operation.ts";
import { createFunctionStore } from "./functions.ts";
import { createIndexStore } from "./partition_indexes.ts";
import { createTagStore } from "./tag_store.ts";
import { type ConstraintWords, validate } from "../aws/shape.ts";

const WORDS: ConstraintWords = {
  showsValues: true,
  error: (message) => new AwsError("ValidationException", message),
};

/** What the embedded Glue is made with. */
export interface GlueOptions {
  /** The open state file. */
  db: DatabaseSync;
  /** The Data Catalog in it. */
  catalog: GlueCatalog;
  /** The objects crawlers read. */
  store: ObjectStore;
  /**
   * Milliseconds a crawler stays RUNNING before it reads, and STOPPING after it; 0, the default, is
   * as fast as can be.
   */
  crawlerStateMs?: number;
  /** Takes what crawlers write to their log; by default nobody does. */
  log?: (crawler: string, message: string) => void;
}

/**
 * Makes the embedded Glue. Crawls that were running when the process before ended show as failed.
 *
 * @param options What it is made with
 * @returns The service, for `X-Amz-Target: AWSGlue.*`
 *
 * @example
 * ```ts
 * import { openDatabase } from "../database.ts";
 * import { createObjectStore } from "../s3/mod.ts";
 * import { createCatalog } from "./catalog.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dir = await Deno.makeTempDir();
 * const db = openDatabase(":memory:");
 * const store = createObjectStore(db, dir);
 * const catalog = createCatalog(db);
 * const glue = createGlue({ db, catalog, store });
 *
 * await glue.handle("CreateDatabase", { DatabaseInput: { Name: "Stock_Market" } });
 * assertEquals(catalog.databases().map(({ Name }) => Name), ["default", "stock_market"]);
 *
 * await glue.close();
 * store.close();
 * db.close();
 * await Deno.remove(dir, { recursive: true });
 * ```
 */
export function createGlue(options: GlueOptions): JsonService {
  const { db, catalog, store, crawlerStateMs = 0, log = () => {} } = options;
  const crawlers = createCrawlerStore(db);
  const runner = new CrawlerRunner({ catalog, crawlers, store, stateMs: crawlerStateMs, log });
  const context: GlueContext = {
    catalog,
    crawlers,
    runner,
    store,
    tags: createTagStore(db),
    statistics: createStatisticsStore(db),
    indexes: createIndexStore(db),
    functions: createFunctionStore(db),
  };
  return {
    target: "AWSGlue",
    // deno-lint-ignore require-await -- what an operation throws must reject the promise
    async handle(name, input) {
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (operation === undefined) {
        throw new AwsError("UnknownOperationException", `Operation ${name} is not supported`);
      }
      return operation.run(context, validate(operation.input, input, WORDS));
    },
    close: () => runner.close(),
  };
}
