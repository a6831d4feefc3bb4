/**
 * Decoders for the compressions that kafkajs leaves out, so that any producer's topic can be read.
 * @module
 */
import type { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import { CompressionCodecs, CompressionTypes } from "kafkajs";
import { decodeLz4 } from "./lz4.ts";
import { decodeSnappy } from "./snappy.ts";

const zstd = promisify(zstdDecompress);

let registered = false;

/** Has kafkajs read batches compressed with snappy, LZ4 and Zstandard; gzip it knows. */
export function registerDecoders(): void {
  if (registered) return;
  registered = true;
  CompressionCodecs[CompressionTypes.Snappy] = decoder("snappy", decodeSnappy);
  CompressionCodecs[CompressionTypes.LZ4] = decoder("LZ4", decodeLz4);
  CompressionCodecs[CompressionTypes.ZSTD] = decoder("Zstandard", (bytes) => zstd(bytes));
}

function decoder(name: string, decompress: (bytes: Uint8Array) => Buffer | Promise<Buffer>) {
  return () => ({
    compress: () => Promise.reject(new Error(`Records are not written with ${name} here`)),
    decompress: async (bytes: Buffer) => await decompress(bytes),
  });
}
