/**
 * HyperLogLogs of many values.
 * @module
 */
import { aggregate, type Aggregates } from "../aggregate.ts";
import { murmur3 } from "../arithmetic/hashes.ts";
import { HyperLogLog } from "../sketches/hyperloglog.ts";

const bits = new Uint8Array(8);
const view = new DataView(bits.buffer);

const encoder = new TextEncoder();

/** Values, each by a hash of its bytes. */
class ValueSet<T> {
  set: HyperLogLog | undefined;

  constructor(readonly bytesOf: (value: T) => Uint8Array) {}

  add(value: T): void {
    this.set ??= new HyperLogLog();
    this.set.add(murmur3(this.bytesOf(value))[0]);
  }
}

/** Sets taken together. */
class MergedSet {
  set: HyperLogLog | undefined;

  add({ bytes }: { bytes: Uint8Array }): void {
    const other = HyperLogLog.deserialize(bytes);
    if (this.set) this.set.mergeWith(other);
    else this.set = other;
  }
}

/** Hashes of values, with the bits of a bucket's number. */
class Hashes {
  set: HyperLogLog | undefined;

  add(hash: bigint, bits: bigint): void {
    this.set ??= new HyperLogLog(Number(bits));
    this.set.add(BigInt.asUintN(64, hash));
  }
}

const bytesOfSet = ({ set }: MergedSet | ValueSet<never>) => set?.serialize() ?? null;

function bytesOfLong(value: bigint): Uint8Array {
  view.setBigInt64(0, value, true);
  return bits;
}

function bytesOfDouble(value: number): Uint8Array {
  view.setFloat64(0, Number.isNaN(value) ? NaN : value, true);
  return bits;
}

export const SETS = {
  set_of_bigint: aggregate("i", "x", () => new ValueSet(bytesOfLong), bytesOfSet),
  set_of_double: aggregate("d", "x", () => new ValueSet(bytesOfDouble), bytesOfSet),
  set_of_varchar: aggregate(
    "s",
    "x",
    () => new ValueSet((text: string) => encoder.encode(text)),
    bytesOfSet,
  ),
  merge_sets: aggregate("x", "x", () => new MergedSet(), bytesOfSet),
  distinct: aggregate("ii", "i", () => new Hashes(), ({ set }) => set?.cardinality() ?? 0n),
} satisfies Aggregates;
