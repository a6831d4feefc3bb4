/**
 * A partition's log in a temporary folder, for the tests of the log.
 * @module
 */
import { type BatchHeader, readHeader } from "../../../lib/local/kafka/log/batch.ts";
import {
  type LogSettings,
  type LogState,
  openPartitionLog,
  type PartitionLog,
} from "../../../lib/local/kafka/log/partition_log.ts";
import { batchOf } from "./helpers.ts";

const SETTINGS: LogSettings = {
  segmentBytes: 1 << 30,
  segmentMs: 1e12,
  retentionMs: -1,
  retentionBytes: -1,
  indexIntervalBytes: 4096,
  appendTime: false,
  deletes: true,
  compaction: undefined,
};

/** File of the first segment. */
export const LOG = "00000000000000000000.log";

/** A log of a test's own. */
export interface TestLog extends AsyncDisposable {
  dir: string;
  log: PartitionLog;
  /** Whether nothing can be kept beside its files any more. */
  isFull: boolean;
  /** What it told that it lost. */
  losses: string[];
  /** What is kept of the log beside its files. */
  state: LogState;
  /** Closes the log and opens it again on the same files. */
  reopen(settings?: Partial<LogSettings>): void;
}

/** Opens a log in a temporary folder. */
export async function testLog(settings: Partial<LogSettings> = {}): Promise<TestLog> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-log-" });
  const open = (own: Partial<LogSettings>, state: LogState) =>
    openPartitionLog(dir, state, () => ({ ...SETTINGS, ...own }), {
      onState(next) {
        if (test.isFull) throw new Error("database or disk is full");
        test.state = next;
      },
      onLoss: ({ message }) => losses.push(message),
    });
  const losses: string[] = [];
  const start = { startOffset: 0n, cleanOffset: 0n };
  const test: TestLog = {
    dir,
    isFull: false,
    losses,
    state: start,
    log: open(settings, start),
    reopen(next = settings) {
      test.log.close();
      test.log = open(next, test.state);
    },
    async [Symbol.asyncDispose]() {
      test.log.close();
      await Deno.remove(dir, { recursive: true });
    },
  };
  return test;
}

/** Appends a batch without keys, and returns its first offset. */
export async function append(log: PartitionLog, values: string[], timestamp = 1_000) {
  return log.append(await batchOf({ values, timestamp }), Date.now()).baseOffset;
}

/** The batches in some bytes. */
export function batchesIn(bytes: Uint8Array): { header: BatchHeader; batch: Uint8Array }[] {
  const batches = [];
  for (let at = 0; at < bytes.length;) {
    const header = readHeader(bytes, at);
    batches.push({ header, batch: bytes.subarray(at, at + header.size) });
    at += header.size;
  }
  return batches;
}

/** Names of the files in a folder. */
export function files(dir: string): string[] {
  return [...Deno.readDirSync(dir)].map(({ name }) => name).sort();
}
