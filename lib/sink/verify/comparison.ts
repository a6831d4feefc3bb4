/**
 * What is stored of a partition, beside the topic's own records.
 * @module
 */
import { BatchEncoder } from "../rows/encode_batch.ts";
import { type Message, MessageRecords } from "../rows/records.ts";
import { letterText, type RecordDigest, recordDigest, rowText } from "./record_digest.ts";
import type { Chain, Problem, ReadObject, VerifiedPartition } from "./types.ts";

/** One partition's objects beside the topic's records, which come in their order. */
export class Comparison {
  /** Where to begin to read the topic. */
  readonly from: bigint;
  readonly #part: VerifiedPartition;
  readonly #ranges: ReadObject[];
  readonly #letters: Map<bigint, ReadObject>;
  readonly #encoders: Record<"jsonl" | "parquet", BatchEncoder>;
  readonly #found: { firstOffset: bigint; fewer: boolean; problem: Problem }[] = [];
  #at = 0;
  #seen = 0;
  #rows: RecordDigest = recordDigest();
  #dead: RecordDigest = recordDigest();

  /**
   * @param part What was found of the partition
   * @param chain Its objects
   * @param low Oldest offset of the topic: what it has dropped cannot be compared
   */
  constructor(part: VerifiedPartition, chain: Chain, low: bigint) {
    this.#part = part;
    this.#ranges = chain.ranges.filter(({ metadata }) => metadata.firstOffset >= low);
    this.#letters = new Map(
      chain.objects.filter(({ metadata }) => metadata.kind === "letters")
        .map((object) => [object.metadata.firstOffset, object]),
    );
    const { partition } = part;
    this.#encoders = {
      jsonl: new BatchEncoder(partition),
      parquet: new BatchEncoder(partition, "parquet"),
    };
    this.from = this.#ranges[0]?.metadata.firstOffset ?? part.nextOffset;
  }

  /**
   * Compares records of the topic.
   *
   * @param records Records in the order of their offsets
   */
  add(records: readonly Message[]): void {
    for (const record of records) {
      const offset = BigInt(record.offset);
      while (this.#current && offset >= this.#current.metadata.nextOffset) this.#finish();
      const range = this.#current;
      if (range === undefined) return;
      // An overlap or a gap is told of by the chain.
      if (offset < range.metadata.firstOffset) continue;
      this.#part.compared++;
      this.#seen++;
      this.#addRecord(range, record, offset);
    }
  }

  /**
   * Tells what differs.
   *
   * @param low Oldest offset of the topic once it was read: it may have dropped more meanwhile
   * @param compacted Whether the topic drops records by their keys, so that it may have fewer
   * @returns The problems
   */
  end(low: bigint, compacted: boolean): Problem[] {
    while (this.#current) this.#finish();
    return this.#found
      .filter(({ firstOffset, fewer }) => firstOffset >= low && !(compacted && fewer))
      .map(({ problem }) => problem);
  }

  get #current(): ReadObject | undefined {
    return this.#ranges[this.#at];
  }

  #addRecord(range: ReadObject, record: Message, offset: bigint): void {
    // What is a row depends on the format; in an object of dead letters alone nothing is.
    if (range.metadata.kind === "dead") return this.#dead.add(offset, letterText(record));
    const parquet = range.key.endsWith(".parquet");
    const { lines, dead } = this.#encoders[parquet ? "parquet" : "jsonl"].encode(
      new MessageRecords([record]),
    );
    if (dead.size > 0) this.#dead.add(offset, letterText(record));
    else this.#rows.add(offset, parquet ? rowText(lines) : lines);
  }

  #finish(): void {
    const { key, metadata, digest, count } = this.#current!;
    const { firstOffset } = metadata;
    const letters = this.#letters.get(firstOffset);
    const { partition } = this.#part;
    const rows = this.#rows.end();
    const dead = this.#dead.end();
    const fewer = this.#seen < count + (letters?.count ?? 0);
    const differs = (what: string, at: string) => {
      const message = `its ${what} are not those that the topic has at these offsets`;
      const problem: Problem = { kind: "content", partition, key: at, message };
      this.#found.push({ firstOffset, fewer, problem });
    };
    if ((metadata.kind === "dead" ? dead : rows) !== digest) differs("records", key);
    if (letters && dead !== letters.digest) differs("dead letters", letters.key);
    this.#rows = recordDigest();
    this.#dead = recordDigest();
    this.#seen = 0;
    this.#at++;
  }
}
