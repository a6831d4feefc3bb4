/**
 * The objects that are in the bucket.
 * @module
 */
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { s3ClientOptions } from "../../aws.ts";
import { awsFailure } from "../../aws_failure.ts";
import type { Config } from "../../config.ts";
import { folderOf, type ObjectKind, type ParsedKey, parseObjectKey } from "../object_key.ts";

/** An object whose name is one of the sink's. */
export interface ListedObject extends ParsedKey {
  key: string;
  bytes: number;
}

/**
 * Lists the objects of the configured topic, in the order of their keys.
 *
 * @param config Bucket, prefix and topic
 * @param kind Objects of records, or of dead letters
 * @returns Each object whose name is one of the sink's
 * @throws {TickertapeError} The bucket cannot be listed
 */
export async function* listObjects(
  config: Config,
  kind: ObjectKind,
): AsyncIterable<ListedObject> {
  const client = new S3Client(s3ClientOptions(config));
  const { dataBucket: Bucket, dataPrefix: prefix } = config.s3;
  const naming = { prefix, topic: config.kafka.topic };
  let ContinuationToken: string | undefined;
  try {
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket,
          Prefix: `${folderOf(prefix, kind)}dt=`,
          ...(ContinuationToken ? { ContinuationToken } : {}),
        }),
      );
      for (const { Key, Size } of page.Contents ?? []) {
        const parsed = parseObjectKey(Key ?? "", naming);
        if (parsed?.topic !== naming.topic) continue;
        yield { ...parsed, key: Key ?? "", bytes: Size ?? 0 };
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  } catch (error) {
    throw awsFailure(config, `list the bucket '${Bucket}'`, error);
  } finally {
    client.destroy();
  }
}

/**
 * Finds where the newest object of each partition begins.
 *
 * @param config Bucket, prefix and topic
 * @returns The newest object, by partition
 */
export async function newestObjects(config: Config): Promise<Map<number, ListedObject>> {
  const newest = new Map<number, ListedObject>();
  for (const kind of ["data", "dead"] as const) {
    for await (const object of listObjects(config, kind)) {
      const known = newest.get(object.partition);
      // Records come first: dead letters that lie beside them have the same first offset.
      if (known === undefined || object.firstOffset > known.firstOffset) {
        newest.set(object.partition, object);
      }
    }
  }
  return newest;
}
