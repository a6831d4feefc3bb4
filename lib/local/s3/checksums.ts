/**
 * The checksums an object can have, by their names in the API.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { crc32c } from "../../crc32c.ts";
import { type Crc64, crc64nvme } from "./crc64nvme.ts";

/** Algorithms this server computes, and the bytes each digest has. */
const CHECKSUM_LENGTHS = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
} as const;

/** Name of a checksum algorithm, as in `x-amz-sdk-checksum-algorithm`. */
export type ChecksumAlgorithm = keyof typeof CHECKSUM_LENGTHS;

/** A checksum of an object: of all its bytes, or of its parts' checksums (`…-N`). */
export interface Checksum {
  algorithm: ChecksumAlgorithm;
  /** Base64, with `-N` after it where `type` is `COMPOSITE`. */
  value: string;
  type: "FULL_OBJECT" | "COMPOSITE";
}

/** A checksum in the making. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** The digest of all bytes so far, in base64; called once. */
  digest(): string;
}

/** All algorithms, in the order of the API's documentation. */
export const CHECKSUM_ALGORITHMS = Object.keys(CHECKSUM_LENGTHS) as ChecksumAlgorithm[];

/**
 * Gives the header an algorithm's digest travels in.
 *
 * @param algorithm The algorithm
 * @returns The header's name, such as `x-amz-checksum-crc32`
 */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/**
 * Gives the XML element an algorithm's digest travels in.
 *
 * @param algorithm The algorithm
 * @returns The element's name, such as `ChecksumCRC32`
 */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm}`;
}

/**
 * Tells whether a text is one of the algorithms' names.
 *
 * @param name Text, upper case
 */
export function isChecksumAlgorithm(name: string): name is ChecksumAlgorithm {
  return Object.hasOwn(CHECKSUM_LENGTHS, name);
}

/**
 * Starts a checksum.
 *
 * @param algorithm Which one
 * @returns What takes the bytes
 */
export function createChecksum(algorithm: ChecksumAlgorithm): Hasher {
  switch (algorithm) {
    case "SHA1":
    case "SHA256": {
      const hash = createHash(algorithm.toLowerCase());
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("base64") };
    }
    case "CRC32":
      return runningCrc(crc32);
    case "CRC32C":
      return runningCrc(crc32c);
    case "CRC64NVME": {
      let crc: Crc64 = { high: 0, low: 0 };
      return {
        update: (bytes) => crc = crc64nvme(bytes, crc),
        digest: () => {
          const digest = Buffer.alloc(8);
          digest.writeUInt32BE(crc.high, 0);
          digest.writeUInt32BE(crc.low, 4);
          return digest.toString("base64");
        },
      };
    }
  }
}

/**
 * Computes the checksum of a multipart object from its parts' checksums.
 *
 * @param algorithm Which one
 * @param parts Each part's digest in base64, in order
 * @returns Base64, `-`, and the number of parts
 */
export function compositeChecksum(
  algorithm: ChecksumAlgorithm,
  parts: readonly string[],
): string {
  const hasher = createChecksum(algorithm);
  for (const part of parts) hasher.update(Buffer.from(part, "base64"));
  return `${hasher.digest()}-${parts.length}`;
}

/**
 * Tells whether a text is a digest of an algorithm: base64 of the right number of bytes.
 *
 * @param algorithm Which one
 * @param value Text to look at
 */
export function isDigest(algorithm: ChecksumAlgorithm, value: string): boolean {
  return isBase64(value, CHECKSUM_LENGTHS[algorithm]);
}

/**
 * Tells whether a text is the base64 of so many bytes.
 *
 * @param value Text to look at
 * @param bytes How many
 */
export function isBase64(value: string, bytes: number): boolean {
  const decoded = Buffer.from(value, "base64");
  return decoded.length === bytes && decoded.toString("base64") === value;
}

function runningCrc(take: (bytes: Uint8Array, crc: number) => number): Hasher {
  let crc = 0;
  return {
    update: (bytes) => crc = take(bytes, crc),
    digest: () => {
      const digest = Buffer.alloc(4);
      digest.writeUInt32BE(crc);
      return digest.toString("base64");
    },
  };
}
