/** What kafkajs writes as released is taken down first, in this order: the mend is for good. */
import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import Encoder from "kafkajs/src/protocol/encoder.js";
import produceRequests from "kafkajs/src/protocol/requests/produce/index.js";
import { mendEncoder } from "../../lib/kafka_client/encoder.ts";
import { seededRandom } from "../../lib/stock/random.ts";

const next = seededRandom(7);
const NUMBERS = [
  ...[0, 1, 63, 64, 127, 128, 300, 8_191, 8_192, 16_383, 16_384, 2 ** 20, 2 ** 28, 2 ** 30],
  ...[2 ** 30 - 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1],
  ...Array.from({ length: 500 }, () => Math.floor(next() * 2 ** (next() * 32))),
].flatMap((number) => [number, -number]);

/** One after the other, so that some come to lie where the buffer has to grow. */
function numbers(): string {
  const encoder = new Encoder();
  for (const number of NUMBERS) {
    encoder.writeVarInt(number).writeUVarInt(number).writeVarLong(number)
      .writeVarLong(BigInt(number) * 2_000_003n);
  }
  return encoder.buffer.toString("hex");
}

/** A request that has each thing a record can have, and is longer than the encoder's first buffer. */
async function requests(): Promise<string[]> {
  const messages = [
    { key: null, value: null, timestamp: "1700000000000" },
    { key: "", value: "" },
    { key: "HSI", value: '{"Index":"HSI","Close":2568.3}', timestamp: "1700000000001" },
    { key: "恒生指數", value: "😀".repeat(2_000), timestamp: "1600000000000" },
    { key: Buffer.from([0, 255]), value: Buffer.alloc(70_000, 7), timestamp: "1800000000000" },
    { key: "h", value: "v", headers: { a: "b", c: ["d", Buffer.from([1, 2])] } },
    ...Array.from({ length: 300 }, (_, row) => ({ key: `${row}`, value: "x".repeat(row) })),
  ].map((message) => ({ timestamp: "1700000000002", ...message }));
  const encoded: string[] = [];
  for (const version of [3, 7]) {
    const { request } = produceRequests.protocol({ version })({
      acks: -1,
      timeout: 30_000,
      producerId: 4_000,
      producerEpoch: 3,
      topicData: [{ topic: "prices", partitions: [{ partition: 2, firstSequence: 9, messages }] }],
    });
    const { buffer } = await request.encode() as { buffer: Buffer };
    encoded.push(buffer.toString("hex"));
  }
  return encoded;
}

Deno.test("the mended encoder writes the bytes that kafkajs writes as released", async () => {
  const releasedNumbers = numbers();
  const releasedRequests = await requests();
  const { writeUVarInt } = Encoder.prototype;
  mendEncoder();
  assertEquals(Encoder.prototype.writeUVarInt === writeUVarInt, false);
  assertEquals(numbers(), releasedNumbers);
  assertEquals(await requests(), releasedRequests);
});
