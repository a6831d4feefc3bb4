/**
 * A digest of records in their order: the same of an object's bytes and of the topic's records.
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { parseExactly } from "../../exact_json.ts";
import { ADDED_COLUMNS } from "../rows/json_scanner.ts";
import type { Message } from "../rows/records.ts";

/** A digest that records are added to. */
export interface RecordDigest {
  /** Adds a record: its offset, and its line where the format keeps it. */
  add(offset: bigint, content?: Uint8Array): void;
  /** Gives the digest in hexadecimal digits. */
  end(): string;
}

/**
 * Gives what a typed row has to hold, whatever wrote it: each column's value as text.
 *
 * @param row The row, or the line of JSON that it was made from; columns that are null are left out
 * @returns Text that is the same for equal rows
 */
export function rowText(row: Uint8Array | Record<string, unknown>): Uint8Array {
  const line = row instanceof Uint8Array ? decoder.decode(row) : undefined;
  const values: Record<string, unknown> = line ? JSON.parse(line) : row;
  // A number within something nested is kept as it was written, and an offset or a time is no double.
  const exact = line && /[[{]|\d{16}/.test(line.slice(1))
    ? parseExactly(line) as Record<string, unknown>
    : values;
  const texts = Object.entries(values).filter(([, value]) => value !== null).map((
    [name, value],
  ) => [
    name.toLowerCase(),
    typeof value === "object" || (line && ADDED_COLUMNS.includes(name))
      ? JSON.stringify(exact[name])
      : String(value),
  ]);
  return encoder.encode(JSON.stringify(texts.sort(([a], [b]) => a! < b! ? -1 : 1)));
}

/**
 * Gives what a dead letter has to hold of its record.
 *
 * @param record The record, as the topic has it or as the letter tells it
 * @returns Text that is the same for equal records
 */
export function letterText(record: Omit<Message, "offset">): Uint8Array {
  const base64 = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("base64");
  return encoder.encode(
    JSON.stringify([record.timestamp, base64(record.key), base64(record.value)]),
  );
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

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
