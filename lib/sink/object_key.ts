/**
 * Names of the objects: where a range of offsets is in the bucket.
 * @module
 */
import type { ObjectFormat } from "./types.ts";

/** What an object holds: records, or dead letters. */
export type ObjectKind = "data" | "dead";

/** Folder beside the prefix that dead letters go to, outside what the crawler reads. */
const DEAD_LETTER_FOLDER = "dead_letter";

/** File name extension of each format. */
const EXTENSIONS: Record<ObjectFormat, string> = {
  jsonl: ".jsonl.gz",
  json: ".json",
  parquet: ".parquet",
};

/** What is the same for every object that a sink writes of one partition. */
export interface Naming {
  /** First part of the key, without slashes at its ends; may be empty. */
  prefix: string;
  topic: string;
  partition: number;
  format: ObjectFormat;
}

/** Which range of which partition an object's name speaks of. */
export interface ParsedKey {
  kind: ObjectKind;
  topic: string;
  partition: number;
  firstOffset: bigint;
}

const HOUR_MS = 3_600_000;
/** 9999-12-31T23:00Z: the last hour that a four-digit year can name. */
const LAST_HOUR = Date.UTC(9999, 11, 31, 23) / HOUR_MS;

/**
 * Tells the hour a record belongs to, counted from 1970-01-01T00:00Z. Times that no folder can
 * name, such as Kafka's -1 for "none", go to the nearest hour that can be.
 *
 * @param timestamp Epoch milliseconds
 * @returns Whole hours
 */
export function hourOf(timestamp: number | bigint): number {
  return Math.min(Math.max(Math.floor(Number(timestamp) / HOUR_MS), 0), LAST_HOUR);
}

/**
 * Names the object of a range.
 *
 * @param naming Prefix, topic, partition and format
 * @param kind Records or dead letters
 * @param firstOffset Where the range begins
 * @param hour Hour of the range's first record, as {@linkcode hourOf} tells it
 * @returns The key
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const naming = { prefix: "prices", topic: "stocks", partition: 2, format: "jsonl" } as const;
 * assertEquals(
 *   objectKey(naming, "data", 500n, hourOf(Date.parse("2024-05-06T07:59:59Z"))),
 *   "prices/dt=2024-05-06/hour=07/stocks+2+00000000000000000500.jsonl.gz",
 * );
 * ```
 */
export function objectKey(
  naming: Naming,
  kind: ObjectKind,
  firstOffset: bigint,
  hour: number,
): string {
  const { topic, partition, format } = naming;
  const [day, time] = new Date(hour * HOUR_MS).toISOString().split("T") as [string, string];
  const file = kind === "data" && format === "json"
    ? `stock_market_${partition}_${firstOffset}.json`
    : `${topic}+${partition}+${String(firstOffset).padStart(20, "0")}${
      EXTENSIONS[kind === "dead" ? "jsonl" : format]
    }`;
  return `${folderOf(naming.prefix, kind)}dt=${day}/hour=${time.slice(0, 2)}/${file}`;
}

/**
 * Tells how an object's name ends.
 *
 * @param key The object's key
 * @returns All of the file name's extensions
 */
export function extensionOf(key: string): string {
  return Object.values(EXTENSIONS).find((extension) => key.endsWith(extension)) ?? "";
}

/**
 * Tells the folder that objects of a kind are in, with a slash at its end unless it is the bucket.
 *
 * @param prefix The prefix of the sink
 * @param kind Records or dead letters
 * @returns The first part of their keys
 */
export function folderOf(prefix: string, kind: ObjectKind): string {
  const folders = kind === "dead" ? [DEAD_LETTER_FOLDER, prefix] : [prefix];
  return folders.filter((part) => part !== "").map((part) => `${part}/`).join("");
}

/**
 * Reads an object's name.
 *
 * @param key The object's key
 * @param naming Prefix and topic of the sink; a file of the format `json` does not name its topic
 * @returns Which range it begins, or `undefined` where the sink does not name objects so
 */
export function parseObjectKey(
  key: string,
  naming: Pick<Naming, "prefix" | "topic">,
): ParsedKey | undefined {
  const kind = (["data", "dead"] as const).find((candidate) => {
    const folder = folderOf(naming.prefix, candidate);
    return key.startsWith(folder) && key.startsWith("dt=", folder.length);
  });
  if (kind === undefined) return undefined;
  const file = key.slice(folderOf(naming.prefix, kind).length)
    .match(/^dt=\d{4}-\d\d-\d\d\/hour=\d\d\/([^/]+)$/)?.[1];
  if (file === undefined) return undefined;
  const one = file.match(/^stock_market_(\d+)_(\d+)\.json$/);
  if (one && kind === "data") {
    return parsed(kind, naming.topic, one[1], one[2]);
  }
  const many = file.match(/^(.+)\+(\d+)\+(\d{20})\.(?:jsonl\.gz|parquet)$/);
  return many ? parsed(kind, many[1] ?? "", many[2], many[3]) : undefined;
}

function parsed(
  kind: ObjectKind,
  topic: string,
  partition: string | undefined,
  offset: string | undefined,
): ParsedKey {
  return { kind, topic, partition: Number(partition), firstOffset: BigInt(offset ?? "") };
}
