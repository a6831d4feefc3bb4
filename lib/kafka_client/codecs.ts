/**
 * Decoders for the compressions that kafkajs leaves out, so that any producer's topic can be read.
 * @module
 */
import { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import { snappyUncompress } from "hysnappy";
import { CompressionCodecs, CompressionTypes } from "kafkajs";
import { decodeLz4 } from "./lz4.ts";

/** What the xerial framing of Java's snappy streams begins with: a mark, and two versions. */
const XERIAL_MARK = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const XERIAL_HEADER_BYTES = XERIAL_MARK.length + 8;

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

/**
 * Decodes snappy as Kafka's producers write it: framed in blocks by the Java client, one bare block
 * by others.
 *
 * @param bytes Compressed records of a batch
 * @returns The records
 */
export function decodeSnappy(bytes: Uint8Array): Buffer {
  const framed = XERIAL_MARK.equals(bytes.subarray(0, XERIAL_MARK.length));
  if (!framed) return decodeSnappyBlock(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks: Buffer[] = [];
  let at = XERIAL_HEADER_BYTES;
  while (at < bytes.length) {
    const length = view.getUint32(at);
    at += 4;
    blocks.push(decodeSnappyBlock(bytes.subarray(at, at + length)));
    at += length;
  }
  return Buffer.concat(blocks);
}

/** A block begins with its decoded length as a varint, seven bits a byte, the lowest first. */
function decodeSnappyBlock(bytes: Uint8Array): Buffer {
  let length = 0;
  let shift = 0;
  for (const byte of bytes.subarray(0, 5)) {
    length += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if (byte < 0x80) break;
  }
  return Buffer.from(snappyUncompress(bytes, length));
}

function decoder(name: string, decompress: (bytes: Uint8Array) => Buffer | Promise<Buffer>) {
  return () => ({
    compress: () => Promise.reject(new Error(`Records are not written with ${name} here`)),
    decompress: async (bytes: Buffer) => await decompress(bytes),
  });
}
