/**
 * Lists what a crawler's target holds, by folder.
 * @module
 */
import type { S3Target } from "@aws-sdk/client-glue";
import type { ObjectStore } from "../../../types.ts";
import { compileGlob } from "./glob.ts";

/** An object that may be data. */
export interface ListedObject {
  key: string;
  size: number;
}

/** A bucket and a prefix that a crawler crawls. */
export interface IncludePath {
  bucket: string;
  /** Folder with a slash at its end, or empty for the whole bucket; or one object's key. */
  prefix: string;
  /** Patterns of keys, relative to the prefix, that are left out. */
  exclusions: RegExp[];
  /** Objects read in each folder at most. */
  sampleSize?: number;
}

/** Objects after which the listing lets other work run. */
const YIELD_EVERY = 2000;

/**
 * Reads a target of a crawler.
 *
 * @param target Target with an include path such as `s3://bucket/folder/`
 * @param store Where it is looked up, for a path may name one object
 * @returns Where to crawl
 */
export function includePath(target: S3Target, store: ObjectStore): IncludePath {
  const { bucket, key } = splitS3Path(target.Path ?? "");
  // Some tools mark folders by empty objects of their names.
  const isObject = key !== "" && !key.endsWith("/") && store.hasBucket(bucket) &&
    (store.head(bucket, key)?.size ?? 0) > 0;
  return {
    bucket,
    prefix: key === "" || key.endsWith("/") || isObject ? key : `${key}/`,
    exclusions: (target.Exclusions ?? []).map(compileGlob),
    ...(target.SampleSize === undefined ? {} : { sampleSize: target.SampleSize }),
  };
}

/** Takes a path such as `s3://bucket/folder/` apart; the scheme may be missing. */
export function splitS3Path(path: string): { bucket: string; key: string } {
  const bare = path.replace(/^s3[an]?:\/\//i, "").replace(/^\/+/, "");
  const slash = bare.indexOf("/");
  return slash === -1
    ? { bucket: bare, key: "" }
    : { bucket: bare.slice(0, slash), key: bare.slice(slash + 1) };
}

/**
 * Lists a target's objects by the folder they are in. Left out are what the target excludes, empty
 * objects, and what Hive takes for hidden: names of files or folders that begin with `_` or `.`.
 *
 * @param store Where the objects are
 * @param path What to list
 * @param signal Ends the listing
 * @returns Objects by folder; a folder's name is its whole prefix, with a slash at its end
 */
export async function listFolders(
  store: ObjectStore,
  path: IncludePath,
  signal: AbortSignal,
): Promise<Map<string, ListedObject[]>> {
  const folders = new Map<string, ListedObject[]>();
  let seen = 0;
  for (const { key, size } of store.list(path.bucket, { prefix: path.prefix })) {
    if (++seen % YIELD_EVERY === 0) await new Promise((done) => setTimeout(done, 0));
    signal.throwIfAborted();
    const relative = key.slice(path.prefix.length);
    if (size === 0 || isHidden(relative)) continue;
    if (path.exclusions.some((pattern) => pattern.test(relative))) continue;
    const folder = key.slice(0, key.lastIndexOf("/") + 1);
    const objects = folders.get(folder);
    if (objects === undefined) folders.set(folder, [{ key, size }]);
    else objects.push({ key, size });
  }
  return folders;
}

function isHidden(relative: string): boolean {
  return /(?:^|\/)[_.]/.test(relative) || relative.endsWith("_$folder$");
}
