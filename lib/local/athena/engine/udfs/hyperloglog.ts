/**
 * HyperLogLogs.
 * @module
 */
import { Buffer } from "node:buffer";
import { murmur3 } from "../arithmetic/hashes.ts";
import { HyperLogLog } from "../sketches/hyperloglog.ts";
import { udf, type Udfs } from "../udf.ts";

interface Items<T> {
  items: readonly T[];
}

const bits = new Uint8Array(8);
const view = new DataView(bits.buffer);

/** Takes the values that there are to one HyperLogLog; nothing where there are none. */
function setOf<T>(items: readonly T[], bytesOf: (item: T) => Uint8Array): Uint8Array | null {
  if (items.length === 0) return null;
  const set = new HyperLogLog();
  for (const item of items) set.add(murmur3(bytesOf(item))[0]);
  return set.serialize();
}

function bytesOfLong(value: bigint): Uint8Array {
  view.setBigInt64(0, value, true);
  return bits;
}

function bytesOfDouble(value: number): Uint8Array {
  view.setFloat64(0, Number.isNaN(value) ? NaN : value, true);
  return bits;
}

export const HYPERLOGLOG_UDFS: Udfs = {
  t_set_of_bigint: udf("q", "x", ({ items }: Items<bigint>) => setOf(items, bytesOfLong)),
  t_set_of_double: udf("l", "x", ({ items }: Items<number>) => setOf(items, bytesOfDouble)),
  t_set_of_varchar: udf("t", "x", ({ items }: Items<string>) => {
    const encoder = new TextEncoder();
    return setOf(items, (item) => encoder.encode(item));
  }),
  t_merge_sets: udf("t", "x", ({ items }: Items<string>) => {
    const [first, ...others] = items.map((hex) => HyperLogLog.deserialize(Buffer.from(hex, "hex")));
    if (!first) return null;
    for (const other of others) first.mergeWith(other);
    return first.serialize();
  }),
  t_distinct: udf("qi", "i", ({ items }: Items<bigint>, bits: bigint) => {
    const set = new HyperLogLog(Number(bits));
    for (const hash of items) set.add(BigInt.asUintN(64, hash));
    return set.cardinality();
  }),
  t_set_cardinality: udf(
    "x",
    "i",
    ({ bytes }: { bytes: Uint8Array }) => HyperLogLog.deserialize(bytes).cardinality(),
  ),
};
