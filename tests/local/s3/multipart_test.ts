import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompleteMultipartUploadCommandInput,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { BUCKET, failure, startServer, type TestServer } from "./server.ts";

const MIB = 1024 * 1024;
const FIRST = Buffer.alloc(5 * MIB, "a");
const LAST = Buffer.from("the end");
const Key = "large";

async function begin(
  server: TestServer,
  input: Partial<CreateMultipartUploadCommandInput> = {},
): Promise<string> {
  const { UploadId } = await server.client.send(
    new CreateMultipartUploadCommand({ Bucket: BUCKET, Key, ...input }),
  );
  return UploadId ?? "";
}

async function part(server: TestServer, UploadId: string, PartNumber: number, Body: Uint8Array) {
  const { ETag, ChecksumCRC32 } = await server.client.send(
    new UploadPartCommand({ Bucket: BUCKET, Key, UploadId, PartNumber, Body }),
  );
  return { ETag, ChecksumCRC32, PartNumber };
}

function complete(
  server: TestServer,
  UploadId: string,
  Parts: { ETag?: string; PartNumber: number }[],
  input: Partial<CompleteMultipartUploadCommandInput> = {},
) {
  return server.client.send(
    new CompleteMultipartUploadCommand({
      Bucket: BUCKET,
      Key,
      UploadId,
      MultipartUpload: { Parts },
      ...input,
    }),
  );
}

const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest();

Deno.test("parts become one object, whose entity tag is the MD5 of theirs", async () => {
  await using server = await startServer();
  const id = await begin(server, { ContentType: "a/b", Metadata: { m: "1" } });
  const last = await part(server, id, 7, LAST);
  const first = await part(server, id, 2, FIRST);
  const done = await complete(server, id, [first, last]);
  const etag = `"${md5(Buffer.concat([md5(FIRST), md5(LAST)])).toString("hex")}-2"`;
  assertEquals(done.ETag, etag);
  const got = await server.client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  assertEquals([got.ETag, got.ContentType, got.Metadata], [etag, "a/b", { m: "1" }]);
  const bytes = await got.Body!.transformToByteArray();
  assertEquals(Buffer.compare(bytes, Buffer.concat([FIRST, LAST])), 0);
  const second = await server.client.send(
    new GetObjectCommand({ Bucket: BUCKET, Key, PartNumber: 2 }),
  );
  assertEquals(second.PartsCount, 2);
  assertEquals(second.ContentRange, `bytes ${5 * MIB}-${5 * MIB + 6}/${5 * MIB + 7}`);
  assertEquals(await second.Body?.transformToString(), "the end");
  const third = await server.send("GET", `/${BUCKET}/${Key}?partNumber=3`);
  assertEquals(
    [third.status, ...["Code", "PartNumberRequested", "ActualPartCount"].map(third.element)],
    [416, "InvalidPartNumber", "3", "2"],
  );
  assertEquals(
    await failure(
      server.client.send(new ListPartsCommand({ Bucket: BUCKET, Key, UploadId: id })),
    ),
    "NoSuchUpload 404",
  );
});

Deno.test("completing again what was completed gives the same answer", async () => {
  await using server = await startServer();
  const id = await begin(server);
  const parts = [await part(server, id, 1, LAST)];
  const first = await complete(server, id, parts);
  const second = await complete(server, id, parts);
  assertEquals(second.ETag, first.ETag);
});

