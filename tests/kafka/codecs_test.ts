/**
 * The fixtures are the line `tickertape` 12,000 times over, compressed by kafka-python 3.0.12's codecs
 * (snappy_xerial, lz4, zstd), python-snappy 0.7.3 (snappy_bare), and lz4 4.4.5's frames of 64 KB
 * blocks: linked ones with the content's size and checksum, independent ones with block checksums.
 */
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { CompressionCodecs, CompressionTypes } from "kafkajs";
import { registerDecoders } from "../../lib/kafka_client/codecs.ts";
import { decodeLz4 } from "../../lib/kafka_client/lz4.ts";

const text = "tickertape\n".repeat(12_000);

registerDecoders();

for (
  const [fixture, type] of [
    ["snappy_xerial", CompressionTypes.Snappy],
    ["snappy_bare", CompressionTypes.Snappy],
    ["lz4", CompressionTypes.LZ4],
    ["lz4_linked", CompressionTypes.LZ4],
    ["lz4_independent", CompressionTypes.LZ4],
    ["zstd", CompressionTypes.ZSTD],
  ] as const
) {
  Deno.test(`kafkajs decodes ${fixture}`, async () => {
    const path = join(import.meta.dirname ?? "", "fixtures", `${fixture}.bin`);
    const decoded = await CompressionCodecs[type]().decompress(await Deno.readFile(path));
    assertEquals(String(decoded) === text, true);
  });
}

/** What stands for more than 256 MiB of one byte. */
const bombs: Record<string, () => Uint8Array> = {
  gzip: () => gzipSync(new Uint8Array(2 ** 28 + 1), { level: 1 }),
  zstd: () => zstdCompressSync(new Uint8Array(2 ** 28 + 1)),
  // A block whose length, a varint, is 2^28 + 1.
  snappy: () => Uint8Array.of(0x81, 0x80, 0x80, 0x80, 0x01, 0x00, 0x61),
  lz4: () => lz4Bomb(2 ** 28),
};

/** One byte, and a match that repeats it. */
function lz4Bomb(times: number): Uint8Array {
  const more = Math.ceil(times / 255);
  const block = Buffer.concat([
    Buffer.from([0x1f, 0x61, 0x01, 0x00]),
    Buffer.alloc(more, 0xff),
    Buffer.from([0x00, 0x00]),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(block.length);
  const head = Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x40, 0x70, 0xdf]);
  return Buffer.concat([head, size, block, Buffer.alloc(4)]);
}

for (
  const [name, type] of [
    ["gzip", CompressionTypes.GZIP],
    ["zstd", CompressionTypes.ZSTD],
    ["snappy", CompressionTypes.Snappy],
    ["lz4", CompressionTypes.LZ4],
  ] as const
) {
  Deno.test(`${name} of more than memory can bear is refused before it fills it`, async () => {
    const decompress = () => CompressionCodecs[type]().decompress(Buffer.from(bombs[name]!()));
    await assertRejects(
      decompress,
      Error,
      name === "snappy" ? "268435457 bytes" : "268435456",
    );
  });
}

Deno.test("an LZ4 frame may have as many bytes as it is let, and not one more", () => {
  const frame = lz4Bomb(255 * 4);
  const { length } = decodeLz4(frame);
  assertEquals(decodeLz4(frame, length).equals(Buffer.alloc(length, 0x61)), true);
  assertThrows(() => decodeLz4(frame, length - 1), Error, `more than ${length - 1} bytes`);
});
