/**
 * A digest of records in their order: the same of an object's bytes and of the topic's records.
 * @module
 */
import { createHash } from "node:crypto";

/** A digest that records are added to. */
export interface RecordDigest {
  /** Adds a record: its offset, and its line where the format keeps it. */
  add(offset: bigint, content?: Uint8Array): void;
  /** Gives the digest in hexadecimal digits. */
  end(): string;
}

/**
 * Starts a digest.
 *
 * @returns A digest of no record
 */
export function recordDigest(): RecordDigest {
  const hash = createHash("sha256");
  return {
    add(offset, content) {
      hash.update(`${offset}:${content?.length ?? 0}\n`);
      if (content) hash.update(content);
    },
    end: () => hash.digest("hex"),
  };
}
