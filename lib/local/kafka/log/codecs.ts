/**
 * The compressions of record batches, for the few cases where the broker looks into one.
 * @module
 */
import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { decodeLz4 } from "../../../kafka_client/lz4.ts";
import { decodeSnappy } from "../../../kafka_client/snappy.ts";

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
      return decodeSnappy(bytes);
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