Deno.test("a checksum is of the parts' checksums, or of the whole object", async () => {
  await using server = await startServer();
  const digest = (bytes: Uint8Array) => {
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(bytes));
    return crc;
  };
  const composite = await begin(server, { ChecksumAlgorithm: "CRC32" });
  const parts = [await part(server, composite, 1, FIRST), await part(server, composite, 2, LAST)];
  const done = await complete(server, composite, parts);
  const expected = digest(Buffer.concat([digest(FIRST), digest(LAST)])).toString("base64");
  assertEquals([done.ChecksumCRC32, done.ChecksumType], [`${expected}-2`, "COMPOSITE"]);
  // A reader of one part gets that part's checksum, which AWS's client holds the bytes against.
  const second = await server.client.send(
    new GetObjectCommand({ Bucket: BUCKET, Key, PartNumber: 2, ChecksumMode: "ENABLED" }),
  );
  assertEquals(
    [second.ChecksumCRC32, second.ChecksumType, await second.Body?.transformToString()],
    [digest(LAST).toString("base64"), "COMPOSITE", "the end"],
  );
  const attributes = await server.client.send(
    new GetObjectAttributesCommand({ Bucket: BUCKET, Key, ObjectAttributes: ["ObjectParts"] }),
  );
  assertEquals(
    attributes.ObjectParts?.Parts?.map(({ Size, ChecksumCRC32 }) => [Size, ChecksumCRC32]),
    [[5 * MIB, digest(FIRST).toString("base64")], [7, digest(LAST).toString("base64")]],
  );
  const page = async (MaxParts: number, PartNumberMarker?: string) => {
    const { ObjectParts } = await server.client.send(
      new GetObjectAttributesCommand({
        ...{ Bucket: BUCKET, Key, ObjectAttributes: ["ObjectParts"], MaxParts, PartNumberMarker },
      }),
    );
    return [ObjectParts?.Parts?.map(({ PartNumber }) => PartNumber), ObjectParts?.IsTruncated];
  };
  assertEquals(await page(1), [[1], true]);
  assertEquals(await page(1, "1"), [[2], false]);

  const full = await begin(server, { ChecksumAlgorithm: "CRC32", ChecksumType: "FULL_OBJECT" });
  const fullParts = [await part(server, full, 1, FIRST), await part(server, full, 2, LAST)];
  await complete(server, full, fullParts);
  const head = await server.client.send(
    new HeadObjectCommand({ Bucket: BUCKET, Key, ChecksumMode: "ENABLED" }),
  );
  const whole = digest(Buffer.concat([FIRST, LAST])).toString("base64");
  assertEquals([head.ChecksumCRC32, head.ChecksumType], [whole, "FULL_OBJECT"]);

  assertEquals(
    await failure(begin(server, { ChecksumAlgorithm: "SHA256", ChecksumType: "FULL_OBJECT" })),
    "InvalidRequest 400",
  );
});

Deno.test("a list of parts that is not what was uploaded is refused", async () => {
  await using server = await startServer();
  const id = await begin(server);
  const one = await part(server, id, 1, LAST);
  const two = await part(server, id, 2, LAST);
  assertEquals(await failure(complete(server, id, [two, one])), "InvalidPartOrder 400");
  assertEquals(await failure(complete(server, id, [one, one])), "InvalidPartOrder 400");
  assertEquals(await failure(complete(server, id, [one, two])), "EntityTooSmall 400");
  const other = { PartNumber: 1, ETag: '"00000000000000000000000000000000"' };
  assertEquals(await failure(complete(server, id, [other])), "InvalidPart 400");
  assertEquals(await failure(complete(server, id, [{ ...one, PartNumber: 3 }])), "InvalidPart 400");
  assertEquals(await failure(complete(server, id, [])), "InvalidRequest 400");
  assertEquals(
    await failure(complete(server, id, [one], { MpuObjectSize: 8 })),
    "InvalidRequest 400",
  );
  assertEquals(
    await failure(complete(server, id, [one], { ChecksumCRC32: "AAAAAA==" })),
    "BadDigest 400",
  );
  for (const number of [0, 10_001]) {
    const answer = await server.send(
      "PUT",
      `/${BUCKET}/${Key}?partNumber=${number}&uploadId=${id}`,
      { body: "x" },
    );
    assertEquals([answer.status, answer.element("Code")], [400, "InvalidArgument"]);
  }
});

Deno.test("a conditional completion never replaces an object", async () => {
  await using server = await startServer();
  const [mine, other] = [await begin(server), await begin(server)];
  const minePart = await part(server, mine, 1, LAST);
  const otherPart = await part(server, other, 1, FIRST);
  await complete(server, other, [otherPart], { IfNoneMatch: "*" });
  assertEquals(
    await failure(complete(server, mine, [minePart], { IfNoneMatch: "*" })),
    "PreconditionFailed 412",
  );
  assertEquals(server.store.head(BUCKET, Key)?.size, FIRST.length);
});

