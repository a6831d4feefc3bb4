import { assertEquals, assertStringIncludes } from "@std/assert";
import { BUCKET, startServer, type TestServer } from "./server.ts";

const OURS = "000000000000";
const THEIRS = "111122223333";

async function codes(server: TestServer, requests: readonly string[], headers = {}) {
  const found = [];
  for (const request of requests) {
    const [method = "", path = ""] = request.split(" ");
    const body = method === "PUT" || method === "POST" ? "x" : undefined;
    const { status, text } = await server.send(method, path, { headers, body });
    found.push(`${status} ${/<Code>(.*)<\/Code>/.exec(text)?.[1] ?? ""}`);
  }
  return found;
}

Deno.test("every operation on another account's bucket is refused, and does nothing", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "k", new Uint8Array(1));
  const requests = [
    `GET /${BUCKET}`,
    `PUT /${BUCKET}`,
    `PUT /${BUCKET}?tagging`,
    `DELETE /${BUCKET}`,
    `POST /${BUCKET}?delete`,
    `GET /${BUCKET}/k`,
    `GET /${BUCKET}/none`,
    `PUT /${BUCKET}/k`,
    `DELETE /${BUCKET}/k`,
    `GET /${BUCKET}/k?tagging`,
    `GET /${BUCKET}/k?attributes`,
    `POST /${BUCKET}/k?uploads`,
    `PUT /${BUCKET}/k?partNumber=1&uploadId=u`,
    `GET /${BUCKET}/k?uploadId=u`,
    `POST /${BUCKET}/k?uploadId=u`,
  ];
  const headers = { "x-amz-expected-bucket-owner": THEIRS };
  assertEquals(await codes(server, requests, headers), requests.map(() => "403 AccessDenied"));
  assertEquals(await codes(server, [`HEAD /${BUCKET}/k`, `HEAD /${BUCKET}`], headers), [
    "403 ",
    "403 ",
  ]);
  assertEquals(server.store.head(BUCKET, "k")?.size, 1);
  assertEquals(await codes(server, ["GET /no-such-bucket/k"], headers), ["404 NoSuchBucket"]);
});

Deno.test("the owner that STS tells is the buckets' owner; what is no account is refused", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "k", new Uint8Array(1));
  const get = (owner: string) =>
    codes(server, [`GET /${BUCKET}/k`], { "x-amz-expected-bucket-owner": owner });
  assertEquals(await get(OURS), ["200 "]);
  for (const owner of ["", "abc", "0000000000000", "00000000000a"]) {
    assertEquals(await get(owner), ["400 InvalidBucketOwnerAWSAccountID"], owner);
  }
  const identity = await server.send("POST", "/", {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "Action=GetCallerIdentity&Version=2011-06-15",
  });
  assertStringIncludes(identity.text, `<Account>${OURS}</Account>`);
});

Deno.test("a copy is made only from the bucket of the account that is expected", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "k", new Uint8Array(1));
  const copy = (owner: string) =>
    codes(server, [`PUT /${BUCKET}/copy`], {
      "x-amz-copy-source": `${BUCKET}/k`,
      "x-amz-source-expected-bucket-owner": owner,
    });
  assertEquals(await copy(THEIRS), ["403 AccessDenied"]);
  assertEquals(server.store.head(BUCKET, "copy"), undefined);
  assertEquals(await copy(OURS), ["200 "]);
});
