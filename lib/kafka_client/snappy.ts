/**
 * Snappy as Kafka's producers write it: framed in blocks by the Java client, one bare block by others.
 *
 * Framed => Mark (8 bytes) · two versions int32 · [length int32 · block]
 *
 * @see https://github.com/google/snappy/blob/main/format_description.txt
 * @see https://github.com/xerial/snappy-java
 * @module
 */
import { Buffer } from "node:buffer";
import { snappyUncompress } from "hysnappy";

const MARK = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const HEADER_BYTES = MARK.length + 8;

/** Snappy makes 64 bytes of three at best: a block that claims more would only take memory. */
const BEST_RATIO = 64 / 3;

/**
 * Decodes snappy.
 *
 * @param bytes Compressed records of a batch
 * @returns The records
 * @throws {Error} The bytes are not what a producer writes
 */
export function decodeSnappy(bytes: Uint8Array): Buffer {
  if (!MARK.equals(bytes.subarray(0, MARK.length))) return decodeBlock(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks: Buffer[] = [];
  for (let at = HEADER_BYTES; at < bytes.length;) {
    const end = at + 4 + view.getUint32(at);
    blocks.push(decodeBlock(bytes.subarray(at + 4, end)));
    at = end;
  }
  return Buffer.concat(blocks);
}

/** A block begins with its decoded length as a varint, seven bits a byte, the lowest first. */
function decodeBlock(bytes: Uint8Array): Buffer {
  let length = 0;
  let unit = 1;
  for (const byte of bytes.subarray(0, 5)) {
    length += (byte & 0x7f) * unit;
    if (byte < 0x80) break;
    unit *= 0x80;
  }
  if (length > bytes.length * BEST_RATIO) throw new Error(`A block cannot hold ${length} bytes`);
  return Buffer.from(snappyUncompress(bytes, length));
}
