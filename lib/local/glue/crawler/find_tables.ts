/**
 * The tables under a crawler's targets: objects are listed, read, and grouped.
 * @module
 */
import type { Crawler, S3Target } from "@aws-sdk/client-glue";
import type { ObjectStore } from "../../types.ts";
import { classify } from "./classify/classify.ts";
import type { FileSchema } from "./classify/file_schema.ts";
import { createInterner } from "./classify/intern.ts";
import { type CrawlerConfiguration, parseConfiguration } from "./configuration.ts";
import { type DataFile, type FoundTable, groupTables } from "./group/grouping.ts";
import { type IncludePath, includePath, type ListedObject, listFolders } from "./group/listing.ts";
import { fromFile } from "./group/schema.ts";

/** What a crawl works with. */
export interface CrawlContext {
  store: ObjectStore;
  signal: AbortSignal;
  /** Takes what the crawler would write to its log. */
  log: (message: string) => void;
}

/** What a crawl found under one target. */
export interface TargetFindings {
  target: IncludePath;
  /** The target's path as the crawler has it. */
  path: string;
  exclusions: readonly string[];
  tables: FoundTable[];
  /** Folders with objects that may be data, as `bucket/prefix`. */
  folders: string[];
  /** Keys of objects that could not be read. */
  unreadable: string[];
}

/** Objects read at a time. */
const CONCURRENCY = 16;

/** A crawl that cannot go on; its message is the crawl's `ErrorMessage`. */
export class CrawlFailure extends Error {
  override name = "CrawlFailure";
}

/**
 * Reads all of a crawler's targets.
 *
 * @param crawler The crawler
 * @param skip Folders, as `bucket/prefix`, that are not read
 * @param context What to work with
 * @returns Findings for each target, and what the crawler's configuration asks for
 * @throws {CrawlFailure} A bucket does not exist, or there are more tables than allowed
 */
export async function findTables(
  crawler: Crawler,
  skip: ReadonlySet<string>,
  context: CrawlContext,
): Promise<{ findings: TargetFindings[]; configuration: CrawlerConfiguration }> {
  const configuration = parseConfiguration(crawler.Configuration);
  const findings: TargetFindings[] = [];
  for (const target of crawler.Targets?.S3Targets ?? []) {
    findings.push(await crawlTarget(target, configuration, skip, context));
  }
  const count = findings.reduce((sum, { tables }) => sum + tables.length, 0);
  const threshold = configuration.tableThreshold;
  if (threshold !== undefined && count > threshold) {
    throw new CrawlFailure(
      `The number of tables detected by crawler: ${count} is greater than table threshold value ` +
        `provided: ${threshold}. Failing crawler without writing to Data Catalog.`,
    );
  }
  return { findings, configuration };
}

async function crawlTarget(
  target: S3Target,
  configuration: CrawlerConfiguration,
  skip: ReadonlySet<string>,
  context: CrawlContext,
): Promise<TargetFindings> {
  const path = includePath(target, context.store);
  if (!context.store.hasBucket(path.bucket)) {
    throw new CrawlFailure(
      `The specified bucket does not exist: ${path.bucket} (Service: Amazon S3; ` +
        `Status Code: 404; Error Code: NoSuchBucket)`,
    );
  }
  const folders = await listFolders(context.store, path, context.signal);
  const fresh = Array.from(folders).filter(([prefix]) => !skip.has(`${path.bucket}/${prefix}`));
  const unreadable: string[] = [];
  const chosen = fresh.flatMap(([, objects]) => sampleOf(objects, path.sampleSize));
  const schemas = await classifyAll(path.bucket, chosen, context, unreadable);
  const read = new Set(chosen.map(({ key }) => key));
  const files = fresh.flatMap(([, objects]) => folderFiles(objects, read, schemas));
  if (folders.size === 0) context.log(`No objects to crawl under ${target.Path}`);
  const { combineCompatibleSchemas: combine, tableLevel } = configuration;
  return {
    target: path,
    path: target.Path ?? "",
    exclusions: target.Exclusions ?? [],
    tables: groupTables(path.prefix, files, {
      combine,
      ...(tableLevel === undefined ? {} : { tableLevel }),
    }),
    folders: Array.from(folders.keys(), (prefix) => `${path.bucket}/${prefix}`),
    unreadable,
  };
}

/** Picks the objects of a folder that are read: all, or as many as asked for, at random. */
function sampleOf(objects: ListedObject[], size: number | undefined): ListedObject[] {
  if (size === undefined || objects.length <= size) return objects;
  const rest = [...objects];
  return Array.from({ length: size }, () => {
    const [one] = rest.splice(Math.floor(Math.random() * rest.length), 1);
    return one as ListedObject;
  });
}

/** Gives each object its schema; objects that were not read have that of the first that was. */
function folderFiles(
  objects: readonly ListedObject[],
  read: ReadonlySet<string>,
  schemas: ReadonlyMap<string, FileSchema>,
): DataFile[] {
  const files: DataFile[] = [];
  const known = objects.find(({ key }) => schemas.has(key));
  const first = known && schemas.get(known.key);
  for (const { key, size } of objects) {
    const schema = schemas.get(key) ?? (read.has(key) ? undefined : first);
    if (schema !== undefined) files.push({ key, schema: fromFile(schema, size) });
  }
  return files;
}

async function classifyAll(
  bucket: string,
  objects: readonly ListedObject[],
  context: CrawlContext,
  unreadable: string[],
): Promise<Map<string, FileSchema>> {
  const schemas: (FileSchema | undefined)[] = new Array(objects.length);
  const intern = createInterner();
  let next = 0;
  const worker = async () => {
    for (;;) {
      const index = next++;
      const object = objects[index];
      if (object === undefined) return;
      context.signal.throwIfAborted();
      try {
        const schema = await classify(context.store, bucket, object);
        if (schema !== undefined) schemas[index] = intern(schema);
        else context.log(`Classification of s3://${bucket}/${object.key} is UNKNOWN`);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        unreadable.push(object.key);
        context.log(`Could not read s3://${bucket}/${object.key}: ${reason}`);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, objects.length) }, worker));
  const known = new Map<string, FileSchema>();
  for (const [index, { key }] of objects.entries()) {
    const schema = schemas[index];
    if (schema !== undefined) known.set(key, schema);
  }
  return known;
}
