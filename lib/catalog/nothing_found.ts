/**
 * Why a crawl may have found no table: seen by looking.
 * @module
 */
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { s3ClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";

/** Why there is no table, and what to do about it. */
export interface NothingFound {
  why: string;
  remedy: string;
}

/** What to do where no sink has written anything. */
export const NOTHING_WRITTEN =
  "No record has been written to it yet: run deno task produce and deno task consume, then crawl " +
  "again.";

/** Objects looked at; more would not change the answer. */
const LOOKED_AT = 20;

/**
 * Looks for the reason that a crawl found no table.
 *
 * @param config The pipeline's settings
 * @returns What the bucket shows
 * @throws {TickertapeError} S3 does not answer, or refuses
 */
export async function whyNothingFound(config: Config): Promise<NothingFound> {
  const { dataBucket: Bucket, dataPrefix } = config.s3;
  const client = new S3Client(s3ClientOptions(config));
  const list = (options: { Prefix?: string; Delimiter?: string }) =>
    client.send(new ListObjectsV2Command({ Bucket, MaxKeys: LOOKED_AT, ...options }));
  try {
    const Prefix = dataPrefix === "" ? "" : `${dataPrefix}/`;
    const objects = (await list({ Prefix })).Contents ?? [];
    if (objects.length > 0) {
      return unreadable(objects.map(({ Key = "", Size = 0 }) => ({ key: Key, size: Size })));
    }
    const top = await list({ Delimiter: "/" });
    const folders = (top.CommonPrefixes ?? []).map(({ Prefix }) => Prefix!);
    if (folders.length === 0 && !top.Contents?.length) {
      return { why: `The bucket '${Bucket}' is empty`, remedy: NOTHING_WRITTEN };
    }
    return elsewhere(config, [...folders, ...(top.Contents ?? []).map(({ Key }) => Key!)]);
  } catch (error) {
    if (error instanceof Error && error.name === "NoSuchBucket") {
      return { why: `The bucket '${Bucket}' does not exist`, remedy: NOTHING_WRITTEN };
    }
    throw awsFailure(config, `list the bucket '${Bucket}'`, error);
  } finally {
    client.destroy();
  }
}

function elsewhere(config: Config, names: readonly string[]): NothingFound {
  const { dataBucket, dataPrefix } = config.s3;
  if (names.every((name) => name.startsWith("dead_letter"))) {
    return {
      why: `The bucket '${dataBucket}' has dead letters alone: no record was a JSON object`,
      remedy: "deno task dead-letters tells what is wrong with them. Send records that are JSON " +
        "objects, as deno task\nproduce does, then consume and crawl again.",
    };
  }
  const shown = names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");
  return {
    why: `The bucket '${dataBucket}' has nothing under '${dataPrefix}/', but it has ${shown}`,
    remedy: "Set S3_DATA_PREFIX to the folder that the records are in, or run deno task consume, " +
      "then crawl again.",
  };
}

function unreadable(objects: readonly { key: string; size: number }[]): NothingFound {
  const [first] = objects;
  const what = objects.every(({ key }) => /(?:^|\/)[_.]/.test(key))
    ? "the crawler passes over names that begin with _ or ."
    : first?.size === 0
    ? `the first, ${first.key}, is empty`
    : `the crawler made nothing of them; the first is ${first?.key}`;
  return {
    why: `The objects are there, but ${what}`,
    remedy:
      "It reads JSON with one object a line, Parquet, and CSV with two columns and two rows of " +
      "data at least;\ngzip or not. Look into an object, move away what is none of these, and crawl " +
      "again.",
  };
}
