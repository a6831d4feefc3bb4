/**
 * The fixtures are the line `tickertape` 12,000 times over, compressed by kafka-python 3.0.12's codecs
 * (snappy_xerial, lz4, zstd), python-snappy 0.7.3 (snappy_bare), and lz4 4.4.5's frames of 64 KB
 * blocks: linked ones with the content's size and checksum, independent ones with block checksums.
 */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { CompressionCodecs, CompressionTypes } from "kafkajs";
import { registerDecoders } from "../../lib/kafka_client/codecs.ts";

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
