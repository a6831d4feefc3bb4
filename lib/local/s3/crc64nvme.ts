/**
 * CRC-64/NVME, bit-reflected, started from and ended with all ones.
 * @module
 */

/** CRC-64/NVME's polynomial, bit-reflected, in two halves. */
const NVME_HIGH = 0x9a6c9329;
const NVME_LOW = 0xac4bc9b5;

let nvme: { high: Uint32Array; low: Uint32Array } | undefined;

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
