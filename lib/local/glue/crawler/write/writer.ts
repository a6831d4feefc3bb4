/**
 * What writes a crawl's findings into the Data Catalog, and what it keeps track of.
 * @module
 */
import type { Crawler, Table } from "@aws-sdk/client-glue";
import type { GlueCatalog } from "../../catalog.ts";
import type { CrawlerConfiguration } from "../configuration.ts";
import type { TargetFindings } from "../find_tables.ts";
import { location, type Maker } from "./definition.ts";

/** What a crawl changed; names of tables, and `table: values` of partitions. */
export interface CrawlChanges {
  tables: { added: string[]; updated: string[]; deleted: string[] };
  partitions: { added: string[]; updated: string[]; deleted: string[] };
}

/** Who writes, where to, and by which rules. */
export interface Writer {
  catalog: GlueCatalog;
  crawler: Crawler;
  /** Id of the crawl. */
  run: string;
  database: string;
  configuration: CrawlerConfiguration;
  changes: CrawlChanges;
  /** Names of the database's tables, by where their data is. */
  places: Map<string, string>;
  signal: AbortSignal;
  log: (message: string) => void;
}

/** Changes of a crawl that has not changed anything yet. */
export function noChanges(): CrawlChanges {
  return {
    tables: { added: [], updated: [], deleted: [] },
    partitions: { added: [], updated: [], deleted: [] },
  };
}

/** Who a definition says it was made by. */
export function makerOf(writer: Writer, finding: TargetFindings): Maker {
  const { crawler, run, configuration } = writer;
  const root = location(finding.target.bucket, finding.target.prefix);
  return {
    crawler: crawler.Name ?? "",
    run,
    role: crawler.Role ?? "",
    partitionIndex: configuration.partitionIndex,
    exclusions: finding.exclusions.map((pattern) => `${root}${pattern}`),
  };
}

/** Finds the table whose data is at a place; a slash at the end makes no difference. */
export function tableAt({ catalog, database, places }: Writer, where: string): Table | undefined {
  const name = places.get(placeOf(where));
  return name === undefined ? undefined : catalog.table(database, name);
}

/** Where the tables of a database are, for a {@linkcode Writer}. */
export function placesOf(catalog: GlueCatalog, database: string): Map<string, string> {
  return new Map(
    catalog.tables(database).flatMap(({ Name, StorageDescriptor }) =>
      Name && StorageDescriptor?.Location ? [[placeOf(StorageDescriptor.Location), Name]] : []
    ),
  );
}

/** A place as it is compared: without a slash at its end. */
export function placeOf(location: string): string {
  return location.replace(/\/$/, "");
}
