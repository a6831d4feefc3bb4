/**
 * The folders that the sink's objects are in.
 * @module
 */
import { paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { s3ClientOptions } from "../../lib/aws.ts";
import type { Config } from "../../lib/config.ts";

/**
 * Lists the folders of the sink's objects as values of the table's partition keys.
 *
 * @param config The pipeline's settings
 * @returns Such as `2024-01-31/09`
 */
export async function partitionFolders(config: Config): Promise<string[]> {
  const client = new S3Client(s3ClientOptions(config));
  const folders = new Set<string>();
  try {
    const request = { Bucket: config.s3.dataBucket, Prefix: `${config.s3.dataPrefix}/` };
    for await (const page of paginateListObjectsV2({ client }, request)) {
      for (const { Key } of page.Contents ?? []) {
        const values = [...Key!.matchAll(/(?<=\/)[^/=]+=([^/]*)(?=\/)/g)].map(([, value]) => value);
        folders.add(values.join("/"));
      }
    }
    return [...folders];
  } finally {
    client.destroy();
  }
}
