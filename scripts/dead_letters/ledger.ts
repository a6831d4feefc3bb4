/**
 * Which dead letters were sent again: an object beside them, which one run at a time may write.
 *
 * A run claims it before it sends, and gives it back at its end. While it sends it writes it again
 * and again, each time on the condition that nobody else did. So whoever finds it claimed waits: where
 * nothing is written meanwhile, its run is gone, and the claim may be taken over.
 * @module
 */
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { setTimeout as sleep } from "node:timers/promises";
import { awsClientOptions } from "../../lib/aws.ts";
import { awsFailure } from "../../lib/aws_failure.ts";
import type { Config } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { folderOf } from "../../lib/sink/object_key.ts";
import { fromBook, toBook } from "./letter_names.ts";

/** Offsets by partition: from where on the topic has to be looked through. */
export type Positions = Record<string, string>;

/** What the object holds. */
interface Book {
  /** Offsets of the letters that were sent, by their partition. */
  sent: Record<string, string[]>;
  /** There while letters may be in the topic that are not noted here: where they can be. */
  unsettled?: Positions;
  /** There while a run is at it; it counts its writes, so that each is another object. */
  claim?: { run: string; beat: number };
}

/** A ledger that this run has claimed. */
export interface Ledger {
  /** Names of the letters that were sent, as their headers have them. */
  readonly sent: Set<string>;
  /**
   * From where on the topic may have letters that are not in the ledger, because a run was cut off;
   * empty for all of it, `undefined` where there are none.
   */
  readonly unsettled: Positions | undefined;
  /** Keeps what is known now; what is sent from now on will be found from these offsets on. */
  keep(from?: Positions): Promise<void>;
  /** Keeps what is known now, and gives the claim back; whether all that was sent is noted. */
  close(isSettled: boolean): Promise<void>;
}

/** How long a claim may stay as it is before its run is taken to be gone. */
export const ABANDONED_MS = 10_000;

/**
 * Claims the ledger of what was sent from the configured topic to another, or to itself.
 *
 * @param config Bucket, prefix and topic
 * @param topic Where the letters are sent to
 * @param options `abandonedMs`: how long another run's claim is watched; `onWait`: told of that
 * @returns The ledger
 * @throws {TickertapeError} `DEAD_LETTERS_BUSY`: another run is at it; or the bucket cannot be used
 */
export async function claimLedger(
  config: Config,
  topic: string,
  { abandonedMs = ABANDONED_MS, onWait = () => {} }: {
    abandonedMs?: number;
    onWait?: () => void;
  } = {},
): Promise<Ledger> {
  const shelf = openShelf(config, topic);
  let found = await shelf.read();
  if (found?.book.claim) {
    onWait();
    await sleep(abandonedMs);
    const later = await shelf.read();
    if (later?.etag !== found.etag && later?.book.claim) throw busy(topic);
    found = later;
  }
  // Without a ledger nobody knows what was sent before.
  const unsettled = found === undefined ? {} : found.book.unsettled;
  const sent = fromBook(config.kafka.topic, found?.book.sent ?? {});
  const run = crypto.randomUUID();
  let etag = found?.etag;
  let beat = 0;
  let from = unsettled;
  let isClosed = false;
  const write = async (claim: Book["claim"]) => {
    etag = await shelf.write({ sent: toBook(sent), unsettled: from, claim }, etag);
  };
  // One write after another: each needs the tag of the one before.
  let last: Promise<void> = Promise.resolve();
  const keep = () => last = last.then(() => write({ run, beat: beat++ }));
  await keep();
  return {
    sent,
    unsettled,
    keep(next = from) {
      from = next;
      return isClosed ? last : keep();
    },
    async close(isSettled) {
      isClosed = true;
      if (isSettled) from = undefined;
      try {
        await (last = last.then(() => write(undefined)));
      } finally {
        shelf.close();
      }
    },
  };
}

interface Shelf {
  read(): Promise<{ book: Book; etag: string } | undefined>;
  /** Writes the book in place of the one with the tag, or where there is none. */
  write(book: Book, etag: string | undefined): Promise<string>;
  close(): void;
}

function openShelf(config: Config, topic: string): Shelf {
  const s3 = new S3Client({ ...awsClientOptions(config), forcePathStyle: true });
  const Bucket = config.s3.dataBucket;
  const names = `${config.kafka.topic}+${topic}`;
  const Key = `${folderOf(config.s3.dataPrefix, "dead")}sent_again/${names}.json`;
  const failure = (error: unknown, doing: string) =>
    awsFailure(config, `${doing} '${Key}' in the bucket '${Bucket}'`, error);
  const read = async () => {
    try {
      const { Body, ETag = "" } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return { book: JSON.parse(await Body!.transformToString()) as Book, etag: ETag };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw failure(error, "read");
    }
  };
  return {
    read,
    async write(book, etag) {
      const Body = JSON.stringify(book);
      const condition = etag === undefined ? { IfNoneMatch: "*" } : { IfMatch: etag };
      const ContentType = "application/json";
      try {
        const put = new PutObjectCommand({ Bucket, Key, Body, ContentType, ...condition });
        return (await s3.send(put)).ETag ?? "";
      } catch (error) {
        if (!isTaken(error)) throw failure(error, "write");
        // An answer may have been lost, and the write be there all the same.
        const there = await read();
        if (there === undefined || JSON.stringify(there.book) !== Body) throw busy(topic);
        return there.etag;
      }
    },
    close: () => s3.destroy(),
  };
}

function isTaken(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode === 412 || name === "ConditionalRequestConflict";
}

function busy(topic: string): TickertapeError {
  return new TickertapeError({
    code: "DEAD_LETTERS_BUSY",
    message: `Could not send dead letters to '${topic}' again: another run is sending them`,
    remedy: "Wait until it has ended, then run this again: what it sent is left out.",
    retriable: true,
  });
}
