/**
 * What the sink is asked and what it tells.
 * @module
 */

/** How records are written: gzip JSON lines, one JSON object a record, or Parquet. */
export type ObjectFormat = "jsonl" | "json" | "parquet";

/** How {@linkcode consume} works. */
export interface ConsumeOptions {
  /** How records are written; `jsonl` by default. */
  format?: ObjectFormat;
  /** Most records of an object; 50,000 by default, and always 1 with `json`. */
  flushRecords?: number;
  /** Most bytes of an object before compression; 8 MiB by default. */
  flushBytes?: number;
  /** Most seconds a record waits for its object to be written; 10 by default. */
  flushSeconds?: number;
  /** Where a group that has read nothing yet begins; `earliest` by default. */
  from?: "earliest" | "latest";
  /** Go on where the topic has dropped records, by its retention, before they were stored. */
  skipLost?: boolean;
  /** End when no record has come for so many seconds; by default the sink goes on. */
  untilIdleSeconds?: number;
  /** End after so many records. */
  count?: number;
  /** Most bytes held in memory over all partitions; 16 MiB by default. */
  maxBufferBytes?: number;
  /** Milliseconds without a heartbeat after which the group gives the partitions to others. */
  sessionTimeoutMs?: number;
  /** Ends the sink: what it holds is written and committed first. */
  signal?: AbortSignal;
  /** Told now and then what has been done so far. */
  onProgress?: (progress: SinkProgress) => void;
}

/** The options that are always set. */
export type ConsumeDefaults = Required<
  Pick<
    ConsumeOptions,
    | "format"
    | "flushRecords"
    | "flushBytes"
    | "flushSeconds"
    | "from"
    | "maxBufferBytes"
    | "sessionTimeoutMs"
  >
>;

/** What {@linkcode ConsumeOptions} are where they are left out. */
export const CONSUME_DEFAULTS: ConsumeDefaults = {
  format: "jsonl",
  flushRecords: 50_000,
  flushBytes: 8 * 1024 * 1024,
  flushSeconds: 10,
  from: "earliest",
  maxBufferBytes: 16 * 1024 * 1024,
  sessionTimeoutMs: 30_000,
};

/** What the sink has done so far. */
export interface SinkProgress {
  /** Records in S3, without dead letters. */
  records: number;
  /** Objects written. */
  objects: number;
  /** Bytes of those objects. */
  bytes: number;
  /** Records that were put aside. */
  deadLetters: number;
  /** Records taken from the topic a second, of late. */
  recordsPerSecond: number;
  /** Records of the topic that are not in S3 yet, as far as is known. */
  lag: number;
  /** Bytes held in memory. */
  bufferedBytes: number;
  /** What the sink waits for, where it does: such as an S3 that does not answer. */
  waitingFor?: string;
}

/** What the sink did with one partition. */
export interface PartitionSummary {
  partition: number;
  /** First offset that was written. */
  firstOffset: bigint;
  /** One past the last offset that was written. */
  nextOffset: bigint;
  records: number;
  deadLetters: number;
  objects: number;
}

/** What a run of the sink did. */
export interface SinkSummary {
  /** Records written, without dead letters. */
  records: number;
  /** Objects written, with those of dead letters. */
  objects: number;
  /** Bytes of those objects. */
  bytes: number;
  /** Records that were put aside under `dead_letter/`. */
  deadLetters: number;
  seconds: number;
  recordsPerSecond: number;
  /** What became of each partition that something was written of. */
  partitions: PartitionSummary[];
}

/** Why a record is a dead letter. */
export type DeadLetterReason =
  | "empty"
  | "not UTF-8"
  | "not JSON"
  | "not a JSON object"
  | "duplicate column"
  | "nested too deep"
  | "reserved column"
  | "integer past 2^53";

/** A record that cannot be a row. */
export interface DeadLetter {
  reason: DeadLetterReason;
  /** What exactly is wrong, in words. */
  detail: string;
  /** The record's key and value as they came; `null` where the record has none. */
  key: Uint8Array | null;
  value: Uint8Array | null;
}
