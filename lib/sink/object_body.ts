/**
 * What objects hold: their bytes and their content types.
 * @module
 */
import { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { deadLettersOf, linesOf, type PlacedDeadLetter, type Range } from "./range.ts";
import { parquetBytes } from "./parquet.ts";
import type { ObjectFormat } from "./types.ts";

/** Bytes of an object, and how a browser would be told of them. */
export interface ObjectBody {
  bytes: Uint8Array;
  contentType: string;
}

const compress = promisify(gzip);

/** Lowest level: the numbers of a price list shrink hardly further, and it is the fastest. */
const GZIP_LEVEL = 1;
/** Bytes of each piece of the output. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Gives the bytes of a range's object.
 *
 * @param format How records are written
 * @param range Records, or dead letters alone
 * @param topic Topic they come from
 * @returns What to put
 */
export async function objectBody(
  format: ObjectFormat,
  range: Range,
  topic: string,
): Promise<ObjectBody> {
  if (range.kind === "dead") {
    return deadLetterBody(deadLettersOf(range), topic, range.slices[0]!.batch.partition);
  }
  if (format === "parquet") {
    return { bytes: parquetBytes(range), contentType: "application/vnd.apache.parquet" };
  }
  const lines = linesOf(range);
  if (format === "json") {
    return { bytes: Buffer.concat(lines).subarray(0, -1), contentType: "application/json" };
  }
  return await gzipLines(lines);
}

/**
 * Gives the bytes of an object of dead letters: JSON lines, gzip.
 *
 * @param letters Dead letters in the order of their offsets
 * @param topic Topic they come from
 * @param partition Partition they come from
 * @returns What to put
 */
export function deadLetterBody(
  letters: readonly PlacedDeadLetter[],
  topic: string,
  partition: number,
): Promise<ObjectBody> {
  const lines = letters.map(({ offset, timestamp, reason, detail, key, value }) =>
    `{"topic":${
      JSON.stringify(topic)
    },"partition":${partition},"offset":${offset},"timestamp":${timestamp},` +
    `"reason":${JSON.stringify(reason)},"detail":${JSON.stringify(detail)},` +
    `"key":${base64(key)},"value":${base64(value)}}\n`
  );
  return gzipLines([Buffer.from(lines.join(""))]);
}

async function gzipLines(lines: Uint8Array[]): Promise<ObjectBody> {
  const bytes = await compress(Buffer.concat(lines), { level: GZIP_LEVEL, chunkSize: CHUNK_BYTES });
  return { bytes, contentType: "application/gzip" };
}

function base64(bytes: Uint8Array | null): string {
  return bytes === null ? "null" : `"${Buffer.from(bytes).toString("base64")}"`;
}
