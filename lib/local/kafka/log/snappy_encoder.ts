/**
 * Snappy in the Java client's frame, which every consumer reads.
 *
 * @see https://github.com/xerial/snappy-java
 * @module
 */
import { Buffer } from "node:buffer";
import { snappyCompress } from "hyparquet-writer/src/snappy.js";

/** Mark, version, and the oldest version that reads it. */
const HEAD = Buffer.from("82534e41505059000000000100000001", "hex");
const BLOCK_BYTES = 32 * 1024;

/**
 * Encodes bytes in Snappy's blocks, framed.
 *
 * @param bytes The bytes
 * @returns The frame
 */
export function encodeSnappy(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [HEAD];
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const block = snappyCompress(bytes.subarray(at, at + BLOCK_BYTES));
    const size = Buffer.alloc(4);
    size.writeInt32BE(block.length);
    parts.push(size, block);
  }
  return Buffer.concat(parts);
}
