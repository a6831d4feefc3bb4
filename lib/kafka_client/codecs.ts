/**
 * Decoders for every compression, so that any producer's topic can be read. None makes more of a
 * batch than memory can bear: a few kilobytes may stand for gigabytes.
 * @module
 */
import type { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { unzip, zstdDecompress } from "node:zlib";
import { CompressionCodecs, CompressionTypes } from "kafkajs";
import { decodeLz4 } from "./lz4.ts";
import { decodeSnappy } from "./snappy.ts";

/** Most bytes that the records of a batch may have: some hundred times what brokers take of one. */
const MOST_BYTES = 256 * 1024 * 1024;

const zstd = promisify(zstdDecompress);
const gzip = promisify(unzip);

let registered = false;

/** Has kafkajs read batches compressed with gzip, snappy, LZ4 and Zstandard; it writes gzip. */
export function registerDecoders(): void {
  if (registered) return;
  registered = true;
  const { compress } = CompressionCodecs[CompressionTypes.GZIP]();
  const limits = { maxOutputLength: MOST_BYTES };
  CompressionCodecs[CompressionTypes.GZIP] = () => ({
    compress,
    decompress: (bytes: Buffer) => gzip(bytes, limits),
  });
  CompressionCodecs[CompressionTypes.Snappy] = decoder("snappy", decodeSnappy);
  CompressionCodecs[CompressionTypes.LZ4] = decoder("LZ4", (bytes) => decodeLz4(bytes, MOST_BYTES));
  CompressionCodecs[CompressionTypes.ZSTD] = decoder("Zstandard", (bytes) => zstd(bytes, limits));
}

function decoder(name: string, decompress: (bytes: Uint8Array) => Buffer | Promise<Buffer>) {
  return () => ({
    compress: () => Promise.reject(new Error(`Records are not written with ${name} here`)),
    decompress: async (bytes: Buffer) => await decompress(bytes),
  });
}
