import { PutObjectCommand } from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import { BUCKET, startServer, type TestServer } from "./server.ts";

/**
 * The body of the example of 65 KB of `a` in chunks, with its signatures:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
const EXAMPLE = [
  "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n",
  "a".repeat(65_536),
  "\r\n400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n",
  "a".repeat(1_024),
  "\r\n0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n",
].join("");

function put(server: TestServer, body: string, headers: Record<string, string>) {
  return server.send("PUT", `/${BUCKET}/k`, {
    body,
    headers: { "content-encoding": "aws-chunked", ...headers },
  });
}

Deno.test("a signed chunked body is decoded", async () => {
  await using server = await startServer();
  const answer = await put(server, EXAMPLE, {
    "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "x-amz-decoded-content-length": "66560",
  });
  assertEquals(answer.status, 200);
  const got = await server.send("GET", `/${BUCKET}/k`);
  assertEquals(got.text, "a".repeat(66_560));
  assertEquals(got.headers.get("content-encoding"), null);
});

Deno.test("other content encodings stay as they are when aws-chunked is taken off", async () => {
  await using server = await startServer();
  for (
    const [encoding, kept] of [
      ["aws-chunked,gzip", "gzip"],
      ["deflate, gzip,aws-chunked", "deflate, gzip"],
      ["gzip, aws-chunked, deflate", "gzip, deflate"],
    ] as const
  ) {
    await put(server, "1\r\nx\r\n0\r\n\r\n", {
      "content-encoding": encoding,
      "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      "x-amz-decoded-content-length": "1",
    });
    const head = await server.send("HEAD", `/${BUCKET}/k`);
    assertEquals(head.headers.get("content-encoding"), kept);
  }
});

Deno.test("an encoding that is named but not used leaves the bytes as they are", async () => {
  await using server = await startServer();
  const answer = await server.send("PUT", `/${BUCKET}/k`, {
    headers: { "content-encoding": "deflate, aws-chunked" },
    body: "plain",
  });
  assertEquals(answer.status, 200);
  const got = await server.send("HEAD", `/${BUCKET}/k`);
  assertEquals(
    [got.headers.get("content-encoding"), got.headers.get("content-length")],
    ["deflate", "5"],
  );
});

Deno.test("a trailing checksum is verified", async () => {
  await using server = await startServer();
  const crc = Buffer.from("cbf43926", "hex").toString("base64");
  const headers = {
    "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "x-amz-decoded-content-length": "9",
    "x-amz-trailer": "x-amz-checksum-crc32",
  };
  const body = (digits: string, trailer: string) => `9\r\n${digits}\r\n0\r\n${trailer}\r\n\r\n`;
  const right = await put(server, body("123456789", `x-amz-checksum-crc32:${crc}`), headers);
  assertEquals([right.status, right.headers.get("x-amz-checksum-crc32")], [200, crc]);
  const signed = await put(
    server,
    body("123456789", `x-amz-checksum-crc32:${crc}\r\nx-amz-trailer-signature:${"0".repeat(64)}`),
    { ...headers, "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" },
  );
  assertEquals(signed.status, 200);
  const wrong = await put(server, body("123456780", `x-amz-checksum-crc32:${crc}`), headers);
  assertEquals([wrong.status, wrong.element("Code")], [400, "BadDigest"]);
  const missing = await put(server, "9\r\n123456789\r\n0\r\n\r\n", headers);
  assertEquals([missing.status, missing.element("Code")], [400, "MalformedTrailerError"]);
  const unknown = await put(server, body("123456789", "x-amz-checksum-crc7:AA=="), {
    ...headers,
    "x-amz-trailer": "x-amz-checksum-crc7",
  });
  assertEquals([unknown.status, unknown.element("Code")], [400, "InvalidRequest"]);
});

Deno.test("a chunked body that is cut or longer than it says is refused", async () => {
  await using server = await startServer();
  const headers = {
    "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "x-amz-decoded-content-length": "9",
  };
  const bodies = [
    "",
    "9",
    "9\r\n1234",
    "9\r\n123456789",
    "9\r\n123456789\r\n",
    "8\r\n12345678\r\n0\r\n\r\n",
    "a\r\n1234567890\r\n0\r\n\r\n",
    "9\r\n1234567890\r\n0\r\n\r\n",
    "zz\r\n123456789\r\n0\r\n\r\n",
    "-1\r\n123456789\r\n0\r\n\r\n",
    "ffffffffffffffff\r\n123456789\r\n0\r\n\r\n",
    "9".repeat(10_000),
  ];
  for (const body of bodies) {
    const answer = await put(server, body, headers);
    assertEquals([answer.status, answer.element("Code")], [400, "IncompleteBody"], body);
  }
  assertEquals((await server.send("HEAD", `/${BUCKET}/k`)).status, 404);
  assertEquals(server.faults, []);
});

Deno.test("AWS's client sends streams this way", async () => {
  await using server = await startServer();
  const stream = Readable.from(Array.from({ length: 10 }, () => Buffer.alloc(100_000, "x")));
  await server.client.send(
    new PutObjectCommand({
      Bucket: BUCKET,
      Key: "k",
      Body: stream,
      ContentLength: 1_000_000,
      ChecksumAlgorithm: "CRC32",
    }),
  );
  assertEquals(server.store.head(BUCKET, "k")?.size, 1_000_000);
});
