/**
 * HyperLogLogs: few hashes are kept with 26 bits each, many as the longest run of
 * zeros of each bucket. The same bytes and the same count as the engine's.
 * @module
 */
import { log } from "../arithmetic/twofold.ts";
import { badCast, fail } from "../udf.ts";
import { MEASURED, type Measured } from "./hyperloglog_bias.ts";

const SPARSE = 2;
const DENSE = 3;
const PREFIX = 26;
const PREFIXES = 2 ** PREFIX;
/** The bits of a hash after its prefix. */
const REST = (1n << BigInt(64 - PREFIX)) - 1n;
/** Bits of a bucket's number, where a set's bytes may be read. */
const STORED_BITS = 12;
const STORED_BUCKETS = 2 ** STORED_BITS;
/** By how much the list grows. */
const GROWTH = 10;
const MOST_DELTA = 15;

/** Zeros that a hash begins with after its prefix of 26 bits. */
function zerosAfterPrefix(hash: bigint): number {
  const rest = Number(hash & REST);
  const high = Math.floor(rest / 2 ** 32);
  return high > 0 ? Math.clz32(high) - PREFIX : 64 - PREFIX - 32 + Math.clz32(rest);
}

/** A HyperLogLog. */
export class HyperLogLog {
  readonly #bits: number;
  readonly #buckets: number;
  /** The longest list of hashes that takes less room than the buckets. */
  readonly #mostSparse: number;
  /** Zeros after each prefix, while they are few. */
  #sparse: Map<number, number> | undefined = new Map();
  #room = 1;
  #dense = new Uint8Array(0);
  /** How many buckets have each run. */
  readonly #runs = new Uint16Array(64);

  /** @param bits Bits of a bucket's number: 11 or 12 */
  constructor(bits = STORED_BITS) {
    this.#bits = bits;
    this.#buckets = 2 ** bits;
    this.#mostSparse = (this.#buckets / 2 + 16) / 4;
  }

