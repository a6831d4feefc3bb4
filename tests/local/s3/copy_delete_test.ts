import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { BUCKET, failure, startServer } from "./server.ts";

Deno.test("a copy has the source's metadata, or the request's", async () => {
  await using server = await startServer();
  const { client } = server;
  const source = "from/ü + %";
  await client.send(
    new PutObjectCommand({
      Bucket: BUCKET,
      Key: source,
      Body: "hello",
      ContentType: "text/plain",
      Metadata: { a: "1" },
      Tagging: "t=1",
    }),
  );
  const CopySource = encodeURIComponent(`${BUCKET}/${source}`);
  const copied = await client.send(
    new CopyObjectCommand({ Bucket: BUCKET, Key: "kept", CopySource, ContentType: "x/y" }),
  );
  assertEquals(copied.CopyObjectResult?.ETag, '"5d41402abc4b2a76b9719d911017c592"');
  const kept = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: "kept" }));
  assertEquals([kept.ContentType, kept.Metadata], ["text/plain", { a: "1" }]);
  await client.send(
    new CopyObjectCommand({
      Bucket: BUCKET,
      Key: "replaced",
      CopySource,
      MetadataDirective: "REPLACE",
      ContentType: "x/y",
      Metadata: { b: "2" },
    }),
  );
  const replaced = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: "replaced" }));
  assertEquals([replaced.ContentType, replaced.Metadata], ["x/y", { b: "2" }]);
  assertEquals((await server.send("GET", `/${BUCKET}/replaced`)).text, "hello");
});

Deno.test("a copy that cannot be made says why", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "hello" });
  const copy = async (to: string, source: string, headers: Record<string, string> = {}) => {
    const answer = await server.send("PUT", `/${BUCKET}/${to}`, {
      headers: { "x-amz-copy-source": source, ...headers },
    });
    return answer.element("Code") ?? String(answer.status);
  };
  assertEquals(await copy("k", `${BUCKET}/k`), "InvalidRequest");
  assertEquals(await copy("k", `${BUCKET}/k`, { "x-amz-metadata-directive": "REPLACE" }), "200");
  assertEquals(await copy("k2", `${BUCKET}/none`), "NoSuchKey");
  assertEquals(await copy("k2", "no-such-bucket/k"), "NoSuchBucket");
  assertEquals(await copy("k2", "k"), "InvalidArgument");
  assertEquals(await copy("k2", "%zz/k"), "InvalidArgument");
  const etag = '"5d41402abc4b2a76b9719d911017c592"';
  const condition = (name: string, value: string) => ({ [`x-amz-copy-source-${name}`]: value });
  assertEquals(await copy("k2", `${BUCKET}/k`, condition("if-match", '"x"')), "PreconditionFailed");
  assertEquals(
    await copy("k2", `${BUCKET}/k`, condition("if-none-match", etag)),
    "PreconditionFailed",
  );
  assertEquals(await copy("k2", `${BUCKET}/k`, condition("if-match", etag)), "200");
  assertEquals(await copy("k2", `/${BUCKET}/k`, { "if-none-match": "*" }), "PreconditionFailed");
});

Deno.test("deleting is done whether there was an object or not", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "x" });
  const remove = () => server.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: "k" }));
  assertEquals((await remove()).$metadata.httpStatusCode, 204);
  assertEquals((await remove()).$metadata.httpStatusCode, 204);
  assertEquals((await server.send("HEAD", `/${BUCKET}/k`)).status, 404);
  const nowhere = await server.send("DELETE", "/no-such-bucket/k");
  assertEquals([nowhere.status, nowhere.element("Code")], [404, "NoSuchBucket"]);
});

