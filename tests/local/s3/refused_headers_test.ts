import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { BUCKET, startServer } from "./server.ts";

const KEY = "x-amz-server-side-encryption-customer-key";

Deno.test("what the server does not do is refused, not passed over", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "k", new Uint8Array(1));
  for (
    const [method, path, name, value] of [
      ["PUT", "k", "x-amz-checksum-xxhash64", "AAAAAAAAAAA="],
      ["PUT", "k", "x-amz-checksum-sha512", "AA=="],
      ["PUT", "k", KEY, "a2V5"],
      ["PUT", "k", `${KEY}-MD5`, "a2V5"],
      ["PUT", "k?partNumber=1&uploadId=u", `${KEY}`, "a2V5"],
      ["PUT", "k", "x-amz-write-offset-bytes", "1"],
      ["PUT", "k", "x-amz-server-side-encryption-aws-kms-key-id", "alias/a"],
      ["DELETE", "k", "x-amz-if-match-size", "9"],
      ["DELETE", "k", "x-amz-if-match-last-modified-time", "Thu, 26 Nov 2026 01:00:00 GMT"],
      ["DELETE", "k?uploadId=u", "x-amz-if-match-initiated-time", "Thu, 26 Nov 2026 01:00:00 GMT"],
      ["PUT", "?metadataInventoryTable", "x-any", "x"],
      ["PUT", "?metadataJournalTable", "x-any", "x"],
    ] as const
  ) {
    const answer = await server.send(method, `/${BUCKET}/${path}`.replace("/?", "?"), {
      headers: { [name]: value },
      body: method === "PUT" ? "more" : undefined,
    });
    assertEquals([answer.status, answer.element("Code")], [501, "NotImplemented"], name);
  }
  assertEquals(server.store.head(BUCKET, "k")?.size, 1);
});

Deno.test("a condition of directory buckets is refused for its key alone", async () => {
  await using server = await startServer();
  for (const key of ["a", "b", "c"]) await server.store.put(BUCKET, key, new Uint8Array(1));
  const answer = await server.send("POST", `/${BUCKET}?delete`, {
    body: "<Delete><Object><Key>a</Key><Size>9</Size></Object><Object><Key>b</Key></Object>" +
      "<Object><Key>c</Key><LastModifiedTime>x</LastModifiedTime></Object></Delete>",
  });
  assertEquals(answer.text.match(/<Code>NotImplemented<\/Code>/g)?.length, 2);
  assertEquals([...server.store.list(BUCKET)].map(({ key }) => key), ["a", "c"]);
});

Deno.test("an object that no client's key encrypted is not read with one", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "k", new Uint8Array(1));
  const headers = { [`${KEY.replace("-key", "-algorithm")}`]: "AES256", [KEY]: "a2V5" };
  const answer = await server.send("GET", `/${BUCKET}/k`, { headers });
  assertEquals([answer.status, answer.element("Code")], [400, "InvalidRequest"]);
  assertStringIncludes(answer.text, "encryption parameters are not applicable");
});

Deno.test("what is too large to be put is refused by its length, not by its bytes", async () => {
  await using server = await startServer();
  const tooMuch = 5 * 1024 ** 3 + 1;
  for (
    const length of [
      `Content-Length: ${tooMuch}`,
      `Content-Length: ${tooMuch + 99}\r\nContent-Encoding: aws-chunked\r\n` +
      `x-amz-decoded-content-length: ${tooMuch}`,
    ]
  ) {
    using connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
    const head = `PUT /${BUCKET}/k HTTP/1.1\r\nHost: localhost\r\n${length}\r\n\r\n`;
    await connection.write(new TextEncoder().encode(head));
    let answer: string | undefined;
    const answered = (async () => {
      const bytes = new Uint8Array(4_096);
      answer = new TextDecoder().decode(bytes.subarray(0, await connection.read(bytes) ?? 0));
    })();
    const zeros = new Uint8Array(1 << 20);
    let sent = 0;
    while (answer === undefined) sent += await connection.write(zeros);
    await answered;
    assertStringIncludes(answer, "HTTP/1.1 400");
    assertStringIncludes(answer, "<Code>EntityTooLarge</Code>");
    assertStringIncludes(answer, `<ProposedSize>${tooMuch}</ProposedSize>`);
    assert(sent < 200 * 1024 * 1024, `${sent} bytes were sent`);
  }
});
