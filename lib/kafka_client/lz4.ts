/**
 * LZ4 frames, as producers of compressed batches write them.
 *
 * Frame => Magic Descriptor [Block] EndMark [ContentChecksum]
 *   Magic => 0x184D2204
 *   Descriptor => FLG BD [ContentSize int64] [DictionaryId int32] HeaderChecksum int8
 *   Block => Size int32 Data [BlockChecksum int32]
 * Numbers are little-endian. The checksums are left unread: a batch has one of its own.
 *
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 * @module
 */
import { Buffer } from "node:buffer";

const MAGIC = 0x184d2204;

/** Bits of the descriptor's first byte. */
const FLAGS = { dictionary: 0x01, contentSize: 0x08, blockChecksum: 0x10 } as const;

/** Bit of a block's size that says its data is not compressed. */
const STORED = 0x80000000;

/** Bytes of the shortest match, which its length does not count. */
const SHORTEST_MATCH = 4;

/**
 * Decodes an LZ4 frame.
 *
 * @param frame The frame
 * @param most Most bytes that its content may have
 * @returns Its content
 * @throws {Error} The bytes are not an LZ4 frame, are cut, or stand for more
 */
export function decodeLz4(frame: Uint8Array, most: number = Infinity): Buffer {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 7 || view.getUint32(0, true) !== MAGIC) throw new Error("Not an LZ4 frame");
  const flags = view.getUint8(4);
  let at = 7 + (flags & FLAGS.contentSize ? 8 : 0) + (flags & FLAGS.dictionary ? 4 : 0);
  const out = growing(Math.min(frame.length * 4, most), most);
  while (true) {
    const size = view.getUint32(at, true);
    at += 4;
    if (size === 0) return out.content();
    const data = frame.subarray(at, at + (size & ~STORED));
    if (size & STORED) out.append(data);
    else decodeBlock(data, out);
    at += data.length + (flags & FLAGS.blockChecksum ? 4 : 0);
  }
}

/** A block is a row of sequences: literals, then a match that copies what is there already. */
function decodeBlock(block: Uint8Array, out: Growing): void {
  let at = 0;
  const byte = (): number => {
    const value = block[at++];
    if (value === undefined) throw new Error("An LZ4 block is cut");
    return value;
  };
  const length = (nibble: number): number => {
    let total = nibble;
    if (nibble < 15) return total;
    let more: number;
    do total += more = byte(); while (more === 255);
    return total;
  };
  while (at < block.length) {
    const token = byte();
    const literals = length(token >> 4);
    if (at + literals > block.length) throw new Error("An LZ4 block is cut");
    out.append(block.subarray(at, at += literals));
    // The last sequence has literals alone.
    if (at === block.length) return;
    const distance = byte() | (byte() << 8);
    out.repeat(distance, length(token & 15) + SHORTEST_MATCH);
  }
}

interface Growing {
  append(bytes: Uint8Array): void;
  /** Appends what stands `distance` bytes back; it may reach into what it appends. */
  repeat(distance: number, length: number): void;
  content(): Buffer;
}

function growing(capacity: number, most: number): Growing {
  let buffer = Buffer.alloc(capacity);
  let used = 0;
  const reserve = (more: number) => {
    if (used + more <= buffer.length) return;
    if (used + more > most) throw new Error(`An LZ4 frame has more than ${most} bytes`);
    const larger = Buffer.alloc(Math.max(buffer.length * 2, used + more));
    larger.set(buffer.subarray(0, used));
    buffer = larger;
  };
  return {
    append: (bytes) => {
      reserve(bytes.length);
      buffer.set(bytes, used);
      used += bytes.length;
    },
    repeat: (distance, length) => {
      if (distance === 0 || distance > used) throw new Error("An LZ4 match is out of range");
      reserve(length);
      const end = used + length;
      while (used < end) {
        // What overlaps itself is copied in pieces that do not.
        const piece = Math.min(distance, end - used);
        buffer.copyWithin(used, used - distance, used - distance + piece);
        used += piece;
      }
    },
    content: () => buffer.subarray(0, used),
  };
}
