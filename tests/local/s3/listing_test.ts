import {
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
} from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { BUCKET, startServer, type TestServer } from "./server.ts";

/** Keys in the order of their UTF-8 bytes, which is not that of UTF-16 for the last two. */
const KEYS = ["A", "a", "a b", "a/", "a//b", "a/b/c", "a/b/d", "b+c", "é", "\uffff", "\u{1f600}"];

async function withKeys(keys: readonly string[]): Promise<TestServer> {
  const server = await startServer();
  for (const key of [...keys].reverse()) {
    await server.store.put(BUCKET, key, new Uint8Array(1));
  }
  return server;
}

/** Walks all pages, and gives keys and common prefixes in the order they came. */
async function pages(
  server: TestServer,
  input: Partial<ListObjectsV2CommandInput>,
): Promise<{ keys: string[]; prefixes: string[]; counts: number[] }> {
  const keys: string[] = [];
  const prefixes: string[] = [];
  const counts: number[] = [];
  for (let token: string | undefined, more = true; more;) {
    const page: Awaited<ReturnType<typeof list>> = await list(server, input, token);
    keys.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ""));
    prefixes.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? ""));
    counts.push(page.KeyCount ?? -1);
    more = page.IsTruncated ?? false;
    token = page.NextContinuationToken;
  }
  return { keys, prefixes, counts };
}

function list(server: TestServer, input: Partial<ListObjectsV2CommandInput>, token?: string) {
  return server.client.send(
    new ListObjectsV2Command({ Bucket: BUCKET, ...input, ContinuationToken: token }),
  );
}

Deno.test("keys are listed in the order of their UTF-8 bytes", async () => {
  await using server = await withKeys(KEYS);
  const byBytes = [...KEYS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  assertEquals(byBytes, KEYS);
  assertEquals((await pages(server, {})).keys, KEYS);
  assertEquals([...server.store.list(BUCKET)].map(({ key }) => key), KEYS);
});

Deno.test("a key may begin with a byte-order mark", async () => {
  await using server = await withKeys(["\ufeffa", "a"]);
  assertEquals((await pages(server, { MaxKeys: 1 })).keys, ["a", "\ufeffa"]);
  assertEquals(server.store.head(BUCKET, "\ufeffa")?.key, "\ufeffa");
});

Deno.test("pages of any size hold each key once", async () => {
  await using server = await withKeys(KEYS);
  for (let size = 1; size <= KEYS.length + 1; size++) {
    const { keys, counts } = await pages(server, { MaxKeys: size });
    assertEquals(keys, KEYS, `${size} a page`);
    assertEquals(counts.length, Math.ceil(KEYS.length / size));
  }
});

Deno.test("a delimiter rolls keys up, once over all pages", async () => {
  await using server = await withKeys(KEYS);
  for (let size = 1; size <= 10; size++) {
    const root = await pages(server, { Delimiter: "/", MaxKeys: size });
    assertEquals(root.keys, ["A", "a", "a b", "b+c", "é", "\uffff", "\u{1f600}"]);
    assertEquals(root.prefixes, ["a/"]);
    const folder = await pages(server, { Delimiter: "/", Prefix: "a/", MaxKeys: size });
    assertEquals(folder.keys, ["a/"]);
    assertEquals(folder.prefixes, ["a//", "a/b/"]);
    const word = await pages(server, { Delimiter: "b/", MaxKeys: size });
    assertEquals(word.prefixes, ["a/b/"]);
  }
});

Deno.test("prefix and start-after choose keys", async () => {
  await using server = await withKeys(KEYS);
  assertEquals((await pages(server, { Prefix: "a/b/" })).keys, ["a/b/c", "a/b/d"]);
  assertEquals((await pages(server, { Prefix: "none" })).keys, []);
  assertEquals((await pages(server, { StartAfter: "b+c" })).keys, ["é", "\uffff", "\u{1f600}"]);
  assertEquals((await pages(server, { StartAfter: "a/b/cc", Prefix: "a/" })).keys, ["a/b/d"]);
  assertEquals((await pages(server, { StartAfter: "0", Prefix: "a/b" })).keys, ["a/b/c", "a/b/d"]);
  const store = [...server.store.list(BUCKET, { prefix: "a/", startAfter: "a//b" })];
  assertEquals(store.map(({ key }) => key), ["a/b/c", "a/b/d"]);
});

Deno.test("every prefix has the keys that begin with it, whatever the next key's bytes are", async () => {
  await using server = await withKeys([...KEYS, "ê", "\x7f", "a\x7f", "a\u0080"]);
  const all = [...server.store.list(BUCKET)].map(({ key }) => key);
  for (const prefix of ["", "a", "a/", "a/b/c", "a\x7f", "\x7f", "é", "\uffff", "\u{1f600}"]) {
    const keys = all.filter((key) => key.startsWith(prefix));
    assertEquals([...server.store.list(BUCKET, { prefix })].map(({ key }) => key), keys);
    assertEquals((await pages(server, { Prefix: prefix, MaxKeys: 2 })).keys, keys);
    const beyond = await pages(server, { Prefix: prefix, StartAfter: "\u{1f601}" });
    assertEquals(beyond.keys, []);
  }
});

Deno.test("the elements are those of the API's documentation", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "hello" });
  const { text } = await server.send("GET", `/${BUCKET}?list-type=2&fetch-owner=true`);
  const names = [...text.matchAll(/<(\w+)[ >/]/g)].map((match) => match[1]);
  assertEquals(names, [
    ...["ListBucketResult", "Name", "Prefix", "KeyCount", "MaxKeys", "IsTruncated", "Contents"],
    ...["Key", "LastModified", "ETag", "ChecksumAlgorithm", "ChecksumType", "Size", "Owner", "ID"],
    "StorageClass",
  ]);
  assertEquals(/<LastModified>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z</.test(text), true);
  assertEquals(text.includes("<ETag>&quot;5d41402abc4b2a76b9719d911017c592&quot;</ETag>"), true);
});

