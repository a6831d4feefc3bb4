/**
 * CRC-32C (Castagnoli), which guards Kafka's record batches and may guard S3's objects. Eight bytes a
 * step ("slicing by 8").
 *
 * @see RFC 3720, appendix B.4, for test vectors
 * @module
 */

const POLYNOMIAL = 0x82f63b78;
const SLICES = 8;
/** Fewer bytes than this may have no two whole words among them. */
const SHORT = 16;

const TABLES = makeTables();
const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];

/**
 * Takes bytes into a CRC-32C.
 *
 * @param bytes What to check
 * @param before The checksum of the bytes before them; 0 for none
 * @returns The checksum of all of them, unsigned
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(crc32c(new TextEncoder().encode("123456789")), 0xe3069283);
 * ```
 */
export function crc32c(bytes: Uint8Array, before = 0): number {
  if (bytes.length < SHORT) return ~byBytes(~before, bytes, 0, bytes.length) >>> 0;
  const lead = (4 - bytes.byteOffset % 4) % 4;
  // Words of the machine, which are little-endian wherever JavaScript runs.
  const count = (bytes.length - lead) >> 3 << 1;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, count);
  let crc = byBytes(~before, bytes, 0, lead);
  for (let i = 0; i < count; i += 2) {
    const low = crc ^ words[i]!;
    const high = words[i + 1]!;
    crc = T7[low & 0xff]! ^ T6[low >>> 8 & 0xff]! ^ T5[low >>> 16 & 0xff]! ^ T4[low >>> 24]! ^
      T3[high & 0xff]! ^ T2[high >>> 8 & 0xff]! ^ T1[high >>> 16 & 0xff]! ^ T0[high >>> 24]!;
  }
  return ~byBytes(crc, bytes, lead + count * 4, bytes.length) >>> 0;
}

function byBytes(crc: number, bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) crc = T0[(crc ^ bytes[i]!) & 0xff]! ^ crc >>> 8;
  return crc;
}

function makeTables(): Int32Array[] {
  const tables = Array.from({ length: SLICES }, () => new Int32Array(256));
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ POLYNOMIAL : crc >>> 1;
    tables[0]![byte] = crc;
  }
  for (let slice = 1; slice < SLICES; slice++) {
    for (let byte = 0; byte < 256; byte++) {
      const before = tables[slice - 1]![byte]!;
      tables[slice]![byte] = before >>> 8 ^ tables[0]![before & 0xff]!;
    }
  }
  return tables;
}
