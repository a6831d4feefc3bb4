/**
 * One crawl:
 *
 * 1. `group/listing.ts` lists the objects of each target, by folder.
 * 2. `classify/` reads the beginning of each object, and infers its format and columns.
 * 3. `group/grouping.ts` makes tables and partitions of the folders.
 * 4. `write/` puts them into the Data Catalog, as `SchemaChangePolicy` and `Configuration` say.
 * @module
 */
import type { Crawler } from "@aws-sdk/client-glue";
import type { GlueCatalog } from "../catalog.ts";
import { type CrawlContext, CrawlFailure, findTables, type TargetFindings } from "./find_tables.ts";
import type { CrawlerStore } from "./store.ts";
import { writeNewFolders } from "./write/new_folders.ts";
import { writeFindings } from "./write/write_catalog.ts";
import { type CrawlChanges, noChanges, placesOf, type Writer } from "./write/writer.ts";

/** Database of crawlers that name none. */
const DEFAULT_DATABASE = "default";

/**
 * Crawls once.
 *
 * @param crawler The crawler
 * @param run Id of the crawl
 * @param context What to work with
 * @returns What it changed in the catalog
 * @throws {CrawlFailure} It cannot go on; the message is the crawl's `ErrorMessage`
 */
export async function crawl(
  crawler: Crawler,
  run: string,
  context: CrawlContext & { catalog: GlueCatalog; crawlers: CrawlerStore },
): Promise<CrawlChanges> {
  const { catalog, crawlers, signal, log } = context;
  const name = crawler.Name ?? "";
  const database = targetDatabase(crawler, catalog);
  const incremental = crawler.RecrawlPolicy?.RecrawlBehavior === "CRAWL_NEW_FOLDERS_ONLY";
  const known = incremental ? crawlers.crawledFolders(name) : new Set<string>();
  const { findings, configuration } = await findTables(crawler, known, context);
  signal.throwIfAborted();
  const writer: Writer = {
    catalog,
    crawler,
    run,
    database,
    configuration,
    changes: noChanges(),
    places: placesOf(catalog, database),
    signal,
    log,
  };
  if (incremental && known.size > 0) await writeNewFolders(writer, findings);
  else await writeFindings(writer, findings);
  crawlers.addCrawledFolders(name, findings.flatMap(wellRead));
  return writer.changes;
}

/** Folders that need not be read again; one with an object that could not be read does. */
function wellRead({ target, folders, unreadable }: TargetFindings): string[] {
  const bad = new Set(
    unreadable.map((key) => `${target.bucket}/${key.slice(0, key.lastIndexOf("/") + 1)}`),
  );
  return folders.filter((folder) => !bad.has(folder));
}

/** The database that a crawler writes to; `default` is made where the crawler names none. */
function targetDatabase({ DatabaseName }: Crawler, catalog: GlueCatalog): string {
  const database = DatabaseName ?? DEFAULT_DATABASE;
  if (catalog.database(database) !== undefined) return database;
  if (DatabaseName !== undefined) {
    throw new CrawlFailure(
      `Database ${database} not found. (Service: AWSGlue; Status Code: 400; ` +
        `Error Code: EntityNotFoundException)`,
    );
  }
  catalog.putDatabase({ Name: database });
  return database;
}
