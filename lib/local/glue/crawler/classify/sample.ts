/**
 * Reads the beginning of an object, as the crawler does: 1 MB, and on in steps of 1 MB.
 * @module
 */
import { constants, createGunzip, gunzipSync } from "node:zlib";
import type { ObjectInfo, ObjectStore } from "../../../types.ts";
import type { Compression } from "./file_schema.ts";

/** Bytes the crawler reads of an object at a time. */
export const STEP_BYTES = 1024 * 1024;

/** Steps after which the crawler gives up on finding a record. */
const MAX_STEPS = 10;

/** Compressed objects up to this size are unpacked in one go; larger ones in a stream. */
const SMALL_BYTES = 64 * 1024;

/** The beginning of an object, unpacked. */
export interface Sample {
  text: string;
  /** Bytes that `text` stands for. */
  bytes: number;
  /** Whether it is all of the object. */
  complete: boolean;
  compression: Compression;
}

/**
 * Reads samples of an object, each longer than the one before, until the whole object or its first
 * 10 MB have been read.
 *
 * @param store Where the object is
 * @param bucket Its bucket
 * @param object The object
 * @param head Its first step's bytes, where they have been read already
 */
export async function* readSamples(
  store: ObjectStore,
  bucket: string,
  object: Pick<ObjectInfo, "key" | "size">,
  head: Uint8Array,
): AsyncIterable<Sample> {
  let raw = head;
  for (let step = 1; step <= MAX_STEPS; step++) {
    const end = Math.min(object.size, step * STEP_BYTES);
    if (end > raw.length) {
      const more = await store.read(bucket, object.key, { start: raw.length, end });
      raw = join([raw, more]);
    }
    const sample = await unpack(raw, raw.length >= object.size, step * STEP_BYTES);
    yield sample;
    if (sample.complete) return;
  }
}

/** Whether bytes begin as gzip does (RFC 1952, section 2.3.1). */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function unpack(raw: Uint8Array, all: boolean, limit: number): Promise<Sample> {
  if (!isGzip(raw)) return toSample(raw, all, "none");
  const plain = await gunzipPrefix(raw, limit);
  return toSample(plain.bytes, all && plain.complete, "gzip");
}

function toSample(bytes: Uint8Array, complete: boolean, compression: Compression): Sample {
  // Without fatal, so that a character cut in two at the end does no harm. Drops a byte-order mark.
  const text = new TextDecoder().decode(bytes);
  return { text, bytes: bytes.length, complete, compression };
}

async function gunzipPrefix(
  raw: Uint8Array,
  limit: number,
): Promise<{ bytes: Uint8Array; complete: boolean }> {
  if (raw.length <= SMALL_BYTES) {
    try {
      const bytes = gunzipSync(raw, {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: limit,
      });
      return { bytes, complete: true };
    } catch (error) {
      if (!isTooLarge(error)) throw error;
    }
  }
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  gunzip.end(raw);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of gunzip as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length >= limit) return { bytes: join(parts).subarray(0, limit), complete: false };
  }
  return { bytes: join(parts), complete: true };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
