/**
 * Compression of what is stored.
 * @module
 */
import { gzipSync } from "node:zlib";

/** Lowest level: the numbers of a price list shrink hardly further, and it is the fastest. */
const GZIP_LEVEL = 1;
/** Least bytes of each piece of the output. */
const CHUNK_BYTES = 64 * 1024;

/**
 * Compresses bytes, in the caller's own thread.
 *
 * @param bytes What to compress
 * @returns A gzip file
 *
 * @example
 * ```ts
 * import { gunzipSync } from "node:zlib";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(gunzipSync(gzipBytes(new Uint8Array([1, 2]))).join(), "1,2");
 * ```
 */
export function gzipBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // Room for the usual result in one piece, which is then not copied to join it with others. What
  // of it is not written to takes no memory.
  const chunkSize = Math.max(CHUNK_BYTES, bytes.length >> 1);
  return gzipSync(bytes, { level: GZIP_LEVEL, chunkSize }) as Uint8Array<ArrayBuffer>;
}
