/**
 * What objects hold: their bytes and their content types.
 * @module
 */
import { Buffer } from "node:buffer";
import { deadLettersOf, linesOf, type PlacedDeadLetter, type Range } from "../ranges/range.ts";
import type { ObjectFormat } from "../types.ts";
import type { Compressor } from "./compressor.ts";
import { parquetBytes } from "./parquet.ts";

/** Bytes of an object, and their media type. */
export interface ObjectBody {
  bytes: Uint8Array;
  contentType: string;
}

/**
 * Gives the bytes of a range's object.
 *
 * @param format How records are written
 * @param range Records, or dead letters alone
 * @param topic Topic they come from
 * @param compressor Compresses
 * @returns What to put
 */
export async function objectBody(
  format: ObjectFormat,
  range: Range,
  topic: string,
  compressor: Compressor,
): Promise<ObjectBody> {
  if (range.kind === "dead") {
    const { partition } = range.slices[0]!.batch;
    return deadLetterBody(deadLettersOf(range), topic, partition, compressor);
  }
  if (format === "parquet") {
    return { bytes: parquetBytes(range), contentType: "application/vnd.apache.parquet" };
  }
  const lines = linesOf(range);
  if (format === "json") {
    return { bytes: Buffer.concat(lines).subarray(0, -1), contentType: "application/json" };
  }
  return await gzipLines(lines, compressor);
}

/**
 * Gives the bytes of an object of dead letters: JSON lines, gzip.
 *
 * @param letters Dead letters in the order of their offsets
 * @param topic Topic they come from
 * @param partition Partition they come from
 * @param compressor Compresses
 * @returns What to put
 */
export function deadLetterBody(
  letters: readonly PlacedDeadLetter[],
  topic: string,
  partition: number,
  compressor: Compressor,
): Promise<ObjectBody> {
  const lines = letters.map(({ offset, timestamp, reason, detail, key, value }) =>
    `{"topic":${
      JSON.stringify(topic)
    },"partition":${partition},"offset":${offset},"timestamp":${timestamp},` +
    `"reason":${JSON.stringify(reason)},"detail":${JSON.stringify(detail)},` +
    `"key":${base64(key)},"value":${base64(value)}}\n`
  );
  return gzipLines([Buffer.from(lines.join(""))], compressor);
}

async function gzipLines(lines: Uint8Array[], compressor: Compressor): Promise<ObjectBody> {
  return { bytes: await compressor.gzip(lines), contentType: "application/gzip" };
}

function base64(bytes: Uint8Array | null): string {
  return bytes === null ? "null" : `"${Buffer.from(bytes).toString("base64")}"`;
}
