import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { BUCKET, startServer, type TestServer } from "./server.ts";

/** Requests sent over the wire; each is answered or hung up on. */
const REQUESTS = 10_000;

/** Bytes of random numbers that come again with the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DELETE = "<Delete><Object><Key>a</Key></Object></Delete>";

/** Requests that are right, to be spoilt. */
const SEEDS = [
  `GET /${BUCKET}?list-type=2&prefix=a&max-keys=10&encoding-type=url HTTP/1.1`,
  `GET /${BUCKET}/k?partNumber=1&response-content-type=a HTTP/1.1`,
  `HEAD /${BUCKET}/k HTTP/1.1`,
  `PUT /${BUCKET}/k HTTP/1.1\r\nContent-Length: 5\r\nContent-MD5: XUFAKrxLKna5cZ2REBfFkg==`,
  `PUT /${BUCKET}/k HTTP/1.1\r\nContent-Length: 14\r\nContent-Encoding: aws-chunked\r\n` +
  "x-amz-decoded-content-length: 5",
  `PUT /${BUCKET}/k2 HTTP/1.1\r\nContent-Length: 0\r\nx-amz-copy-source: ${BUCKET}/k`,
  `PUT /${BUCKET}/k?tagging HTTP/1.1\r\nContent-Length: 20`,
  `POST /${BUCKET}/k?uploads HTTP/1.1\r\nContent-Length: 0`,
  `POST /${BUCKET}?delete HTTP/1.1\r\nContent-Length: ${DELETE.length}`,
  "POST / HTTP/1.1\r\nX-Amz-Target: AWSGlue.GetDatabases\r\nContent-Length: 2",
  "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 24",
].map((head) => {
  const body = head.includes("aws-chunked")
    ? "5\r\nhello\r\n0\r\n\r\n"
    : head.includes("delete")
    ? DELETE
    : head.includes("form")
    ? "Action=GetCallerIdentity"
    : "hello";
  return Buffer.from(`${head}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n${body}`);
});

/** One malformed request: cut, over-long, a bit turned, a byte put in, or no request at all. */
function spoil(random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const bytes = Buffer.from(SEEDS[below(SEEDS.length)]!);
  switch (below(6)) {
    case 0:
      return bytes.subarray(0, below(bytes.length));
    case 1:
      for (let count = below(4); count >= 0; count--) {
        bytes[below(bytes.length)]! ^= 1 << below(8);
      }
      return bytes;
    case 2:
      return Uint8Array.from({ length: below(200) }, () => below(256));
    case 3: {
      const at = below(bytes.length);
      const filler = Buffer.alloc(below(3_000), below(256));
      return Buffer.concat([bytes.subarray(0, at), filler, bytes.subarray(at)]);
    }
    case 4: {
      const length = [-1, 0, 3, 1e9, 5e9, 2 ** 53, 1e30][below(7)];
      return Buffer.from(bytes.toString("latin1").replace(/Length: \d+/, `Length: ${length}`));
    }
    default:
      for (let count = below(20); count >= 0; count--) bytes[below(bytes.length)] = below(256);
      return bytes;
  }
}

/** Sends without waiting for all of the answer: a cut request is waited for by the server. */
async function knock(server: TestServer, bytes: Uint8Array): Promise<void> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
  try {
    await connection.write(bytes);
    await connection.closeWrite();
    await connection.read(new Uint8Array(512));
  } catch (error) {
    const hungUp = error instanceof Deno.errors.ConnectionReset ||
      error instanceof Deno.errors.BrokenPipe || error instanceof Deno.errors.NotConnected;
    if (!hungUp) throw error;
  } finally {
    connection.close();
  }
}

Deno.test("ten thousand malformed requests end nothing", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "safe", Buffer.from("safe"));
  const random = randomFrom(20_260_101);
  const workers = Array.from({ length: 32 }, async (_, worker) => {
    for (let sent = worker; sent < REQUESTS; sent += 32) await knock(server, spoil(random));
  });
  await Promise.all(workers);
  assertEquals((await server.send("GET", `/${BUCKET}/safe`)).text, "safe");
  assertEquals(server.faults, []);
});

Deno.test("a thousand idle connections leave room for others", async () => {
  await using server = await startServer();
  const idle = await Promise.all(
    Array.from(
      { length: 1_000 },
      () => Deno.connect({ hostname: "127.0.0.1", port: server.port }),
    ),
  );
  assertEquals((await server.send("GET", `/${BUCKET}`)).status, 200);
  for (const connection of idle) connection.close();
});
