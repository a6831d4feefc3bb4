/**
 * Crawlers, their crawls, and the folders they have crawled, in SQLite.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { Crawler, CrawlerHistory, LastCrawlInfo } from "@aws-sdk/client-glue";
import { transaction } from "../../database.ts";

/** A crawl, as `ListCrawls` tells of it, with the crawler's name. */
export interface CrawlRecord extends CrawlerHistory {
  Crawler: string;
  /** What the crawl changed, as counted by `GetCrawlerMetrics`. */
  TablesCreated?: number;
  TablesUpdated?: number;
  TablesDeleted?: number;
}

/** Crawlers as they were defined, with how their last crawl went. */
export interface CrawlerStore {
  all(): Crawler[];
  get(name: string): Crawler | undefined;
  put(crawler: Crawler): void;
  delete(name: string): void;
  /** Crawls of a crawler, the latest first. */
  crawls(name: string): CrawlRecord[];
  putCrawl(crawl: CrawlRecord): void;
  /** Crawls that were running when the process before this one ended. */
  unfinished(): CrawlRecord[];
  crawledFolders(name: string): Set<string>;
  addCrawledFolders(name: string, folders: Iterable<string>): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS glue_crawlers (
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS glue_crawls (
    id TEXT PRIMARY KEY,
    crawler TEXT NOT NULL,
    state TEXT NOT NULL,
    started INTEGER NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS glue_crawls_by_crawler ON glue_crawls (crawler, started);
  CREATE TABLE IF NOT EXISTS glue_crawled_folders (
    crawler TEXT NOT NULL,
    folder TEXT NOT NULL,
    PRIMARY KEY (crawler, folder)
  ) WITHOUT ROWID;
`;

/** Crawls of a crawler that are remembered. */
const MAX_CRAWLS = 1000;

/**
 * Opens the crawlers in a state file.
 *
 * @param db The open state file
 * @returns The crawlers
 */
export function createCrawlerStore(db: DatabaseSync): CrawlerStore {
  db.exec(SCHEMA);
  const sql = {
    all: db.prepare("SELECT body FROM glue_crawlers ORDER BY name"),
    get: db.prepare("SELECT body FROM glue_crawlers WHERE name = ?"),
    put: db.prepare("INSERT OR REPLACE INTO glue_crawlers VALUES (?, ?)"),
    delete: db.prepare("DELETE FROM glue_crawlers WHERE name = ?"),
    crawls: db.prepare(
      `SELECT body FROM glue_crawls WHERE crawler = ? ORDER BY started DESC, rowid DESC
       LIMIT ${MAX_CRAWLS}`,
    ),
    putCrawl: db.prepare("INSERT OR REPLACE INTO glue_crawls VALUES (?, ?, ?, ?, ?)"),
    deleteCrawls: db.prepare("DELETE FROM glue_crawls WHERE crawler = ?"),
    unfinished: db.prepare("SELECT body FROM glue_crawls WHERE state = 'RUNNING'"),
    folders: db.prepare("SELECT folder FROM glue_crawled_folders WHERE crawler = ?"),
    addFolder: db.prepare("INSERT OR IGNORE INTO glue_crawled_folders VALUES (?, ?)"),
    deleteFolders: db.prepare("DELETE FROM glue_crawled_folders WHERE crawler = ?"),
  };
  return {
    all: () => sql.all.all().map((row) => decodeCrawler(row.body)),
    get(name) {
      const row = sql.get.get(name);
      return row === undefined ? undefined : decodeCrawler(row.body);
    },
    put: (crawler) => void sql.put.run(crawler.Name ?? "", JSON.stringify(crawler)),
    delete(name) {
      transaction(db, () => {
        sql.deleteFolders.run(name);
        sql.deleteCrawls.run(name);
        sql.delete.run(name);
      });
    },
    crawls: (name) => sql.crawls.all(name).map((row) => decodeCrawl(row.body)),
    putCrawl(crawl) {
      const { CrawlId = "", Crawler, State = "RUNNING", StartTime } = crawl;
      const started = StartTime?.getTime() ?? 0;
      sql.putCrawl.run(CrawlId, Crawler, State, started, JSON.stringify(crawl));
    },
    unfinished: () => sql.unfinished.all().map((row) => decodeCrawl(row.body)),
    crawledFolders: (name) => new Set(sql.folders.all(name).map((row) => String(row.folder))),
    addCrawledFolders(name, folders) {
      transaction(db, () => {
        for (const folder of folders) sql.addFolder.run(name, folder);
      });
    },
  };
}

function decodeCrawler(body: unknown): Crawler {
  const crawler = JSON.parse(String(body)) as Crawler;
  const { CreationTime, LastUpdated, LastCrawl } = crawler;
  return {
    ...crawler,
    ...(CreationTime ? { CreationTime: new Date(CreationTime) } : {}),
    ...(LastUpdated ? { LastUpdated: new Date(LastUpdated) } : {}),
    ...(LastCrawl ? { LastCrawl: decodeStart<LastCrawlInfo>(LastCrawl) } : {}),
  };
}

function decodeCrawl(body: unknown): CrawlRecord {
  const crawl = decodeStart<CrawlRecord>(JSON.parse(String(body)) as CrawlRecord);
  return { ...crawl, ...(crawl.EndTime ? { EndTime: new Date(crawl.EndTime) } : {}) };
}

function decodeStart<T extends { StartTime?: Date | undefined }>(value: T): T {
  return { ...value, ...(value.StartTime ? { StartTime: new Date(value.StartTime) } : {}) };
}
