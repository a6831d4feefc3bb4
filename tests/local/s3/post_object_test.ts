import { GetObjectCommand, GetObjectTaggingCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import { assertEquals, assertMatch } from "@std/assert";
import { BUCKET, startServer, type TestServer } from "./server.ts";

/** Sends a form as a browser does: the fields, then the file. */
async function post(
  server: TestServer,
  fields: Record<string, string>,
  file: Blob | undefined = new Blob(["close,1.5"]),
  name = "C:\\data\\ticks ü.csv",
): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", file, name);
  // What stands after the file is passed over.
  form.append("key", "other");
  const request = { method: "POST", body: form, redirect: "manual" } as const;
  return await fetch(`${server.url}/${BUCKET}`, request);
}

async function outcome(response: Response): Promise<(string | number | undefined)[]> {
  const text = await response.text();
  const element = (name: string) => new RegExp(`<${name}>([^]*?)</${name}>`).exec(text)?.[1];
  const message = element("Message")?.replaceAll("&quot;", '"');
  return [response.status, element("Code"), message].filter((one) => one !== undefined);
}

function policy(conditions: unknown, expiration: unknown = "2100-01-01T00:00:00Z"): string {
  return new TextEncoder().encode(JSON.stringify({ expiration, conditions })).toBase64();
}

Deno.test("a form's file is stored with what its fields say", async () => {
  await using server = await startServer();
  const answer = await post(server, {
    KEY: "up/${filename}",
    "Content-Type": "text/csv",
    "Cache-Control": "max-age=1",
    "x-amz-meta-author": "é",
    "x-amz-storage-class": "STANDARD_IA",
    "x-ignore-me": "1",
    tagging: "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>",
    acl: "private",
  });
  await answer.body?.cancel();
  assertEquals(answer.status, 204);
  const Key = "up/ticks ü.csv";
  const target = { Bucket: BUCKET, Key };
  assertEquals(
    answer.headers.get("location"),
    `${server.url}/${BUCKET}/${encodeURIComponent(Key)}`,
  );
  const object = await server.client.send(new GetObjectCommand(target));
  assertEquals(await object.Body?.transformToString(), "close,1.5");
  assertEquals(object.ETag, answer.headers.get("etag") ?? "");
  assertEquals(
    [object.ContentType, object.CacheControl, object.StorageClass],
    ["text/csv", "max-age=1", "STANDARD_IA"],
  );
  assertEquals(object.Metadata, { author: "=?UTF-8?B?w6k=?=" });
  const tags = await server.client.send(new GetObjectTaggingCommand(target));
  assertEquals(tags.TagSet, [{ Key: "a", Value: "b" }]);
});

Deno.test("a form is answered as its success_action fields say", async () => {
  await using server = await startServer();
  const made = await post(server, { key: "a b", success_action_status: "201" });
  const location = `${server.url}/${BUCKET}/a%20b`;
  const etag = made.headers.get("etag");
  assertEquals(
    [made.status, made.headers.get("location"), await made.text()],
    [
      201,
      location,
      `<?xml version="1.0" encoding="UTF-8"?>\n<PostResponse><Location>${location}</Location>` +
      `<Bucket>${BUCKET}</Bucket><Key>a b</Key><ETag>${etag?.replaceAll('"', "&quot;")}</ETag>` +
      "</PostResponse>",
    ],
  );
  for (const [asked, status] of [["200", 200], ["204", 204], ["404", 204]] as const) {
    const answer = await post(server, { key: "k", success_action_status: asked });
    assertEquals([answer.status, await answer.text()], [status, ""]);
  }
  const success_action_redirect = "http://127.0.0.1/done?x=1";
  const redirected = await post(server, { key: "k&", success_action_redirect });
  await redirected.body?.cancel();
  assertEquals([redirected.status, redirected.headers.get("location")], [
    303,
    `http://127.0.0.1/done?x=1&bucket=${BUCKET}&key=k%26&etag=${encodeURIComponent(etag ?? "")}`,
  ]);
  const nowhere = await post(server, { key: "k", success_action_redirect: "nowhere" });
  assertEquals([nowhere.status, await nowhere.text()], [204, ""]);
});

