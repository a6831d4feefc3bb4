import {
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { assertEquals, assertMatch } from "@std/assert";
import { BUCKET, failure, startServer } from "./server.ts";

/** MD5 of `hello`, RFC 1321's algorithm by another program. */
const HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";

Deno.test("an object comes back with all that it was put with", async () => {
  await using server = await startServer();
  const { client } = server;
  const put = await client.send(
    new PutObjectCommand({
      Bucket: BUCKET,
      Key: "k",
      Body: "hello",
      ContentType: "text/plain",
      ContentEncoding: "identity",
      ContentLanguage: "en",
      ContentDisposition: "inline",
      CacheControl: "no-cache",
      Metadata: { First: "1", "second-one": "two words" },
      StorageClass: "STANDARD_IA",
      Tagging: "a=1&b=2",
    }),
  );
  assertEquals(put.ETag, `"${HELLO_MD5}"`);
  const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "k" }));
  assertEquals(await got.Body?.transformToString(), "hello");
  const head = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: "k" }));
  for (const answer of [got, head]) {
    assertEquals(answer.ContentLength, 5);
    assertEquals(answer.ETag, `"${HELLO_MD5}"`);
    assertEquals(answer.ContentType, "text/plain");
    assertEquals(answer.ContentEncoding, "identity");
    assertEquals(answer.ContentLanguage, "en");
    assertEquals(answer.ContentDisposition, "inline");
    assertEquals(answer.CacheControl, "no-cache");
    assertEquals(answer.StorageClass, "STANDARD_IA");
    assertEquals(answer.AcceptRanges, "bytes");
    assertEquals(answer.Metadata, { first: "1", "second-one": "two words" });
  }
  assertEquals(got.TagCount, 2);
});