Deno.test("a conditional delete deletes that object alone", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/k`, { body: "hello" });
  const remove = async (etag: string) =>
    (await server.send("DELETE", `/${BUCKET}/k`, { headers: { "if-match": etag } })).status;
  assertEquals(await remove('"other"'), 412);
  assertEquals(await remove('"5d41402abc4b2a76b9719d911017c592"'), 204);
});

Deno.test("many objects are deleted in one request", async () => {
  await using server = await startServer();
  const keys = ["a", "b & <c>", "../d", "line\r\nend", "ü"];
  for (const key of keys) await server.store.put(BUCKET, key, new Uint8Array(1));
  const { Deleted, Errors } = await server.client.send(
    new DeleteObjectsCommand({
      Bucket: BUCKET,
      Delete: { Objects: [...keys, "none"].map((Key) => ({ Key })) },
    }),
  );
  assertEquals(Deleted?.map(({ Key }) => Key), [...keys, "none"]);
  assertEquals(Errors, undefined);
  assertEquals([...server.store.list(BUCKET)], []);
});

Deno.test("a key with a control character is not taken for the one without it", async () => {
  await using server = await startServer();
  for (const key of ["ab", "a%01b", "a%1Fb"]) await server.send("PUT", `/${BUCKET}/${key}`);
  for (const reference of ["&#x1;", "&#31;"]) {
    const body = `<Delete><Object><Key>a${reference}b</Key></Object></Delete>`;
    assertEquals((await server.send("POST", `/${BUCKET}?delete`, { body })).status, 200);
  }
  assertEquals((await server.send("HEAD", `/${BUCKET}/ab`)).status, 200);
  assertEquals((await server.send("HEAD", `/${BUCKET}/a%01b`)).status, 404);
  assertEquals((await server.send("HEAD", `/${BUCKET}/a%1Fb`)).status, 404);
});

Deno.test("a quiet delete tells errors alone", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "a", new Uint8Array(1));
  await server.store.put(BUCKET, "b", new Uint8Array(1));
  const { Deleted, Errors } = await server.client.send(
    new DeleteObjectsCommand({
      Bucket: BUCKET,
      Delete: {
        Quiet: true,
        Objects: [{ Key: "a" }, { Key: "b", ETag: '"other"' }, { Key: "c", VersionId: "v1" }],
      },
    }),
  );
  assertEquals(Deleted, undefined);
  assertEquals(Errors?.map(({ Key, Code }) => [Key, Code]), [
    ["b", "PreconditionFailed"],
    ["c", "NoSuchVersion"],
  ]);
  assertEquals([...server.store.list(BUCKET)].map(({ key }) => key), ["b"]);
});

Deno.test("a list of keys that is no list is MalformedXML", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "a", new Uint8Array(1));
  const bodies = [
    "<Delete></Delete>",
    "<Delete><Object></Object></Delete>",
    "<Delete><Object><Key></Key></Object></Delete>",
    "<Delete><Object><Key>a</Key><Key>b</Key></Object></Delete>",
    "<Remove><Object><Key>a</Key></Object></Remove>",
    "<Delete><Object><Key>a</Key></Object>",
    '<!DOCTYPE d [<!ENTITY e "a">]><Delete><Object><Key>&e;</Key></Object></Delete>',
    "{}",
    "\u0000\u0001",
    `<Delete>${"<Object><Key>a</Key></Object>".repeat(1001)}</Delete>`,
    "<a>".repeat(100_000),
  ];
  for (const body of bodies) {
    const answer = await server.send("POST", `/${BUCKET}?delete`, { body });
    assertEquals([answer.status, answer.element("Code")], [400, "MalformedXML"], body.slice(0, 99));
  }
  const empty = await server.send("POST", `/${BUCKET}?delete`, { body: "" });
  assertEquals(empty.element("Code"), "MissingRequestBodyError");
  const huge = await server.send("POST", `/${BUCKET}?delete`, { body: "x".repeat(9_000_000) });
  assertEquals(huge.element("Code"), "MaxMessageLengthExceeded");
  assertEquals(await failure(Promise.resolve()), "no error");
  assertEquals([...server.store.list(BUCKET)].length, 1);
  assertEquals(server.faults, []);
});
