/**
 * Hashes of values by their types, and their sum.
 * @module
 */
import { Buffer } from "node:buffer";
import { xxHash64, xxHash64OfLong } from "../arithmetic/hashes.ts";
import { udf, type Udfs } from "../udf.ts";

const PRIME = 0x9e3779b185ebca87n;

const signed = (value: bigint) => BigInt.asIntN(64, value);
const bits = new DataView(new ArrayBuffer(8));

function hashDouble(value: number): bigint {
  bits.setFloat64(0, Number.isNaN(value) ? NaN : value + 0);
  return signed(xxHash64OfLong(bits.getBigUint64(0)));
}

function hashReal(value: number): bigint {
  bits.setFloat32(0, Number.isNaN(value) ? NaN : value + 0);
  return signed(xxHash64OfLong(BigInt(bits.getInt32(0))));
}

/** The hash of each half. */
function hashHalves(high: bigint, low: bigint): bigint {
  return signed(xxHash64OfLong(high) ^ xxHash64OfLong(low));
}

export const CHECKSUM_UDFS: Udfs = {
  t_hash_long: udf("i", "i", (value: bigint) => signed(xxHash64OfLong(value))),
  t_hash_double: udf("d", "i", hashDouble),
  t_hash_real: udf("d", "i", hashReal),
  t_hash_int128: udf("s", "i", (digits: string) => {
    const value = BigInt(digits);
    return hashHalves(value >> 64n, value);
  }),
  t_hash_uuid: udf("s", "i", (text: string) => {
    const bytes = Buffer.from(text.replaceAll("-", ""), "hex");
    return hashHalves(bytes.readBigUInt64LE(0), bytes.readBigUInt64LE(8));
  }),
  t_hash_bytes: udf("x", "i", ({ bytes }: { bytes: Uint8Array }) => signed(xxHash64(bytes))),
  t_hash_chain: udf(
    "qi",
    "i",
    ({ items }: { items: bigint[] }, start: bigint) =>
      items.reduce((hash, item) => signed(31n * hash + item), start),
  ),
  t_hash_sum: udf(
    "q",
    "i",
    ({ items }: { items: bigint[] }) => signed(items.reduce((sum, item) => sum + item, 0n)),
  ),
  t_times_prime: udf("i", "i", (hash: bigint) => signed(hash * PRIME)),
  t_checksum: udf("s", "x", (sum: string) => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigInt64(0, signed(BigInt(sum)), true);
    return bytes;
  }),
};