Deno.test("parts are copied from an object, and listed page by page", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "source", Buffer.from("0123456789"));
  const id = await begin(server);
  for (const PartNumber of [1, 2, 3]) {
    await server.client.send(
      new UploadPartCopyCommand({
        Bucket: BUCKET,
        Key,
        UploadId: id,
        PartNumber,
        CopySource: `${BUCKET}/source`,
        CopySourceRange: `bytes=${PartNumber}-${PartNumber * 2}`,
      }),
    );
  }
  const page = await server.client.send(
    new ListPartsCommand({ Bucket: BUCKET, Key, UploadId: id, MaxParts: 2 }),
  );
  assertEquals(page.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size]), [[1, 2], [2, 3]]);
  assertEquals([page.IsTruncated, page.NextPartNumberMarker], [true, "2"]);
  const rest = await server.client.send(
    new ListPartsCommand({ Bucket: BUCKET, Key, UploadId: id, PartNumberMarker: "2" }),
  );
  assertEquals(rest.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size]), [[3, 4]]);
  assertEquals(
    await failure(
      server.client.send(
        new UploadPartCopyCommand({
          Bucket: BUCKET,
          Key,
          UploadId: id,
          PartNumber: 4,
          CopySource: `${BUCKET}/source`,
          CopySourceRange: "bytes=5-10",
        }),
      ),
    ),
    "InvalidRequest 400",
  );
});

Deno.test("uploads are listed, aborted, and leave no files", async () => {
  await using server = await startServer();
  const ids = [await begin(server), await begin(server), await begin(server, { Key: "zebra" })];
  await part(server, ids[0]!, 1, LAST);
  const listed: (string | undefined)[] = [];
  for (let after: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {}; after;) {
    const page: {
      Uploads?: { UploadId?: string }[];
      IsTruncated?: boolean;
      NextKeyMarker?: string;
      NextUploadIdMarker?: string;
    } = await server.client.send(
      new ListMultipartUploadsCommand({ Bucket: BUCKET, MaxUploads: 1, ...after }),
    );
    listed.push(...(page.Uploads ?? []).map(({ UploadId }) => UploadId));
    after = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      : undefined;
  }
  assertEquals(listed.slice(0, 2).sort(), ids.slice(0, 2).sort());
  assertEquals(listed[2], ids[2]);
  const abort = (UploadId: string) =>
    server.client.send(new AbortMultipartUploadCommand({ Bucket: BUCKET, Key, UploadId }));
  await abort(ids[0]!);
  assertEquals(await failure(abort(ids[0]!)), "NoSuchUpload 404");
  assertEquals(
    await failure(part(server, ids[0]!, 2, LAST)),
    "NoSuchUpload 404",
  );
  const stray = await server.send("PUT", `/${BUCKET}/other?partNumber=1&uploadId=${ids[1]}`, {
    body: "x",
  });
  assertEquals(stray.element("Code"), "NoSuchUpload");
});

Deno.test("uploads are rolled up by a delimiter, once over all pages, with keys encoded", async () => {
  await using server = await startServer();
  const { client } = server;
  for (const Key of ["a+b", "d/1", "d/1", "d/e/2", "é/1", "z"]) {
    await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key }));
  }
  const list = async (path: string) => {
    const { text } = await server.send("GET", `/${BUCKET}?uploads&encoding-type=url&${path}`);
    const all = (name: string) =>
      [...text.matchAll(new RegExp(`<${name}>([^<]*)</`, "g"))].map((found) => found[1]);
    return {
      keys: all("Key"),
      prefixes: all("CommonPrefixes><Prefix"),
      next: all("NextKeyMarker")[0],
      id: all("NextUploadIdMarker")[0] ?? "",
    };
  };
  // A common prefix that ends a page is no marker, as recorded of S3.
  const { id: _, ...whole } = await list("delimiter=/");
  assertEquals(whole, { keys: ["a%2Bb", "z"], prefixes: ["d/", "%C3%A9/"], next: "" });
  const { id: __, ...within } = await list("delimiter=/&prefix=d/");
  assertEquals(within, { keys: ["d/1", "d/1"], prefixes: ["d/e/"], next: "" });
  for (const marker of ["d/", "d/1", "d/e/2"]) {
    const { keys, prefixes } = await list(`delimiter=/&key-marker=${marker}`);
    assertEquals([keys, prefixes], [["z"], ["%C3%A9/"]], marker);
  }
  for (const pageSize of [1, 2, 3]) {
    const seen: (string | undefined)[] = [];
    for (let key: string | undefined = "", id = ""; key !== undefined;) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `max-uploads=${pageSize}&key-marker=${key}&upload-id-marker=${id}`,
      );
      seen.push(...page.keys);
      key = page.keys.length < pageSize ? undefined : page.next;
      id = page.id;
    }
    assertEquals(seen, ["a%2Bb", "d/1", "d/1", "d/e/2", "z", "%C3%A9/1"]);
  }
});

