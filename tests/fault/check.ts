/**
 * Reads every object in S3, offset by offset, and compares it with what the producer knows and with
 * the topic. It uses none of the sink's code.
 * @module
 */
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import type { Acknowledged } from "./load.ts";

/** What lies in S3. */
export interface Stored {
  /** Value by partition and offset. */
  values: Map<string, string>;
  objects: number;
  records: number;
  deadLetters: number;
}

/**
 * Reads the bucket.
 *
 * @param endpoint URL of S3
 * @param bucket The bucket
 * @returns What lies there
 * @throws {Error} An offset is there twice
 */
export async function readStored(endpoint: string, bucket: string): Promise<Stored> {
  const s3 = new S3Client({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    forcePathStyle: true,
  });
  const stored: Stored = { values: new Map(), objects: 0, records: 0, deadLetters: 0 };
  const places = new Map<string, string>();
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken }));
    for (const { Key = "" } of page.Contents ?? []) {
      stored.objects++;
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      const text = gunzipSync(await Body!.transformToByteArray()).toString();
      for (const line of text.trimEnd().split("\n")) {
        const { place, value } = recordOf(Key, line);
        const other = places.get(place);
        if (other !== undefined) throw new Error(`${place} is in ${other} and in ${Key}`);
        places.set(place, Key);
        stored.values.set(place, value);
        if (Key.startsWith("dead_letter/")) stored.deadLetters++;
        else stored.records++;
      }
    }
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  s3.destroy();
  return stored;
}

function recordOf(key: string, line: string): { place: string; value: string } {
  const row = JSON.parse(line);
  if (key.startsWith("dead_letter/")) {
    const value = Buffer.from(row.value, "base64").toString();
    return { place: `${row.partition}/${row.offset}`, value };
  }
  return { place: `${row.kafka_partition}/${row.kafka_offset}`, value: `{"n":${row.n}}` };
}

/**
 * Compares what is stored with what was acknowledged.
 *
 * @param stored What lies in S3
 * @param acknowledged What the broker acknowledged
 * @throws {Error} A record is missing, is another, or there is a gap
 */
export function compare(stored: Stored, acknowledged: Acknowledged): void {
  for (const [place, value] of acknowledged) {
    const found = stored.values.get(place);
    if (found === undefined) throw new Error(`${place} was acknowledged, and is not in S3`);
    if (found !== value) throw new Error(`${place} is ${found} in S3, and ${value} was sent`);
  }
  const offsets = Map.groupBy([...stored.values.keys()], (place) => place.split("/")[0]!);
  for (const [partition, places] of offsets) {
    const numbers = places.map((place) => Number(place.split("/")[1])).sort((a, b) => a - b);
    numbers.forEach((offset, at) => {
      if (offset !== at) throw new Error(`${partition}/${at} is not in S3, and ${offset} is`);
    });
  }
}
