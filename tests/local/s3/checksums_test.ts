import {
  type ChecksumAlgorithm,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { BUCKET, failure, startServer } from "./server.ts";

/**
 * Checksums of `123456789`. CRCs: the check values of the catalogue of parametrised CRC algorithms
 * (CRC-32/ISO-HDLC cbf43926, CRC-32/ISCSI e3069283, CRC-64/NVME ae8b14860a799888); SHAs by openssl.
 */
const CHECK: Record<string, string> = {
  CRC32: Buffer.from("cbf43926", "hex").toString("base64"),
  CRC32C: Buffer.from("e3069283", "hex").toString("base64"),
  CRC64NVME: Buffer.from("ae8b14860a799888", "hex").toString("base64"),
  SHA1: "98O8HYCOBHMq32eZZczDTKeuNEE=",
  SHA256: "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
};

Deno.test("each checksum is verified, kept and given back", async () => {
  await using server = await startServer();
  for (const [algorithm, value] of Object.entries(CHECK)) {
    const header = `x-amz-checksum-${algorithm.toLowerCase()}`;
    const put = await server.send("PUT", `/${BUCKET}/${algorithm}`, {
      headers: { [header]: value },
      body: "123456789",
    });
    assertEquals([put.status, put.headers.get(header)], [200, value], algorithm);
    const plain = await server.send("GET", `/${BUCKET}/${algorithm}`);
    assertEquals(plain.headers.get(header), null);
    const asked = await server.send("GET", `/${BUCKET}/${algorithm}`, {
      headers: { "x-amz-checksum-mode": "ENABLED" },
    });
    assertEquals(asked.headers.get(header), value);
    assertEquals(asked.headers.get("x-amz-checksum-type"), "FULL_OBJECT");
    const wrong = await server.send("PUT", `/${BUCKET}/wrong`, {
      headers: { [header]: value },
      body: "123456780",
    });
    assertEquals([wrong.status, wrong.element("Code")], [400, "BadDigest"], algorithm);
    const malformed = await server.send("PUT", `/${BUCKET}/wrong`, {
      headers: { [header]: "AA==" },
      body: "123456789",
    });
    assertEquals([malformed.status, malformed.element("Code")], [400, "InvalidRequest"], algorithm);
  }
  assertEquals((await server.send("HEAD", `/${BUCKET}/wrong`)).status, 404);
});

Deno.test("AWS's client checks what it reads by the checksum it wrote", async () => {
  await using server = await startServer();
  for (const algorithm of ["CRC32", "CRC32C", "SHA1", "SHA256"] as ChecksumAlgorithm[]) {
    await server.client.send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: algorithm,
        Body: "123456789",
        ChecksumAlgorithm: algorithm,
      }),
    );
    const got = await server.client.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: algorithm, ChecksumMode: "ENABLED" }),
    );
    assertEquals(await got.Body?.transformToString(), "123456789");
    assertEquals(got[`Checksum${algorithm}` as "ChecksumCRC32"], CHECK[algorithm]);
  }
});

Deno.test("an object put without a checksum has a CRC-64/NVME", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "123456789" });
  const head = await server.client.send(
    new HeadObjectCommand({ Bucket: BUCKET, Key: "k", ChecksumMode: "ENABLED" }),
  );
  assertEquals(head.ChecksumCRC64NVME, CHECK.CRC64NVME);
});

Deno.test("Content-MD5 and x-amz-content-sha256 are verified", async () => {
  await using server = await startServer();
  const put = async (headers: Record<string, string>) => {
    const answer = await server.send("PUT", `/${BUCKET}/k`, { headers, body: "hello" });
    return answer.element("Code") ?? String(answer.status);
  };
  // printf hello | openssl md5 -binary | base64; printf hello | sha256sum
  assertEquals(await put({ "content-md5": "XUFAKrxLKna5cZ2REBfFkg==" }), "200");
  assertEquals(await put({ "content-md5": "1B2M2Y8AsgTpgAmY7PhCfg==" }), "BadDigest");
  assertEquals(await put({ "content-md5": "hello" }), "InvalidDigest");
  const sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
  assertEquals(await put({ "x-amz-content-sha256": sha256 }), "200");
  assertEquals(
    await put({ "x-amz-content-sha256": sha256.replace("2", "3") }),
    "XAmzContentSHA256Mismatch",
  );
  assertEquals(await put({ "x-amz-content-sha256": "UNSIGNED-PAYLOAD" }), "200");
  assertEquals(await put({ "x-amz-content-sha256": "hello" }), "InvalidArgument");
});

Deno.test("checksum headers that contradict each other are refused", async () => {
  await using server = await startServer();
  const put = async (headers: Record<string, string>) => {
    const answer = await server.send("PUT", `/${BUCKET}/k`, { headers, body: "123456789" });
    return answer.element("Code") ?? String(answer.status);
  };
  const crc32 = { "x-amz-checksum-crc32": CHECK.CRC32! };
  assertEquals(await put({ ...crc32, "x-amz-checksum-sha1": CHECK.SHA1! }), "InvalidRequest");
  assertEquals(await put({ ...crc32, "x-amz-sdk-checksum-algorithm": "SHA1" }), "InvalidRequest");
  assertEquals(await put({ "x-amz-sdk-checksum-algorithm": "SHA1" }), "InvalidRequest");
  assertEquals(await put({ ...crc32, "x-amz-sdk-checksum-algorithm": "CRC32" }), "200");
});

Deno.test("a body that ends too early leaves no object", async () => {
  await using server = await startServer();
  await server.raw(
    `PUT /${BUCKET}/cut HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nonly this`,
    { cut: true },
  );
  assertEquals((await server.send("HEAD", `/${BUCKET}/cut`)).status, 404);
  const files = [];
  for (const folder of Deno.readDirSync(`${server.dir}/objects`)) {
    files.push(...Deno.readDirSync(`${server.dir}/objects/${folder.name}`));
  }
  assertEquals(files, []);
});

Deno.test("a body needs its length", async () => {
  await using server = await startServer();
  const chunked = await server.raw(
    `PUT /${BUCKET}/k HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n` +
      "Connection: close\r\n\r\n1\r\nx\r\n0\r\n\r\n",
  );
  assertEquals(chunked.split(" ")[1], "501");
  const none = await server.raw(
    `PUT /${BUCKET}/k HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
  );
  assertEquals(none.split(" ")[1], "411");
  assertEquals(
    await failure(server.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: "k" }))),
    "NotFound 404",
  );
});