Deno.test("limits and tokens that cannot be used are InvalidArgument", async () => {
  await using server = await withKeys(KEYS);
  for (
    const query of [
      "max-keys=x",
      "max-keys=-1",
      "max-keys=99999999999",
      "encoding-type=base64",
      "list-type=3",
      "continuation-token=abc",
      "continuation-token=%2B%2B",
    ]
  ) {
    const answer = await server.send("GET", `/${BUCKET}?${query}&list-type=2`);
    assertEquals([answer.status, answer.element("Code")], [400, "InvalidArgument"], query);
  }
  const none = await server.send("GET", `/${BUCKET}?list-type=2&max-keys=0`);
  assertEquals([none.element("KeyCount"), none.element("IsTruncated")], ["0", "false"]);
  const many = await server.send("GET", `/${BUCKET}?list-type=2&max-keys=5000`);
  assertEquals(many.element("MaxKeys"), "1000");
});

Deno.test("keys are encoded where the request asks for it", async () => {
  await using server = await withKeys(["test_file(3).png", "a b+c/ü", "tab\tkey"]);
  const { text } = await server.send("GET", `/${BUCKET}?list-type=2&encoding-type=url`);
  const keys = [...text.matchAll(/<Key>([^<]*)</g)].map((match) => match[1]);
  // The first is the documentation's example of ListObjectsV2's EncodingType.
  assertEquals(keys, ["a+b%2Bc/%C3%BC", "tab%09key", "test_file%283%29.png"]);
  const plain = await list(server, {});
  assertEquals(plain.Contents?.map(({ Key }) => Key), ["a b+c/ü", "tab\tkey", "test_file(3).png"]);
});

Deno.test("the first version of the listing pages by marker", async () => {
  await using server = await withKeys(KEYS);
  const keys: string[] = [];
  for (let marker: string | undefined, more = true; more;) {
    const page: { Contents?: { Key?: string }[]; IsTruncated?: boolean; NextMarker?: string } =
      await server.client.send(
        new ListObjectsCommand({ Bucket: BUCKET, MaxKeys: 4, Marker: marker }),
      );
    keys.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ""));
    assertEquals(page.NextMarker, undefined);
    more = page.IsTruncated ?? false;
    marker = keys.at(-1);
  }
  assertEquals(keys, KEYS);
  const rolled = await server.client.send(
    new ListObjectsCommand({ Bucket: BUCKET, Delimiter: "/", MaxKeys: 4 }),
  );
  assertEquals([rolled.IsTruncated, rolled.NextMarker], [true, "a/"]);
});

Deno.test("each object is its one version", async () => {
  await using server = await withKeys(["a", "b"]);
  const { Versions } = await server.client.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
  assertEquals(
    Versions?.map(({ Key, VersionId, IsLatest }) => [Key, VersionId, IsLatest]),
    [["a", "null", true], ["b", "null", true]],
  );
});
