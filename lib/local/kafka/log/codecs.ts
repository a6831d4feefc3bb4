/**
 * The compressions of record batches, for the few cases where the broker looks into one.
 * @module
 */
import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { decodeLz4 } from "../../../kafka_client/lz4.ts";
import { decodeSnappy } from "../../../kafka_client/snappy.ts";
import { encodeLz4 } from "./lz4_encoder.ts";
import { encodeSnappy } from "./snappy_encoder.ts";

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
      return decodeLz4(bytes, MAX_UNPACKED);
    case "zstd":
      return zstdDecompressSync(bytes, { maxOutputLength: MAX_UNPACKED });
  }
}

/** How hard the codecs that have levels try. */
export interface Levels {
  gzip?: number;
  zstd?: number;
}

/**
 * Packs records.
 *
 * @param codec How they are to be compressed
 * @param bytes The records
 * @param levels How hard, where that is not left to the codec
 * @returns The bytes to stand behind the batch's header
 */
export function pack(codec: Codec, bytes: Uint8Array, levels: Levels = {}): Uint8Array {
  switch (codec) {
    case "none":
      return bytes;
    case "gzip":
      return gzipSync(bytes, { level: levels.gzip });
    case "snappy":
      return encodeSnappy(bytes);
    case "lz4":
      return encodeLz4(bytes);
    case "zstd":
      return zstdCompressSync(bytes, {
        params: levels.zstd === undefined
          ? {}
          : { [constants.ZSTD_c_compressionLevel]: levels.zstd },
      });
  }
}
