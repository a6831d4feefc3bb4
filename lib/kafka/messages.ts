/**
 * Records as messages of the topic's partitions.
 * @module
 */
import { Buffer } from "node:buffer";
import { Partitioners } from "kafkajs";

/** A record as it is sent. */
export interface Outgoing {
  key: string | null;
  value: string;
  partition: number;
  /** Place of the record in this run, counted from 1. */
  row: number;
}

/** Messages of one partition, to go out in one request. */
export interface PartitionBatch {
  partition: number;
  messages: Outgoing[];
}

/**
 * Bytes of records in one request: below the 1 MiB that brokers take by default, with room for what
 * the protocol adds to each record.
 */
const MAX_BATCH_BYTES = 768 * 1024;

/** Keys whose partition is remembered. */
const MAX_KNOWN_KEYS = 100_000;

/**
 * Makes messages of records: the value is the record as JSON, the key the text of one column, and
 * the partition follows from the key by murmur2, as with Java's producer, so that records with the
 * same key stay in order. Records without a key take turns on the partitions, batch by batch.
 *
 * The partition is settled here, once, and not in the client at each try: a record without a key that
 * is sent again must go where it went before, or the broker cannot tell that it has it.
 *
 * @param partitions Partitions of the topic
 * @param keyColumn Column with the key; each record's first by default
 * @param decimals Columns whose whole numbers are written as decimals
 * @returns A function that turns a batch of records into batches of one partition each
 */
export function messageMaker(
  partitions: number,
  keyColumn?: string,
  decimals: readonly string[] = [],
): (records: readonly Readonly<Record<string, unknown>>[]) => PartitionBatch[] {
  const byHash = Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
    partitionId,
    leader: 0,
    partitionErrorCode: 0,
    replicas: [],
    isr: [],
  }));
  const textOf = jsonWriter(decimals);
  const known = new Map<string, number>();
  let turn = 0;
  let row = 0;

  const partitionOf = (key: string | null): number => {
    if (key === null) return turn % partitions;
    const found = known.get(key);
    if (found !== undefined) return found;
    const partition = byHash({ topic: "", partitionMetadata, message: { key, value: null } });
    if (known.size >= MAX_KNOWN_KEYS) known.clear();
    known.set(key, partition);
    return partition;
  };

  return (records) => {
    turn++;
    const full: PartitionBatch[] = [];
    const open: { messages: Outgoing[]; bytes: number }[] = partitionMetadata.map(() => ({
      messages: [],
      bytes: 0,
    }));
    for (const record of records) {
      const key = keyOf(record, keyColumn);
      const value = textOf(record);
      const partition = partitionOf(key);
      const batch = open[partition];
      if (batch === undefined) continue;
      const bytes = Buffer.byteLength(value);
      if (batch.bytes + bytes > MAX_BATCH_BYTES && batch.messages.length > 0) {
        full.push({ partition, messages: batch.messages });
        batch.messages = [];
        batch.bytes = 0;
      }
      batch.messages.push({ key, value, partition, row: ++row });
      batch.bytes += bytes;
    }
    open.forEach(({ messages }, partition) => {
      if (messages.length > 0) full.push({ partition, messages });
    });
    return full;
  };
}

function keyOf(record: Readonly<Record<string, unknown>>, column?: string): string | null {
  const name = column ?? firstColumn(record);
  const value = name === undefined ? null : record[name];
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function firstColumn(record: Readonly<Record<string, unknown>>): string | undefined {
  for (const name in record) return name;
  return undefined;
}

/** Writes records as JSON, whole numbers of some columns with a decimal point: `5.0`. */
function jsonWriter(
  decimals: readonly string[],
): (record: Readonly<Record<string, unknown>>) => string {
  const names = decimals.map((column) => ({ column, name: `${JSON.stringify(column)}:` }));
  return (record) => {
    let text = JSON.stringify(record);
    for (const { column, name } of names) {
      const value = record[column];
      // What JSON writes with an exponent is a decimal to its readers already.
      if (!Number.isSafeInteger(value)) continue;
      const field = `${name}${value}`;
      // A quote inside of text has a backslash before it, so this is the column and nothing else.
      const end = text.lastIndexOf(field) + field.length;
      text = `${text.slice(0, end)}.0${text.slice(end)}`;
    }
    return text;
  };
}
