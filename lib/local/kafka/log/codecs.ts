/**
 * The compressions of record batches, for the few cases where the broker looks into one.
 * @module
 */
import { Buffer } from "node:buffer";
import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { snappyUncompress } from "hysnappy";
import { decodeLz4 } from "../../../kafka_client/lz4.ts";

/** Codecs by their number in a batch's attributes. */
export const CODECS = ["none", "gzip", "snappy", "lz4", "zstd"] as const;

/** Name of a codec. */
export type Codec = typeof CODECS[number];

/** Records that take more than this are not unpacked. */
const MAX_UNPACKED = 256 * 1024 * 1024;

/**
 * Unpacks the records of a batch.
 *
 * @param codec How they are compressed
 * @param bytes The records, as they stand behind the batch's header
 * @returns The records
 * @throws {Error} They are not what the codec says, or too large
 */
export function unpack(codec: Codec, bytes: Uint8Array): Uint8Array {
  switch (codec) {
    case "none":
      return bytes;
    case "gzip":
      return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
    case "snappy":
      return unpackSnappy(bytes);
    case "lz4":
      return decodeLz4(bytes);
    case "zstd":
      return zstdDecompressSync(bytes, { maxOutputLength: MAX_UNPACKED });
  }
}

/**
 * Packs records again, with the codec they had where it can be written here, or else with gzip, which
 * every client reads.
 *
 * @param codec How they were compressed
 * @param bytes The records
 * @returns The codec they are compressed with now, and the bytes
 */
export function pack(codec: Codec, bytes: Uint8Array): { codec: Codec; bytes: Uint8Array } {
  if (codec === "none") return { codec, bytes };
  if (codec === "zstd") return { codec, bytes: zstdCompressSync(bytes) };
  return { codec: "gzip", bytes: gzipSync(bytes) };
}

/** What snappy's streams of Java begin with; other clients send one block alone. */
const XERIAL_MARK = "82534e4150505900";
const XERIAL_HEADER = 16;

function unpackSnappy(bytes: Uint8Array): Uint8Array {
  if (bytes.subarray(0, XERIAL_MARK.length / 2).toHex() !== XERIAL_MARK) return unpackBlock(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks: Uint8Array[] = [];
  for (let at = XERIAL_HEADER; at < bytes.length;) {
    const end = at + 4 + view.getUint32(at);
    blocks.push(unpackBlock(bytes.subarray(at + 4, end)));
    at = end;
  }
  return Buffer.concat(blocks);
}

/** Snappy makes 64 bytes of three at best: a block that claims more would only take memory. */
const SNAPPY_BEST = 64 / 3;

/** A block begins with its unpacked length as a varint. */
function unpackBlock(block: Uint8Array): Uint8Array {
  let length = 0;
  for (let i = 0, byte = 0x80; byte >= 0x80 && i < 5; i++) {
    byte = block[i] ?? 0;
    length += (byte & 0x7f) * 2 ** (7 * i);
  }
  if (length > block.length * SNAPPY_BEST) throw new Error(`A block cannot hold ${length} bytes`);
  return snappyUncompress(block, length);
}