Deno.test("the checksum of a completed object is its own, not the request's", async () => {
  await using server = await startServer();
  const { client } = server;
  const target = { Bucket: BUCKET, Key: "summed" };
  const complete = async (
    [algorithm, type]: ["CRC32C" | "SHA256" | undefined, "COMPOSITE" | "FULL_OBJECT" | undefined],
    claim: Partial<CompleteMultipartUploadCommandInput>,
    withPart = true,
  ) => {
    const kind = { ChecksumAlgorithm: algorithm, ChecksumType: type };
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ ...target, ...kind }),
    );
    const { ETag, ChecksumCRC32C } = await client.send(
      new UploadPartCommand({
        ...target,
        UploadId,
        PartNumber: 1,
        Body: "piped\n",
        ...(algorithm ? { ChecksumAlgorithm: algorithm } : {}),
      }),
    );
    const Parts = [{ PartNumber: 1, ETag, ...(withPart ? { ChecksumCRC32C } : {}) }];
    const input = { ...target, UploadId, MultipartUpload: { Parts }, ...claim };
    try {
      const done = await client.send(new CompleteMultipartUploadCommand(input));
      return [done.ChecksumCRC32C ?? done.ChecksumCRC32, done.ChecksumType];
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : error;
    }
  };
  const composite = ["CRC32C", "COMPOSITE"] as const;
  const full = ["CRC32C", "FULL_OBJECT"] as const;
  const wrong = "BadDigest: The CRC32C you specified did not match the calculated checksum.";
  const cases = [
    [composite, { ChecksumCRC32C: "+0NuKw==-1" }, ["+0NuKw==-1", "COMPOSITE"]],
    // So MinIO's clients send it.
    [composite, { ChecksumCRC32C: "+0NuKw==" }, ["+0NuKw==-1", "COMPOSITE"]],
    [composite, { ChecksumCRC32C: "4PRhDA==" }, wrong],
    [full, { ChecksumCRC32C: "4PRhDA==" }, ["4PRhDA==", "FULL_OBJECT"]],
    [full, { ChecksumCRC32C: "+0NuKw==" }, wrong],
    [full, { ChecksumType: "FULL_OBJECT" }, ["4PRhDA==", "FULL_OBJECT"]],
    [
      full,
      { ChecksumType: "COMPOSITE" },
      "InvalidRequest: The upload was created using the FULL_OBJECT checksum mode. " +
      "The complete request must use the same checksum mode.",
    ],
    [
      full,
      { ChecksumCRC32: "AAAAAA==" },
      "InvalidRequest: Checksum Type mismatch occurred, expected checksum Type: crc32c, " +
      "actual checksum Type: crc32",
    ],
    [[undefined, undefined], { ChecksumCRC32C: "4PRhDA==" }, ["4PRhDA==", "FULL_OBJECT"]],
    [[undefined, undefined], { ChecksumCRC32C: "+0NuKw==" }, wrong],
  ] as const;
  for (const [[algorithm, type], claim, expected] of cases) {
    assertEquals(await complete([algorithm, type], claim), expected, JSON.stringify(claim));
  }
  assertEquals(
    await complete(["CRC32C", "COMPOSITE"], {}, false),
    "InvalidRequest: The upload was created using a crc32c checksum. The complete request must " +
      "include the checksum for each part. It was missing for part 1 in the request.",
  );
});
