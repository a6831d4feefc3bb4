import type { EncodedBatch } from "../../../lib/sink/rows/encode_batch.ts";
import type { Chance } from "./random.ts";

/** A record of the model's one partition. */
export interface ModelRecord {
  offset: bigint;
  timestamp: number;
  dead: boolean;
  /** Which life of the topic it is of. */
  life: number;
}

const HOUR_MS = 3_600_000;

/** A partition that producers append to, with gaps where transactions' markers are. */
export class ModelTopic {
  records: ModelRecord[] = [];
  /** One past the last offset. */
  high = 0n;
  life = 0;
  #time = 1_700_000_000_000;

  append(chance: Chance, count: number): void {
    for (let i = 0; i < count; i++) {
      if (chance.hits(0.05)) this.high += 1n;
      if (chance.hits(0.06)) this.#time += HOUR_MS;
      // Producers' clocks differ: a record may be of an hour before.
      const timestamp = this.#time - (chance.hits(0.05) ? HOUR_MS : 0);
      this.records.push({
        offset: this.high,
        timestamp,
        dead: chance.hits(0.15),
        life: this.life,
      });
      this.high += 1n;
    }
  }

  /** The topic is deleted and made again. */
  remake(): void {
    this.records = [];
    this.high = 0n;
    this.life++;
    this.#time += 1_000;
  }

  fetch(from: bigint, most: number): ModelRecord[] {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.offset < from) low = middle + 1;
      else high = middle;
    }
    return this.records.slice(low, low + most);
  }
}

/** Bytes that a record's line, or a dead letter, holds in memory in the model. */
export const LINE_BYTES = 132;
/** Bytes of a dead letter's value: the rest is what is kept with it. */
const VALUE_BYTES = 4;

export function encode(records: readonly ModelRecord[]): EncodedBatch {
  const lines = new Uint8Array(records.length * LINE_BYTES);
  const ends: number[] = [];
  const dead: EncodedBatch["dead"] = new Map();
  let end = 0;
  for (const [at, record] of records.entries()) {
    const content = new Uint8Array(record.dead ? VALUE_BYTES : LINE_BYTES).fill(record.life);
    if (record.dead) {
      dead.set(at, { reason: "not JSON", detail: "", key: null, value: content });
    } else {
      lines.set(content, end);
      end += LINE_BYTES;
    }
    ends.push(end);
  }
  return {
    partition: 0,
    offsets: records.map((record) => record.offset),
    timestamps: records.map((record) => record.timestamp),
    lines,
    ends,
    dead,
    bytes: records.length * LINE_BYTES,
  };
}
