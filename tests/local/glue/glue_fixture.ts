/** An embedded Glue over buckets in memory, for tests. */
import type {
  Crawler,
  CreateCrawlerRequest,
  Partition,
  S3Target,
  Table,
} from "@aws-sdk/client-glue";
import { assertRejects } from "@std/assert";
import type { DatabaseSync } from "node:sqlite";
import { AwsError } from "../../../lib/local/aws_error.ts";
import { openDatabase } from "../../../lib/local/database.ts";
import {
  createCatalog,
  createGlue,
  type GlueCatalog,
  type GlueOptions,
} from "../../../lib/local/glue/mod.ts";
import type { JsonService } from "../../../lib/local/types.ts";
import { type MemoryStore, memoryStore } from "./memory_store.ts";

/** Role of every crawler in the tests. */
export const ROLE = "arn:aws:iam::000000000000:role/crawler";

/** What a test works with. */
export interface Fixture {
  db: DatabaseSync;
  catalog: GlueCatalog;
  glue: JsonService;
  store: MemoryStore;
  /** What crawlers wrote to their log. */
  log: string[];
  /** Runs an operation; the answer is as it goes over the wire. */
  // deno-lint-ignore no-explicit-any
  call(operation: string, input?: unknown): Promise<any>;
  /** Runs an operation that must fail, and gives the error as `code: message`. */
  fails(operation: string, input?: unknown): Promise<string>;
  /** Makes or changes the crawler `c`, runs it, and waits for its end. */
  crawl(target: string | S3Target[], settings?: Partial<CreateCrawlerRequest>): Promise<Crawler>;
  /** Waits until a crawler is READY. */
  ready(name: string): Promise<Crawler>;
  tables(): Table[];
  /** The one table there is. */
  table(): Table;
  partitions(table?: string): Partition[];
}

/** Runs a test with a Glue that has a database `db`, and buckets `b` and `other-bucket`. */
export async function withGlue(
  body: (fixture: Fixture) => Promise<void> | void,
  options: Partial<GlueOptions> = {},
): Promise<void> {
  const db = options.db ?? openDatabase(":memory:");
  const catalog = createCatalog(db);
  const store = memoryStore("bucket", "other-bucket");
  const log: string[] = [];
  const glue = createGlue({
    db,
    catalog,
    store,
    log: (_, message) => void log.push(message),
    ...options,
  });
  catalog.putDatabase({ Name: "db" });
  const call = async (operation: string, input: unknown = {}) =>
    onWire(await glue.handle(operation, input as Record<string, unknown>));
  const fixture: Fixture = {
    db,
    catalog,
    glue,
    store,
    log,
    call,
    async fails(operation, input = {}) {
      const error = await assertRejects(() => call(operation, input), AwsError);
      return `${error.code}: ${error.message}`;
    },
    async crawl(target, settings = {}) {
      const request = {
        Name: "c",
        Role: ROLE,
        DatabaseName: "db",
        Targets: { S3Targets: typeof target === "string" ? [{ Path: target }] : target },
        ...settings,
      };
      const names = await call("ListCrawlers") as { CrawlerNames: string[] };
      const exists = names.CrawlerNames.includes(request.Name);
      await call(exists ? "UpdateCrawler" : "CreateCrawler", request);
      await call("StartCrawler", { Name: request.Name });
      return await fixture.ready(request.Name);
    },
    async ready(name) {
      for (;;) {
        const { Crawler } = await call("GetCrawler", { Name: name }) as { Crawler: Crawler };
        if (Crawler.State === "READY") return Crawler;
        await new Promise((done) => setTimeout(done, 1));
      }
    },
    tables: () => catalog.tables("db"),
    table() {
      const [table, ...others] = catalog.tables("db");
      if (table === undefined || others.length > 0) {
        throw new Error(`There are ${catalog.tables("db").length} tables, not one`);
      }
      return table;
    },
    partitions: (table) => [
      ...catalog.partitions("db", table ?? fixture.table().Name ?? ""),
    ],
  };
  try {
    await body(fixture);
  } finally {
    await glue.close();
    if (options.db === undefined) db.close();
  }
}

/** What the JSON protocol makes of an answer: times are seconds, and nothing is `undefined`. */
function onWire(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(onWire);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([key, one]) => [key, onWire(one)]));
}

/** A table's columns as `name type`. */
export function columnsOf(table: Table | Partition): string[] {
  return (table.StorageDescriptor?.Columns ?? []).map(({ Name, Type }) => `${Name} ${Type}`);
}

/** A table's partition keys as `name type`. */
export function keysOf(table: Table): string[] {
  return (table.PartitionKeys ?? []).map(({ Name, Type }) => `${Name} ${Type}`);
}