Deno.test("a form's policy is kept to", async () => {
  await using server = await startServer();
  const rules = [{ bucket: BUCKET }, ["starts-with", "$key", "up/"]];
  const denied = (words: string) => [403, "AccessDenied", `Invalid according to Policy: ${words}`];
  const invalid = (words: string) => [400, "InvalidPolicyDocument", `Invalid Policy: ${words}`];
  const cases: [Record<string, string>, (string | number)[]][] = [
    [{ policy: policy(rules), key: "up/x", "x-ignore-y": "" }, [204]],
    [{ policy: policy([["starts-with", "$KEY", ""]]), key: "up/x" }, [204]],
    [
      { policy: policy([...rules, ["starts-with", "$Content-Type", "image/"]]), key: "up/x" },
      denied('Policy Condition failed: ["starts-with", "$Content-Type", "image/"]'),
    ],
    [
      {
        policy: policy([...rules, ["starts-with", "$Content-Type", "image/"]]),
        key: "up/x",
        "Content-Type": "image/png, image/gif",
      },
      [204],
    ],
    [
      { policy: policy(rules), key: "x" },
      denied('Policy Condition failed: ["starts-with", "$key", "up/"]'),
    ],
    // The file's name is in the key before the policy looks at it.
    [{ policy: policy([["eq", "$key", "ticks ü.csv"]]), key: "${filename}" }, [204]],
    [
      { policy: policy([{ bucket: "other" }, { key: "x" }]), key: "x" },
      denied('Policy Condition failed: ["eq", "$bucket", "other"]'),
    ],
    [
      { policy: policy(rules), key: "up/x", acl: "private", "x-amz-meta-a": "1" },
      denied("Extra input fields: acl, x-amz-meta-a"),
    ],
    [{ policy: policy(rules, "2020-01-01T00:00:00Z"), key: "up/x" }, denied("Policy expired.")],
    [{ policy: policy([...rules, ["content-length-range", 9, "9"]]), key: "up/x" }, [204]],
    [
      { policy: policy([...rules, ["content-length-range", 0, 8]]), key: "up/large" },
      [400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size"],
    ],
    [
      { policy: policy([...rules, ["content-length-range", 10, 20]]), key: "up/small" },
      [400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size"],
    ],
    [{ policy: "x", key: "up/x" }, invalid("Invalid JSON.")],
    [{ policy: btoa('{"conditions": []}'), key: "k" }, invalid("Policy missing expiration.")],
    [
      { policy: btoa('{"expiration": "2100-01-01T00:00:00Z"}'), key: "k" },
      invalid("Policy missing conditions."),
    ],
    [
      { policy: policy([], "2100-01-01"), key: "k" },
      invalid("Invalid 'expiration' value: '2100-01-01'"),
    ],
    [
      { policy: policy([["ends-with", "$key", ""]]), key: "k" },
      invalid('Invalid Condition: ["ends-with","$key",""]'),
    ],
  ];
  for (const [fields, expected] of cases) {
    const signed = { "x-amz-signature": "0", ...fields };
    assertEquals(await outcome(await post(server, signed)), expected, JSON.stringify(fields));
  }
  for (const [fields, name] of [[{}, "X-Amz-Signature"], [{ AWSAccessKeyId: "x" }, "signature"]]) {
    const unsigned = { key: "up/x", policy: policy(rules), ...fields as Record<string, string> };
    assertEquals(await outcome(await post(server, unsigned)), [
      400,
      "InvalidArgument",
      `Bucket POST must contain a field named '${name}'.  ` +
      "If it is specified, please check the order of the fields.",
    ]);
  }
  const refused = new HeadObjectCommand({ Bucket: BUCKET, Key: "up/large" });
  assertEquals(await server.client.send(refused).catch(({ name }) => name), "NotFound");
});

Deno.test("a form that cannot be used is refused", async () => {
  await using server = await startServer();
  assertEquals((await outcome(await post(server, {})))[1], "InvalidArgument");
  assertEquals(
    (await outcome(await post(server, { key: "k".repeat(1025) })))[1],
    "KeyTooLongError",
  );
  assertEquals(
    (await outcome(await post(server, { key: "k", acl: "public-read" })))[1],
    "AccessControlListNotSupported",
  );
  assertEquals(
    (await outcome(await post(server, { key: "k", long: "x".repeat(30_000) })))[1],
    "MaxPostPreDataLengthExceededError",
  );
  assertEquals(
    (await outcome(await post(server, { key: "k", "x-amz-checksum-crc32": "AAAAAA==" })))[1],
    "BadDigest",
  );
  const send = async (body: string, type = "multipart/form-data; boundary=b") => {
    const { status, element } = await server.send("POST", `/${BUCKET}`, {
      headers: { "content-type": type },
      body,
    });
    return [status, element("Code")];
  };
  const head = '--b\r\nContent-Disposition: form-data; name="';
  assertEquals(await send("x", "text/plain"), [412, "PreconditionFailed"]);
  assertEquals(await send("x"), [400, "MalformedPOSTRequest"]);
  assertEquals(await send(`${head}key"\r\n\r\nk\r\n--b--\r\n`), [400, "InvalidArgument"]);
  assertEquals(await send(`${head}key"\r\n\r\nk\r\n--b??`), [400, "MalformedPOSTRequest"]);
  assertEquals(await send(`--b\r\nContent-Type: x\r\n\r\nk\r\n--b--`), [
    400,
    "MalformedPOSTRequest",
  ]);
  const cut = `${head}key"\r\n\r\nk\r\n${head}file"; filename=f\r\n\r\ncut`;
  assertEquals(await send(cut), [400, "MalformedPOSTRequest"]);
  assertEquals(await send(`${cut}\r\n--b--`), [204, undefined]);
  assertEquals(server.faults, []);
});

Deno.test("a form's file is read piece by piece, wherever its boundary is cut", async () => {
  await using server = await startServer();
  const data = crypto.getRandomValues(new Uint8Array(50_000));
  const large = new Uint8Array(3_000_000).map((_, index) => data[index % data.length] as number);
  // Beginnings of a boundary inside the file are the file's.
  large.set(new TextEncoder().encode("\r\n------formdata"), 65_530);
  const answer = await post(server, { key: "large" }, new Blob([large]));
  await answer.body?.cancel();
  const { Body } = await server.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "large" }));
  assertEquals(await Body?.transformToByteArray(), large);
  assertMatch(answer.headers.get("x-amz-checksum-crc64nvme") ?? "", /=$/);
});
