/**
 * Empties a bucket, which S3 asks for before it deletes one.
 * @module
 */
import {
  AbortMultipartUploadCommand,
  DeleteObjectsCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { TickertapeError } from "../errors.ts";

/**
 * Deletes every object, every version and every unfinished upload of a bucket.
 *
 * @param s3 Client of S3
 * @param bucket Name of the bucket
 * @param options `onDeleted`: called with the number of objects deleted so far; `signal`: ends it
 * @returns Objects and versions deleted; 0 where the bucket is gone already
 * @throws {TickertapeError} S3 kept an object, or the signal was aborted
 */
export async function emptyBucket(
  s3: S3Client,
  bucket: string,
  options: { onDeleted?: (count: number) => void; signal?: AbortSignal } = {},
): Promise<number> {
  let deleted = 0;
  try {
    for (;;) {
      if (options.signal?.aborted) throw interrupted(bucket);
      const page = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
      const objects = [...page.Versions ?? [], ...page.DeleteMarkers ?? []]
        .flatMap(({ Key, VersionId }) => Key === undefined ? [] : [{ Key, VersionId }]);
      if (objects.length === 0) break;
      const answer = await s3.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: objects, Quiet: true } }),
      );
      const kept = answer.Errors?.[0];
      if (kept !== undefined) throw notDeleted(bucket, kept.Key, kept.Message);
      deleted += objects.length;
      options.onDeleted?.(deleted);
    }
    for (;;) {
      const page = await s3.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
      const uploads = page.Uploads ?? [];
      if (uploads.length === 0) break;
      for (const { Key, UploadId } of uploads) {
        if (options.signal?.aborted) throw interrupted(bucket);
        await s3.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
      }
    }
  } catch (error) {
    if (error instanceof Error && error.name === "NoSuchBucket") return deleted;
    throw error;
  }
  return deleted;
}

function interrupted(bucket: string): TickertapeError {
  return new TickertapeError({
    code: "INTERRUPTED",
    message: `Stopped emptying s3://${bucket}: what is deleted is gone, the rest stands`,
    remedy: "Run the same command again to go on",
    retriable: true,
  });
}

function notDeleted(bucket: string, key: string | undefined, why: string | undefined): Error {
  return new TickertapeError({
    code: "OBJECT_KEPT",
    message: `Could not delete s3://${bucket}/${key}: ${why ?? "S3 gave no reason"}`,
    remedy: "See that your identity may call s3:DeleteObject and s3:DeleteObjectVersion, then " +
      "run deno task aws down again",
  });
}
