/**
 * Reads an object of the sink, and what is in it.
 * @module
 */
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { parquetReadObjects } from "hyparquet";
import { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { hourOf } from "../object_key.ts";
import { fingerprintOf, fromMetadata } from "../object_metadata.ts";
import type { ListedObject } from "../objects/list_objects.ts";
import { letterText, recordDigest, rowText } from "./record_digest.ts";
import type { Problem, ReadObject } from "./types.ts";

const expand = promisify(gunzip);

/** A record as an object has it. */
interface ObjectRecord {
  partition: number;
  offset: bigint;
  timestamp: bigint;
  /** The line, the dead letter's value, or the text of a typed row. */
  content: Uint8Array;
  /** What is compared with the topic's record, where that is more. */
  whole?: Uint8Array;
}

/**
 * Reads one object, and checks it against its own name and metadata.
 *
 * @param s3 The client
 * @param bucket The bucket
 * @param topic The topic whose objects are checked
 * @param listed The object
 * @param report Called for each problem
 * @returns What is in it, or `undefined` where it cannot be told
 */
export async function readObject(
  s3: S3Client,
  bucket: string,
  topic: string,
  listed: ListedObject,
  report: (problem: Problem) => void,
): Promise<ReadObject | undefined> {
  const { key, partition } = listed;
  const response = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const bytes = await response.Body!.transformToByteArray();
  const problem = (kind: Problem["kind"], message: string) =>
    report({ kind, partition, key, message });
  const metadata = fromMetadata(response.Metadata ?? {});
  if (metadata === undefined) {
    problem("name", "its metadata does not say what it holds");
    return undefined;
  }
  if (
    metadata.topic !== topic || metadata.partition !== partition ||
    metadata.firstOffset !== listed.firstOffset
  ) problem("name", `its metadata speaks of ${metadata.topic}/${metadata.partition}`);
  let records: ObjectRecord[];
  try {
    records = await recordsOf(listed, bytes);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    problem("content", `it cannot be read: ${error.message}`);
    return undefined;
  }
  return check(key, metadata, records, problem);
}

function check(
  key: string,
  metadata: ReadObject["metadata"],
  records: ObjectRecord[],
  problem: (kind: Problem["kind"], message: string) => void,
): ReadObject {
  const { firstOffset, nextOffset, partition } = metadata;
  const digest = recordDigest();
  let before = firstOffset - 1n;
  for (const record of records) {
    if (record.partition !== partition) {
      problem("content", `it holds partition ${record.partition}`);
    }
    if (record.offset <= before) {
      problem("overlap", `offset ${record.offset} comes after ${before} in it`);
    }
    before = record.offset;
    digest.add(record.offset, record.whole ?? record.content);
  }
  if (before >= nextOffset) problem("content", `it holds ${before}, past its end ${nextOffset}`);
  if (records.length !== metadata.records) {
    problem("count", `it says it holds ${metadata.records} records, and holds ${records.length}`);
  }
  const first = records[0];
  if (first && metadata.kind !== "letters" && !key.endsWith(".parquet")) {
    const found = fingerprintOf(partition, first.offset, first.timestamp, first.content);
    if (found !== metadata.fingerprint) {
      problem("fingerprint", `its first record is not the one it was written with`);
    }
  }
  if (first && metadata.kind !== "letters" && !key.includes(`${hourFolder(first.timestamp)}/`)) {
    problem("name", `its first record is of ${hourFolder(first.timestamp)}`);
  }
  const last = records.at(-1);
  return {
    key,
    metadata,
    offsets: first && last ? { first: first.offset, last: last.offset } : undefined,
    count: records.length,
    digest: digest.end(),
  };
}

function hourFolder(timestamp: bigint): string {
  const [day, time] = new Date(hourOf(timestamp) * 3_600_000).toISOString().split("T");
  return `dt=${day}/hour=${time!.slice(0, 2)}`;
}

async function recordsOf(
  { key, kind }: ListedObject,
  bytes: Uint8Array,
): Promise<ObjectRecord[]> {
  if (key.endsWith(".parquet")) return await parquetRecords(bytes);
  if (key.endsWith(".json")) return [lineRecord(Buffer.concat([bytes, Buffer.from("\n")]))];
  const lines = splitLines(await expand(bytes));
  return kind === "dead" ? lines.map(deadRecord) : lines.map(lineRecord);
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, to));
    from = to;
  }
  return lines;
}

/** The three columns that the sink adds are the last of a line. */
const ADDED = /"kafka_partition":(\d+),"kafka_offset":(\d+),"kafka_timestamp":(-?\d+)\}\n$/;

function lineRecord(line: Buffer): ObjectRecord {
  JSON.parse(line.toString());
  const found = ADDED.exec(line.subarray(-160).toString());
  if (!found) throw new Error(`a line has no offset: ${line.subarray(0, 80).toString()}`);
  return {
    partition: Number(found[1]),
    offset: BigInt(found[2]!),
    timestamp: BigInt(found[3]!),
    content: line,
  };
}

/** It comes before all that a record can have a part in. */
const LETTER_TIME = /,"timestamp":(-?\d+),/;

function deadRecord(line: Buffer): ObjectRecord {
  const text = line.toString();
  const letter = JSON.parse(text);
  const time = LETTER_TIME.exec(text);
  if (!time) throw new Error(`a dead letter has no timestamp: ${text.slice(0, 80)}`);
  const bytes = (base64: string | null) => base64 === null ? null : Buffer.from(base64, "base64");
  const [key, value] = [bytes(letter.key), bytes(letter.value)];
  return {
    partition: letter.partition,
    offset: BigInt(letter.offset),
    timestamp: BigInt(time[1]!),
    content: value ?? Buffer.alloc(0),
    whole: letterText({ timestamp: time[1]!, key, value }),
  };
}

async function parquetRecords(bytes: Uint8Array): Promise<ObjectRecord[]> {
  const file = new Uint8Array(bytes).buffer;
  const rows = await parquetReadObjects({ file });
  return rows.map((row) => ({
    partition: Number(row["kafka_partition"]),
    offset: BigInt(row["kafka_offset"]),
    timestamp: BigInt(row["kafka_timestamp"]),
    content: rowText(row),
  }));
}