  /** Adds a value by its hash of 64 bits. */
  add(hash: bigint): void {
    const prefix = Number(hash >> BigInt(64 - PREFIX));
    const zeros = zerosAfterPrefix(hash);
    if (!this.#sparse) return this.#insert(prefix, zeros);
    const known = this.#sparse.get(prefix);
    this.#sparse.set(prefix, Math.max(known ?? 0, zeros));
    if (this.#sparse.size > this.#room) this.#room += GROWTH;
    if (this.#room > this.#mostSparse) this.#densify();
  }

  /** Adds what was added to another. */
  mergeWith(other: HyperLogLog): void {
    if (this.#sparse && other.#sparse) {
      for (const [prefix, zeros] of other.#sparse) {
        this.#sparse.set(prefix, Math.max(this.#sparse.get(prefix) ?? 0, zeros));
      }
      this.#room = this.#sparse.size;
      if (this.#room > this.#mostSparse) this.#densify();
      return;
    }
    this.#densify();
    if (other.#sparse) { for (const [prefix, zeros] of other.#sparse) this.#insert(prefix, zeros); }
    else for (const [i, run] of other.#dense.entries()) this.#raise(i, run);
  }

  #densify(): void {
    if (!this.#sparse) return;
    const entries = this.#sparse;
    this.#sparse = undefined;
    this.#dense = new Uint8Array(this.#buckets);
    this.#runs[0] = this.#buckets;
    for (const [prefix, zeros] of entries) this.#insert(prefix, zeros);
  }

  #insert(prefix: number, zeros: number): void {
    const width = PREFIX - this.#bits;
    const rest = prefix & ((1 << width) - 1);
    const run = rest === 0 ? width + zeros : Math.clz32(rest) - (32 - width);
    this.#raise(prefix >>> width, run + 1);
  }

  #raise(bucket: number, run: number): void {
    const known = this.#dense[bucket] as number;
    if (run <= known) return;
    this.#dense[bucket] = run;
    this.#runs[known]!--;
    this.#runs[run]!++;
  }

  /** How many different values there are, nearly. */
  cardinality(): bigint {
    if (this.#sparse) return linearCount(PREFIXES - this.#sparse.size, PREFIXES);
    const empty = this.#runs[0] as number;
    if (empty > 0.4 * this.#buckets) return linearCount(empty, this.#buckets);
    const sum = this.#runs.reduce((total, count, run) => total + count / 2 ** run, 0);
    const estimate = 0.7213 / (1 + 1.079 / this.#buckets) * this.#buckets * this.#buckets / sum;
    return BigInt(Math.round(estimate - biasOf(estimate, this.#bits)));
  }

  /** The bytes of it. */
  serialize(): Uint8Array {
    if (this.#sparse) {
      const entries = [...this.#sparse].sort(([a], [b]) => a - b);
      const bytes = new Uint8Array(4 + 4 * entries.length);
      const view = new DataView(bytes.buffer);
      bytes.set([SPARSE, this.#bits]);
      view.setUint16(2, entries.length, true);
      for (const [i, [prefix, zeros]] of entries.entries()) {
        view.setInt32(4 + 4 * i, prefix << 6 | zeros, true);
      }
      return bytes;
    }
    const least = Math.min(...this.#dense);
    const over = [...this.#dense.entries()].filter(([, run]) => run - least > MOST_DELTA);
    const bytes = new Uint8Array(5 + this.#buckets / 2 + 3 * over.length);
    const view = new DataView(bytes.buffer);
    bytes.set([DENSE, this.#bits, least]);
    for (let i = 0; i < this.#buckets; i += 2) {
      const [high, low] = [this.#dense[i], this.#dense[i + 1]] as [number, number];
      bytes[3 + i / 2] = Math.min(high - least, MOST_DELTA) << 4 |
        Math.min(low - least, MOST_DELTA);
    }
    const at = 3 + this.#buckets / 2;
    view.setUint16(at, over.length, true);
    for (const [i, [bucket, run]] of over.entries()) {
      view.setUint16(at + 2 + 2 * i, bucket, true);
      bytes[at + 2 + 2 * over.length + i] = run - least - MOST_DELTA;
    }
    return bytes;
  }

  /**
   * Reads the bytes of one.
   *
   * @throws {Error} `INVALID_CAST_ARGUMENT` for bytes of none, `NOT_SUPPORTED` for another size
   */
  static deserialize(bytes: Uint8Array): HyperLogLog {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const known = (bytes[0] === SPARSE && bytes.length >= 4) ||
      (bytes[0] === DENSE && bytes.length >= 5 + STORED_BUCKETS / 2);
    if (bytes.length > 1 && bytes[1] !== STORED_BITS) {
      fail("NOT_SUPPORTED", "a HyperLogLog of another size than 4,096 buckets is not supported");
    }
    if (!known) badCast("Cannot deserialize HyperLogLog");
    const result = new HyperLogLog();
    if (bytes[0] === SPARSE) {
      const count = view.getUint16(2, true);
      if (bytes.length !== 4 + 4 * count) badCast("input is too big");
      for (let i = 0; i < count; i++) {
        const entry = view.getUint32(4 + 4 * i, true);
        result.#sparse?.set(entry >>> 6, entry & 63);
      }
      result.#room = count;
      return result;
    }
    result.#densify();
    const least = bytes[2] as number;
    for (let i = 0; i < STORED_BUCKETS; i++) {
      const pair = bytes[3 + (i >> 1)] as number;
      result.#raise(i, least + (i % 2 === 0 ? pair >> 4 : pair & 15));
    }
    const at = 3 + STORED_BUCKETS / 2;
    const count = view.getUint16(at, true);
    if (bytes.length !== at + 2 + 3 * count) badCast("input is too big");
    for (let i = 0; i < count; i++) {
      const over = bytes[at + 2 + 2 * count + i] as number;
      const bucket = view.getUint16(at + 2 + 2 * i, true);
      result.#raise(bucket, (result.#dense[bucket] as number) + over);
    }
    return result;
  }
}

function linearCount(empty: number, buckets: number): bigint {
  return BigInt(Math.round(buckets * log(buckets / empty)));
}

function biasOf(estimate: number, bits: number): number {
  const { estimates, biases } = MEASURED[bits] as Measured;
  const at = estimates.findIndex((known) => known >= estimate);
  if (at < 0 || estimate < (estimates[0] as number)) return 0;
  if (estimates[at] === estimate) return biases[at] as number;
  const [x0, x1] = [estimates[at - 1], estimates[at]] as [number, number];
  const [y0, y1] = [biases[at - 1], biases[at]] as [number, number];
  return (((estimate - x0) * (y1 - y0)) / (x1 - x0)) + y0;
}
