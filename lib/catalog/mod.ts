/**
 * The Data Catalog: the crawler, its runs, and the tables it makes.
 * @module
 */
export type { CatalogChanges, TableChange } from "./changes.ts";
export { crawl, type CrawlOptions, type CrawlProgress, type CrawlSummary } from "./crawl.ts";
export { type CrawlerSetup, crawlerTarget, ensureCrawler } from "./crawler.ts";
export type { TableProblem } from "./problems.ts";
export type { NothingFound } from "./nothing_found.ts";
export {
  describeTables,
  type TableColumn,
  type TableDescription,
  type TablePartition,
} from "./tables.ts";
