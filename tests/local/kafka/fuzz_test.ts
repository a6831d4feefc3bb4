import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { fetchRequest, fetchResponse } from "../../../lib/local/kafka/protocol/messages/fetch.ts";
import {
  brokerProcess,
  connectRaw,
  createPartitioner,
  kafkaAt,
  type RawConnection,
  type Settings,
  testBroker,
  writeAll,
} from "./helpers.ts";
import { knockWithAll, randomNumbers, withBoundedMemory } from "../fuzzing.ts";
import { sampleRequests } from "./sample_requests.ts";

/** Requests that real clients sent. */
const recorded: Uint8Array[] = Deno.readTextFileSync(
  new URL("fixtures/recorded_frames.txt", import.meta.url),
).split("\n").filter((line) => / request /.test(line)).map((line) =>
  Uint8Array.fromHex(line.split(" ")[3]!)
);

/** One of every API in every version. */
const samples = await sampleRequests();

type Spoil = (frame: Uint8Array, random: (below: number) => number) => Uint8Array;

const spoils: Record<string, Spoil> = {
  "a bit turned": (frame, random) => {
    const bytes = frame.slice();
    const at = random(bytes.length);
    bytes[at] = bytes[at]! ^ (1 << random(8));
    return bytes;
  },
  "cut": (frame, random) => frame.slice(0, 1 + random(frame.length)),
  "too long": (frame, random) => {
    const bytes = new Uint8Array(frame.length + 1 + random(200));
    bytes.set(frame);
    new DataView(bytes.buffer).setInt32(0, bytes.length - 4);
    return bytes;
  },
  "a wrong length": (frame, random) => {
    const bytes = frame.slice();
    const lengths = [-1, -(2 ** 31), 2 ** 31 - 1, 0, 1, random(2 ** 31)];
    new DataView(bytes.buffer).setInt32(
      random(bytes.length - 3),
      lengths[random(lengths.length)]!,
    );
    return bytes;
  },
  "random bytes": (frame, random) => {
    const bytes = Uint8Array.from({ length: 8 + random(300) }, () => random(256));
    new DataView(bytes.buffer).setInt32(0, bytes.length - 4);
    bytes.set(frame.subarray(4, 8), 4);
    return bytes;
  },
};

/** Whether the broker still answers: ApiVersions, version 0. */
async function answers(raw: RawConnection): Promise<boolean> {
  await raw.sendFrame(Uint8Array.fromHex("001200000000007b0000"));
  const frame = await raw.receiveFrame();
  return frame !== undefined && frame[3] === 0x7b;
}

/** How long an answer is waited for: some requests wait for other members, or for records. */
const PATIENCE_MS = 50;

/**
 * Does something to a broker, and checks that it came to no harm: it answers, has had nothing to say,
 * and its memory grew by no more than some megabytes.
 */
async function assertUnharmed(
  settings: Settings,
  most: number,
  work: (port: number) => Promise<void>,
): Promise<void> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-fuzz-" });
  const { port, pid, said, kill } = await brokerProcess(dir, settings, { stderr: "piped" });
  await withBoundedMemory(pid, most, async () => {
    await work(port);
    using raw = await connectRaw(port);
    assert(await answers(raw));
  });
  await kill();
  assertEquals(await said, "");
  // No name that came in left the folder.
  for (const { name } of Deno.readDirSync(join(dir, "kafka"))) {
    assert(/^[a-zA-Z0-9._~-]+-\d+$/.test(name), name);
  }
  await Deno.remove(dir, { recursive: true });
}

/** Sends frames that are mostly none. */
const assertUnharmedBy = (frames: readonly Uint8Array[]) =>
  assertUnharmed(
    {
      "log.retention.check.interval.ms": 50,
      "log.cleaner.backoff.ms": 50,
      "group.min.session.timeout.ms": 1,
      "group.max.session.timeout.ms": 60_000,
    },
    300,
    (port) => knockWithAll(port, frames, PATIENCE_MS),
  );

Deno.test("every API is answered in every version", async () => {
  await using broker = await testBroker({ "group.min.session.timeout.ms": 1 });
  for (const { api, version, frame } of samples) {
    using raw = await connectRaw(broker.port);
    await writeAll(raw.conn, frame);
    const answer = await raw.receiveFrame();
    assert(answer !== undefined, `${api}, version ${version}`);
    assertEquals(new DataView(answer.buffer).getInt32(0), 1);
  }
  assertEquals(broker.errors, []);
  assert(samples.length > 150, `${samples.length} requests`);
});

Deno.test("ten thousand malformed requests close connections, and nothing else", async () => {
  const random = randomNumbers(7);
  const kinds = Object.values(spoils);
  const requests = [...recorded, ...samples.map(({ frame }) => frame)];
  await assertUnharmedBy(Array.from({ length: 10_000 }, () => {
    const spoil = kinds[random(kinds.length)]!;
    return spoil(requests[random(requests.length)]!, random);
  }));
});

Deno.test("one bit turned in a request of any API and version does no harm", async () => {
  const BITS = 40;
  await assertUnharmedBy(
    samples.flatMap(({ frame }, sample) =>
      Array.from({ length: BITS }, (_, i) => {
        const bytes = frame.slice();
        // Spread over the whole of it, at other places in each.
        const bit = (Math.floor((i + 0.5) * 8 * frame.length / BITS) + sample) % (8 * frame.length);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        return bytes;
      })
    ),
  );
});

Deno.test("a frame that says it is 2 GB closes its connection at once", async () => {
  await using broker = await testBroker();
  for (const size of [2 ** 31 - 1, 100 * 1024 * 1024 + 1, -1, -(2 ** 31)]) {
    using raw = await connectRaw(broker.port);
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setInt32(0, size);
    await writeAll(raw.conn, bytes);
    assertEquals(await raw.receiveFrame(), undefined);
  }
});

Deno.test("a thousand idle connections, some in the middle of a frame, keep no one from being served", () =>
  assertUnharmed({}, 300, async (port) => {
    const idle: Deno.TcpConn[] = [];
    for (let i = 0; i < 1_000; i++) {
      const conn = await Deno.connect({ hostname: "127.0.0.1", port });
      idle.push(conn);
      // The second half announces 100 MB and sends nothing of it.
      if (i >= 500) await writeAll(conn, Uint8Array.fromHex("0640000000"));
    }
    using raw = await connectRaw(port);
    assert(await answers(raw));
    for (const conn of idle) conn.close();
  }));

Deno.test("clients that ask for much and read nothing do not fill the memory", () =>
  assertUnharmed({ "num.partitions": 1, "message.max.bytes": 11_000_000 }, 500, async (port) => {
    const producer = kafkaAt(port).producer({ createPartitioner });
    await producer.connect();
    const value = "x".repeat(10 * 1024 * 1024);
    await producer.send({ topic: "t", messages: [{ value }] });
    await producer.disconnect();
    const slow: RawConnection[] = [];
    const pending = [];
    for (let i = 0; i < 100; i++) {
      const raw = await connectRaw(port);
      slow.push(raw);
      pending.push(
        await raw.send(fetchRequest, fetchResponse, 11, {
          maxWaitMs: 0,
          minBytes: 1,
          isolationLevel: 0,
          topics: [{
            topic: "t",
            partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1 << 24 }],
          }],
        }),
      );
    }
    using raw = await connectRaw(port);
    assert(await answers(raw));
    // Who reads gets its records, and makes room for the others.
    const { responses } = await pending[0]!();
    assert(responses[0]!.partitions[0]!.records!.length > 10 * 1024 * 1024);
    for (const raw of slow) raw.conn.close();
  }));
