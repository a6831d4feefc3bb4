import { assertEquals, assertThrows } from "@std/assert";
import { Buffer } from "node:buffer";
import { CODECS, pack, unpack } from "../../../lib/local/kafka/log/codecs.ts";
import { randomNumbers } from "../fuzzing.ts";

const below = randomNumbers(7);
const noise = (size: number) => Uint8Array.from({ length: size }, () => below(256));
const few = (size: number) => Uint8Array.from({ length: size }, () => below(3));

const SAMPLES: Record<string, Uint8Array> = {
  "nothing": new Uint8Array(),
  ...Object.fromEntries(
    [1, 4, 5, 11, 12, 13, 14, 15, 16, 17].map((n) => [`${n} times a`, same(n)]),
  ),
  ...Object.fromEntries([15, 16, 269, 270, 271, 65_535, 65_536, 65_537].flatMap((size) => [
    [`${size} times a`, same(size)],
    [`${size} bytes of chance`, noise(size)],
    [`${size} of three letters`, few(size)],
  ])),
  "chance, then a repeat": Buffer.concat([noise(300), same(5_000), noise(20)]),
  "lines": Buffer.from("0005 tickertape,HSI,1986-12-31\n".repeat(9_000)),
};

function same(size: number): Uint8Array {
  return new Uint8Array(size).fill(97);
}

for (const codec of CODECS) {
  Deno.test(`what is packed with ${codec} is unpacked the same`, () => {
    for (const [name, bytes] of Object.entries(SAMPLES)) {
      const packed = pack(codec, bytes);
      assertEquals(Buffer.compare(unpack(codec, packed), bytes), 0, name);
    }
    const lines = SAMPLES.lines!;
    const share = pack(codec, lines).length / lines.length;
    assertEquals(share < 0.1, codec !== "none", `${share} of it is left`);
  });
}

Deno.test("levels are the codec's own", () => {
  const text = few(50_000);
  for (const [codec, hard] of [["gzip", 9], ["zstd", 19]] as const) {
    const easily = pack(codec, text, { [codec]: 1 }).length;
    assertEquals(pack(codec, text, { [codec]: hard }).length < easily, true, codec);
  }
});

Deno.test("an LZ4 frame that stands for more than memory can bear is not unpacked", () => {
  // One byte, and a match that repeats it 2^28 times.
  const block = Buffer.concat([
    Buffer.from("1f610100", "hex"),
    Buffer.alloc(Math.ceil(2 ** 28 / 255), 0xff),
    Buffer.alloc(2),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(block.length);
  const frame = Buffer.concat([Buffer.from("04224d184070df", "hex"), size, block, Buffer.alloc(4)]);
  assertThrows(() => unpack("lz4", frame), Error, "more than");
});
