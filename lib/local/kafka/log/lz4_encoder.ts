/**
 * LZ4 frames, as Kafka's own brokers write them: independent blocks of 64 KiB, no checksums of content.
 *
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 * @module
 */
import { Buffer } from "node:buffer";

/** Mark, version 1 with independent blocks, blocks of 64 KiB at most, and these two's checksum. */
const HEAD = Uint8Array.of(0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82);
const END = new Uint8Array(4);
const BLOCK_BYTES = 64 * 1024;

/** Bit of a block's size that says its data is not compressed. */
const STORED = 0x80000000;

const SHORTEST_MATCH = 4;

/** A match begins no nearer to the block's end than this, and reaches no nearer than that. */
const LAST_MATCH_START = 12;
const LAST_LITERALS = 5;

const HASH_BITS = 13;

/**
 * Encodes bytes as one LZ4 frame.
 *
 * @param bytes The bytes
 * @returns The frame
 */
export function encodeLz4(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [HEAD];
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const plain = bytes.subarray(at, at + BLOCK_BYTES);
    const packed = encodeBlock(plain);
    const isSmaller = packed.length < plain.length;
    const size = Buffer.alloc(4);
    size.writeUInt32LE(isSmaller ? packed.length : (plain.length | STORED) >>> 0);
    parts.push(size, isSmaller ? packed : plain);
  }
  return Buffer.concat([...parts, END]);
}

/** Takes the newest place with the same four bytes for a match. */
function encodeBlock(input: Uint8Array): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const seen = new Int32Array(1 << HASH_BITS).fill(-1);
  const out: Output = { bytes: Buffer.alloc(mostBytes(input.length)), at: 0 };
  let literalsAt = 0;
  for (let at = 0; at < input.length - LAST_MATCH_START;) {
    const word = view.getUint32(at, true);
    const slot = Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
    const candidate = seen[slot]!;
    seen[slot] = at;
    if (candidate < 0 || view.getUint32(candidate, true) !== word) {
      at++;
      continue;
    }
    let end = at + SHORTEST_MATCH;
    while (end < input.length - LAST_LITERALS && input[end] === input[candidate + end - at]) end++;
    writeSequence(out, input.subarray(literalsAt, at), at - candidate, end - at);
    literalsAt = at = end;
  }
  writeSequence(out, input.subarray(literalsAt));
  return out.bytes.subarray(0, out.at);
}

interface Output {
  bytes: Uint8Array;
  at: number;
}

/** What a block may take at worst: a byte more for each 255 literals. */
function mostBytes(length: number): number {
  return length + Math.ceil(length / 255) + 16;
}

/** Literals and the match behind them; the last sequence has literals alone. */
function writeSequence(out: Output, literals: Uint8Array, distance = 0, matched = 0): void {
  const more = distance === 0 ? 0 : matched - SHORTEST_MATCH;
  out.bytes[out.at++] = Math.min(literals.length, 15) << 4 | Math.min(more, 15);
  writeLength(out, literals.length);
  out.bytes.set(literals, out.at);
  out.at += literals.length;
  if (distance === 0) return;
  out.bytes[out.at++] = distance & 0xff;
  out.bytes[out.at++] = distance >> 8;
  writeLength(out, more);
}

/** What of a length does not fit into the token's four bits. */
function writeLength(out: Output, length: number): void {
  if (length < 15) return;
  let left = length - 15;
  for (; left >= 255; left -= 255) out.bytes[out.at++] = 255;
  out.bytes[out.at++] = left;
}