Deno.test("an object without a type is binary/octet-stream", async () => {
  await using server = await startServer();
  await server.raw(
    `PUT /${BUCKET}/k HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  );
  const answer = await server.send("HEAD", `/${BUCKET}/k`);
  assertEquals(answer.headers.get("content-type"), "binary/octet-stream");
  assertEquals(answer.headers.get("content-length"), "0");
});

Deno.test("what is not there is NoSuchKey, and without a body for HEAD", async () => {
  await using server = await startServer();
  const get = await server.send("GET", `/${BUCKET}/none`);
  assertEquals([get.status, get.element("Code"), get.element("Key")], [404, "NoSuchKey", "none"]);
  const head = await server.send("HEAD", `/${BUCKET}/none`);
  assertEquals([head.status, head.text], [404, ""]);
  assertEquals(
    await failure(server.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: "none" }))),
    "NotFound 404",
  );
});

Deno.test("ranges are those of RFC 9110", async () => {
  await using server = await startServer();
  const body = "0123456789";
  await server.send("PUT", `/${BUCKET}/k`, { body });
  const cases: [string, number, string, string | null][] = [
    ["bytes=0-0", 206, "0", "bytes 0-0/10"],
    ["bytes=2-5", 206, "2345", "bytes 2-5/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-3", 206, "789", "bytes 7-9/10"],
    ["bytes=-99", 206, body, "bytes 0-9/10"],
    ["bytes=5-99", 206, "56789", "bytes 5-9/10"],
    ["bytes=5-2", 200, body, null],
    ["lines=1-2", 200, body, null],
    ["bytes=0-1,3-4", 200, body, null],
  ];
  for (const [range, status, text, contentRange] of cases) {
    const answer = await server.send("GET", `/${BUCKET}/k`, { headers: { range } });
    assertEquals([answer.status, answer.text], [status, text], range);
    assertEquals(answer.headers.get("content-range"), contentRange, range);
  }
  for (const range of ["bytes=10-", "bytes=11-12", "bytes=-0"]) {
    const answer = await server.send("GET", `/${BUCKET}/k`, { headers: { range } });
    assertEquals([answer.status, answer.element("Code")], [416, "InvalidRange"], range);
    assertEquals(answer.element("ActualObjectSize"), "10");
    assertEquals(answer.headers.get("content-range"), "bytes */10");
  }
});

Deno.test("conditional reads answer 304 or 412, in RFC 9110's order", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "hello" });
  const etag = `"${HELLO_MD5}"`;
  const past = "Mon, 01 Jan 2001 00:00:00 GMT";
  const now = new Date().toUTCString();
  const future = "Fri, 01 Jan 2100 00:00:00 GMT";
  const cases: [Record<string, string>, number][] = [
    [{ "if-match": etag }, 200],
    [{ "if-match": HELLO_MD5 }, 200],
    [{ "if-match": "*" }, 200],
    [{ "if-match": `"other", ${etag}` }, 200],
    [{ "if-match": '"other"' }, 412],
    [{ "if-none-match": etag }, 304],
    [{ "if-none-match": '"other"' }, 200],
    [{ "if-modified-since": past }, 200],
    // S3 passes over a time that is still to come.
    [{ "if-modified-since": future }, 200],
    [{ "if-modified-since": now }, 304],
    [{ "if-unmodified-since": past }, 412],
    [{ "if-unmodified-since": future }, 200],
    [{ "if-match": etag, "if-unmodified-since": past }, 200],
    [{ "if-none-match": '"other"', "if-modified-since": future }, 200],
    [{ "if-none-match": etag, "if-modified-since": past }, 304],
    [{ "if-modified-since": "not a date" }, 200],
  ];
  for (const [headers, status] of cases) {
    for (const method of ["GET", "HEAD"]) {
      const answer = await server.send(method, `/${BUCKET}/k`, { headers });
      assertEquals(answer.status, status, `${method} ${JSON.stringify(headers)}`);
      if (status !== 412) assertEquals(answer.headers.get("etag"), etag);
    }
  }
});

Deno.test("a put with If-None-Match: * never replaces an object", async () => {
  await using server = await startServer();
  const put = (Body: string) =>
    server.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: "k", Body, IfNoneMatch: "*" }));
  await put("first");
  assertEquals(await failure(put("second")), "PreconditionFailed 412");
  assertEquals((await server.send("GET", `/${BUCKET}/k`)).text, "first");
});

Deno.test("of concurrent conditional puts exactly one is done", async () => {
  await using server = await startServer();
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, writer) =>
        server.send("PUT", `/${BUCKET}/race-${round}`, {
          headers: { "if-none-match": "*" },
          body: `writer ${writer}`,
        })),
    );
    const winners = answers.flatMap(({ status }, writer) => status === 200 ? [writer] : []);
    assertEquals(winners.length, 1);
    assertEquals(answers.filter(({ status }) => status === 412).length, 19);
    const got = await server.send("GET", `/${BUCKET}/race-${round}`);
    assertEquals(got.text, `writer ${winners[0]}`);
  }
});

Deno.test("a put with If-Match replaces that object alone", async () => {
  await using server = await startServer();
  const put = (ifMatch: string) =>
    server.send("PUT", `/${BUCKET}/k`, { headers: { "if-match": ifMatch }, body: "hello" });
  assertEquals((await put('"any"')).element("Code"), "NoSuchKey");
  await server.send("PUT", `/${BUCKET}/k`, { body: "hello" });
  assertEquals((await put('"other"')).status, 412);
  assertEquals((await put(`"${HELLO_MD5}"`)).status, 200);
  const lists = await server.send("PUT", `/${BUCKET}/k`, {
    headers: { "if-none-match": `"${HELLO_MD5}"` },
    body: "x",
  });
  assertEquals([lists.status, lists.element("Code")], [501, "NotImplemented"]);
});

Deno.test("a reader sees the object it began to read, whole", async () => {
  await using server = await startServer();
  const first = new Uint8Array(5_000_000).fill(1);
  await server.send("PUT", `/${BUCKET}/k`, { body: first });
  const reading = await fetch(`${server.url}/${BUCKET}/k`);
  await server.send("PUT", `/${BUCKET}/k`, { body: "second" });
  const bytes = await reading.bytes();
  assertEquals(bytes.length, first.length);
  assertEquals(bytes.every((byte) => byte === 1), true);
  assertEquals((await server.send("GET", `/${BUCKET}/k`)).text, "second");
});

Deno.test("metadata beyond ASCII is given as RFC 2047 says", async () => {
  await using server = await startServer();
  // The example of https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
  await server.raw(
    `PUT /${BUCKET}/k HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n` +
      "x-amz-meta-nonascii: ÄMÄZÕÑ S3\r\nx-amz-meta-ascii: AMAZONS3\r\n\r\n",
  );
  const head = await server.send("HEAD", `/${BUCKET}/k`);
  assertEquals(
    head.headers.get("x-amz-meta-nonascii"),
    "=?UTF-8?B?w4PChE3Dg8KEWsODwpXDg8KRIFMz?=",
  );
  assertEquals(head.headers.get("x-amz-meta-ascii"), "AMAZONS3");
  const encoded = "=?UTF-8?B?w4TDlg==?=";
  await server.send("PUT", `/${BUCKET}/k2`, { headers: { "x-amz-meta-word": encoded } });
  assertEquals(server.store.head(BUCKET, "k2")?.metadata, { word: "ÄÖ" });
  const again = await server.send("HEAD", `/${BUCKET}/k2`);
  assertEquals(again.headers.get("x-amz-meta-word"), encoded);
});

Deno.test("metadata may have 2 KB and keys 1,024 bytes", async () => {
  await using server = await startServer();
  const put = (key: string, metadata: string) =>
    server.send("PUT", `/${BUCKET}/${key}`, { headers: { "x-amz-meta-m": metadata } });
  assertEquals((await put("k", "v".repeat(2047))).status, 200);
  const large = await put("k", "v".repeat(2048));
  assertEquals([large.status, large.element("Code")], [400, "MetadataTooLarge"]);
  assertEquals((await put("k".repeat(1024), "v")).status, 200);
  assertEquals((await put(encodeURIComponent("é".repeat(512)), "v")).status, 200);
  const long = await put(encodeURIComponent("é".repeat(512) + "k"), "v");
  assertEquals([long.status, long.element("Code")], [400, "KeyTooLongError"]);
});

Deno.test("a reader may set headers of the answer", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "x" });
  const answer = await server.send(
    "GET",
    `/${BUCKET}/k?response-content-type=text%2Fcsv&response-cache-control=no-store`,
  );
  assertEquals(answer.headers.get("content-type"), "text/csv");
  assertEquals(answer.headers.get("cache-control"), "no-store");
});

Deno.test("a header of the answer that cannot be one is InvalidArgument", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "x" });
  for (const value of ["%00", "a%0d%0aset-cookie:%20b", "%E6%81%92"]) {
    const answer = await server.send("GET", `/${BUCKET}/k?response-content-type=${value}`);
    assertEquals([answer.status, answer.element("Code")], [400, "InvalidArgument"], value);
  }
  const latin1 = await server.send("GET", `/${BUCKET}/k?response-content-type=a%2F%C3%A9`);
  assertEquals(latin1.headers.get("content-type"), "a/\u00e9");
});

Deno.test("a presigned URL passes until its time is over", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "x" });
  const url = (date: string) =>
    `/${BUCKET}/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2F20240101%2Fus-east-1%2F` +
    `s3%2Faws4_request&X-Amz-Date=${date}&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=0`;
  const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  assertEquals((await server.send("GET", url(now))).text, "x");
  const old = await server.send("GET", url("20240101T000000Z"));
  assertEquals([old.status, old.element("Message")], [403, "Request has expired"]);
  // Signature version 2, as the AWS CLI signs for an endpoint of its own.
  const second = (expires: number | string) =>
    `/${BUCKET}/k?AWSAccessKeyId=a&Signature=0&Expires=${expires}`;
  const seconds = Math.floor(Date.now() / 1000);
  assertEquals((await server.send("GET", second(seconds + 60))).text, "x");
  const gone = await server.send("GET", second(seconds - 60));
  assertEquals([gone.status, gone.element("Message")], [403, "Request has expired"]);
  assertEquals((await server.send("GET", second("-1e300"))).status, 200);
});

Deno.test("attributes are those that are asked for", async () => {
  await using server = await startServer();
  await server.client.send(
    new PutObjectCommand({
      Bucket: BUCKET,
      Key: "k",
      Body: "123456789",
      ChecksumAlgorithm: "SHA1",
    }),
  );
  const attributes = await server.client.send(
    new GetObjectAttributesCommand({
      Bucket: BUCKET,
      Key: "k",
      ObjectAttributes: ["Checksum", "ObjectSize", "StorageClass"],
    }),
  );
  // printf 123456789 | openssl sha1 -binary | base64
  assertEquals(attributes.Checksum?.ChecksumSHA1, "98O8HYCOBHMq32eZZczDTKeuNEE=");
  assertEquals(attributes.ObjectSize, 9);
  assertEquals(attributes.StorageClass, "STANDARD");
  assertEquals(attributes.ETag, undefined);
  assertMatch(attributes.LastModified?.toISOString() ?? "", /^\d{4}-/);
});

Deno.test("features the server does not have are refused, not passed over", async () => {
  await using server = await startServer();
  const refused: [string, string, Record<string, string>][] = [
    ["PUT", "/k", { "x-amz-server-side-encryption": "aws:kms" }],
    ["PUT", "/k", { "x-amz-server-side-encryption-customer-algorithm": "AES256" }],
    ["PUT", "/k", { "x-amz-storage-class": "GLACIER" }],
    ["GET", "/k?torrent", {}],
    ["PUT", "/k?retention", {}],
    ["POST", "/k?select&select-type=2", {}],
    ["PUT", "?versioning", {}],
    ["PUT", "?lifecycle", {}],
    ["GET", "?inventory", {}],
  ];
  for (const [method, path, headers] of refused) {
    const answer = await server.send(method, `/${BUCKET}${path}`, {
      headers,
      ...(method === "GET" ? {} : { body: "x" }),
    });
    assertEquals(
      [answer.status, answer.element("Code")],
      [501, "NotImplemented"],
      `${method} ${path}`,
    );
  }
  const acl = await server.send("PUT", `/${BUCKET}/k`, { headers: { "x-amz-acl": "public-read" } });
  assertEquals(acl.element("Code"), "AccessControlListNotSupported");
  const patch = await server.send("PATCH", `/${BUCKET}/k`);
  assertEquals([patch.status, patch.element("Code")], [405, "MethodNotAllowed"]);
});
