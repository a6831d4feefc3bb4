/**
 * The two cyclic redundancy checks of S3 that the platform does not bring: CRC-32C (Castagnoli) and
 * CRC-64/NVME, both bit-reflected, started from and ended with all ones.
 * @module
 */

/** CRC-32C's polynomial, bit-reflected. */
const CASTAGNOLI = 0x82f63b78;

/** CRC-64/NVME's polynomial, bit-reflected, in two halves. */
const NVME_HIGH = 0x9a6c9329;
const NVME_LOW = 0xac4bc9b5;

let castagnoli: Uint32Array | undefined;
let nvme: { high: Uint32Array; low: Uint32Array } | undefined;

/**
 * Takes more bytes into a CRC-32C.
 *
 * @param bytes Bytes to take in
 * @param crc The CRC of the bytes before them, 0 for none
 * @returns The CRC of all of them
 */
export function crc32c(bytes: Uint8Array, crc = 0): number {
  const table = castagnoli ??= castagnoliTable();
  let value = ~crc;
  for (let i = 0; i < bytes.length; i++) {
    value = table[(value ^ bytes[i]!) & 0xff]! ^ (value >>> 8);
  }
  return ~value >>> 0;
}

/** A CRC-64 in two unsigned halves. */
export interface Crc64 {
  high: number;
  low: number;
}

/**
 * Takes more bytes into a CRC-64/NVME.
 *
 * @param bytes Bytes to take in
 * @param crc The CRC of the bytes before them, zeros for none
 * @returns The CRC of all of them
 */
export function crc64nvme(bytes: Uint8Array, crc: Crc64 = { high: 0, low: 0 }): Crc64 {
  const table = nvme ??= nvmeTable();
  let high = ~crc.high;
  let low = ~crc.low;
  for (let i = 0; i < bytes.length; i++) {
    const index = (low ^ bytes[i]!) & 0xff;
    low = table.low[index]! ^ ((low >>> 8) | (high << 24));
    high = table.high[index]! ^ (high >>> 8);
  }
  return { high: ~high >>> 0, low: ~low >>> 0 };
}

function castagnoliTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CASTAGNOLI : value >>> 1;
    return value;
  });
}

function nvmeTable(): { high: Uint32Array; low: Uint32Array } {
  const table = { high: new Uint32Array(256), low: new Uint32Array(256) };
  for (let byte = 0; byte < 256; byte++) {
    let high = 0;
    let low = byte;
    for (let bit = 0; bit < 8; bit++) {
      const odd = low & 1;
      low = (low >>> 1) | (high << 31);
      high >>>= 1;
      if (odd) {
        low ^= NVME_LOW;
        high ^= NVME_HIGH;
      }
    }
    table.high[byte] = high;
    table.low[byte] = low;
  }
  return table;
}
