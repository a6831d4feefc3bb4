import { assertEquals } from "@std/assert";
import { crc32c } from "../lib/crc32c.ts";

// RFC 3720, appendix B.4; the RFC prints the bytes in the order they are sent, lowest first.
const vectors: [string, Uint8Array, number][] = [
  ["32 bytes of zeroes", new Uint8Array(32), 0x8a9136aa],
  ["32 bytes of ones", new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ["32 bytes incrementing", Uint8Array.from({ length: 32 }, (_, i) => i), 0x46dd794e],
  ["32 bytes decrementing", Uint8Array.from({ length: 32 }, (_, i) => 31 - i), 0x113fdb5c],
  [
    "an iSCSI SCSI Read (10) command PDU",
    Uint8Array.fromHex(
      "01c00000000000000000000000000000140000000000040000000014000000182800000000000000" +
        "0200000000000000",
    ),
    0xd9963a56,
  ],
];

for (const [name, bytes, expected] of vectors) {
  Deno.test(`CRC-32C of ${name} is RFC 3720's`, () => assertEquals(crc32c(bytes), expected));
}

Deno.test("CRC-32C is that of all bytes, however they are cut", () => {
  const digits = new TextEncoder().encode("123456789");
  for (let at = 0; at <= digits.length; at++) {
    // The check value of the CRC catalogue.
    assertEquals(crc32c(digits.subarray(at), crc32c(digits.subarray(0, at))), 0xe3069283);
  }
});

Deno.test("CRC-32C does not depend on where in memory the bytes are", () => {
  for (let before = 0; before < 9; before++) {
    for (const [name, bytes, expected] of vectors) {
      const memory = new Uint8Array(before + bytes.length + 3).fill(0x55);
      memory.set(bytes, before);
      const there = memory.subarray(before, before + bytes.length);
      assertEquals(crc32c(there), expected, `${name}, ${before} bytes on`);
    }
  }
});
