/** What others recorded of Amazon S3's uploads in parts: which are overtaken, and how they are listed. */
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { BUCKET, startServer, type TestServer } from "./server.ts";

const object = { Bucket: BUCKET, Key: "k" };

/** Begins an upload of one part; completes it where a condition holds, and tells how that went. */
async function beginUpload({ client }: TestServer) {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(object));
  const part = new UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: "x" });
  const { ETag } = await client.send(part);
  return async (condition: { IfMatch: string } | { IfNoneMatch: "*" }) => {
    const parts = { MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } };
    const command = new CompleteMultipartUploadCommand({
      ...object,
      UploadId,
      ...parts,
      ...condition,
    });
    try {
      await client.send(command);
      return "done";
    } catch (error) {
      const { name, Condition, Key } = error as Record<string, unknown>;
      return [name, Condition, Key].filter((value) => value !== undefined).join(" ");
    }
  };
}

const put = async (server: TestServer, body: string) => {
  const answer = await server.send("PUT", `/${BUCKET}/k`, { body });
  return answer.headers.get("etag") ?? "";
};

Deno.test("a conditional upload loses to a delete that came after it was begun", async () => {
  await using server = await startServer();
  await put(server, "1");
  const complete = await beginUpload(server);
  assertEquals(await complete({ IfNoneMatch: "*" }), "PreconditionFailed If-None-Match");
  await server.send("DELETE", `/${BUCKET}/k`);
  assertEquals(await complete({ IfNoneMatch: "*" }), "ConditionalRequestConflict If-None-Match k");
  assertEquals(await (await beginUpload(server))({ IfNoneMatch: "*" }), "done");
});

Deno.test("a conditional upload loses to a put that came after it was begun, of the same bytes too", async () => {
  await using server = await startServer();
  const first = await put(server, "1");
  const complete = await beginUpload(server);
  const second = await put(server, "2");
  assertEquals(await complete({ IfMatch: first }), "PreconditionFailed If-Match");
  assertEquals(await complete({ IfMatch: second }), "ConditionalRequestConflict If-Match k");
  const again = await beginUpload(server);
  await put(server, "2");
  assertEquals(await again({ IfMatch: second }), "ConditionalRequestConflict If-Match k");
  assertEquals(await (await beginUpload(server))({ IfMatch: second }), "done");
});

Deno.test("a conditional upload over an object that was deleted, and made again", async () => {
  await using server = await startServer();
  const etag = await put(server, "1");
  const complete = await beginUpload(server);
  await server.send("DELETE", `/${BUCKET}/k`);
  assertEquals(await complete({ IfMatch: etag }), "NoSuchKey k");
  await put(server, "1");
  assertEquals(await complete({ IfMatch: etag }), "ConditionalRequestConflict If-Match k");
});

Deno.test("uploads of one key are listed in the order in which they were begun", async () => {
  await using server = await startServer();
  const { client } = server;
  const begun: (string | undefined)[] = [];
  for (let i = 0; i < 20; i++) {
    begun.push((await client.send(new CreateMultipartUploadCommand(object))).UploadId);
  }
  const list = (more: object = {}) =>
    client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET, ...more }));
  const all = await list();
  assertEquals(all.Uploads?.map(({ UploadId }) => UploadId), begun);
  assertEquals([all.IsTruncated, all.NextKeyMarker, all.NextUploadIdMarker], [
    false,
    "k",
    begun.at(-1),
  ]);
  assertEquals(all.Uploads?.[0]?.Initiator, {
    ID: "arn:aws:iam::000000000000:user/local",
    DisplayName: "local",
  });
  const rest = await list({ KeyMarker: "k", UploadIdMarker: begun[17] });
  assertEquals(rest.Uploads?.map(({ UploadId }) => UploadId), begun.slice(18));
  // Without its key an id says nothing.
  const unkeyed = await list({ UploadIdMarker: begun[17] });
  assertEquals([unkeyed.Uploads?.length, unkeyed.UploadIdMarker], [20, ""]);
  const path = `/${BUCKET}?uploads&key-marker=z&upload-id-marker=${begun[0]}`;
  const wrong = await server.send("GET", path);
  assertEquals(
    [wrong.status, ...["Code", "Message", "ArgumentName", "ArgumentValue"].map(wrong.element)],
    [400, "InvalidArgument", "Invalid uploadId marker", "upload-id-marker", begun[0]],
  );
});

Deno.test("attributes tell of parts where they have checksums, and of theirs without their number", async () => {
  await using server = await startServer();
  const { client } = server;
  const attributes = async (algorithm: "CRC32" | undefined) => {
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ ...object, ChecksumAlgorithm: algorithm }),
    );
    const part = { ...object, UploadId, PartNumber: 1, Body: "x", ChecksumAlgorithm: algorithm };
    const { ETag, ChecksumCRC32 } = await client.send(new UploadPartCommand(part));
    const Parts = [{ PartNumber: 1, ETag, ...(algorithm ? { ChecksumCRC32 } : {}) }];
    await client.send(
      new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts } }),
    );
    const headers = { "x-amz-object-attributes": "Checksum,ObjectParts" };
    return await server.send("GET", `/${BUCKET}/k?attributes`, { headers });
  };
  const summed = await attributes("CRC32");
  assertEquals(summed.element("PartsCount"), "1");
  assertEquals(summed.text.includes("<Part><PartNumber>1</PartNumber>"), true);
  assertEquals(summed.element("ChecksumType"), "COMPOSITE");
  assertEquals(/-\d+$/.test(summed.element("ChecksumCRC32") ?? "-1"), false);
  const plain = await attributes(undefined);
  assertEquals(plain.element("PartsCount"), "1");
  assertEquals(plain.text.includes("<Part>"), false);
});
