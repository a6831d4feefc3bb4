/**
 * Answers that others recorded of Amazon S3: how listings go on, what copies change, how headers are
 * written, and the elements of errors.
 */
import { assertEquals } from "@std/assert";
import { type Answer, BUCKET, startServer, type TestServer } from "./server.ts";

/** Elements of an error's document, without the ids of the request. */
function errorOf({ status, text }: Answer): Record<string, string> {
  const elements = [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)]
    .map(([, name = "", value = ""]) => [name, value.replaceAll("&apos;", "'")] as const)
    .filter(([name]) => name !== "RequestId" && name !== "HostId");
  return { status: String(status), ...Object.fromEntries(elements) };
}

const put = async (server: TestServer, body: string) => {
  const answer = await server.send("PUT", `/${BUCKET}/k`, { body });
  return answer.headers.get("etag") ?? "";
};

Deno.test("a marker within a common prefix stands for the whole of it", async () => {
  await using server = await startServer();
  for (const key of ["f/a/1", "f/a/2", "f/b", "f/c"]) {
    await server.store.put(BUCKET, key, new Uint8Array(1));
  }
  for (const marker of ["f/a/", "f/a/1"]) {
    const path = `/${BUCKET}?prefix=f/&delimiter=/&max-keys=1&marker=${marker}`;
    const answer = await server.send("GET", path);
    assertEquals([answer.element("Key"), answer.element("NextMarker")], ["f/b", "f/b"]);
    assertEquals(answer.text.includes("CommonPrefixes"), false);
  }
});

Deno.test("a page that follows a token does not tell where the first one started", async () => {
  await using server = await startServer();
  for (const key of ["a", "b", "c"]) await server.store.put(BUCKET, key, new Uint8Array(1));
  const first = await server.send("GET", `/${BUCKET}?list-type=2&start-after=a&max-keys=1`);
  assertEquals(first.element("StartAfter"), "a");
  const token = encodeURIComponent(first.element("NextContinuationToken") ?? "");
  const path = `/${BUCKET}?list-type=2&start-after=a&continuation-token=${token}`;
  const next = await server.send("GET", path);
  assertEquals(next.element("StartAfter"), undefined);
  assertEquals(next.text.includes("<Contents><Key>c</Key>"), true);
});

const ERRORS: [
  what: string,
  request: [method: string, path: string, options?: Parameters<TestServer["send"]>[2]],
  error: Record<string, string>,
][] = [
  [
    "an object that is not there",
    ["GET", "/none"],
    { status: "404", Code: "NoSuchKey", Message: "The specified key does not exist.", Key: "none" },
  ],
  [
    "a condition of another value",
    ["PUT", "/k", { body: "x", headers: { "if-none-match": '"x"' } }],
    {
      status: "501",
      Code: "NotImplemented",
      Message: "A header you provided implies functionality that is not implemented",
      Header: "If-None-Match",
      additionalMessage: "We don't accept the provided value of If-None-Match header for this API",
    },
  ],
  [
    "any object, as the condition of a put",
    ["PUT", "/k", { body: "x", headers: { "if-match": "*" } }],
    {
      status: "501",
      Code: "NotImplemented",
      Message: "A header you provided implies functionality that is not implemented",
      Header: "If-Match",
      additionalMessage: "We don't accept the provided value of If-Match header for this API",
    },
  ],
  [
    "two conditions",
    ["PUT", "/k", { body: "x", headers: { "if-match": "x", "if-none-match": "*" } }],
    {
      status: "501",
      Code: "NotImplemented",
      Message: "A header you provided implies functionality that is not implemented",
      Header: "If-Match,If-None-Match",
      additionalMessage: "Multiple conditional request headers present in the request",
    },
  ],
  [
    "a version",
    ["DELETE", "/k?versionId=HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD"],
    {
      status: "400",
      Code: "InvalidArgument",
      Message: "Invalid version id specified",
      ArgumentName: "versionId",
      ArgumentValue: "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD",
    },
  ],
  [
    "a source that has changed",
    ["PUT", "/copy", {
      headers: {
        "x-amz-copy-source": `/${BUCKET}/k`,
        "x-amz-copy-source-if-match": "etag123",
      },
    }],
    {
      status: "412",
      Code: "PreconditionFailed",
      Message: "At least one of the pre-conditions you specified did not hold",
      Condition: "x-amz-copy-source-If-Match",
    },
  ],
  [
    "a copy over itself that must not be there",
    ["PUT", "/k", {
      headers: {
        "x-amz-copy-source": `/${BUCKET}/k`,
        "x-amz-storage-class": "STANDARD",
        "if-none-match": "*",
      },
    }],
    {
      status: "412",
      Code: "PreconditionFailed",
      Message: "At least one of the pre-conditions you specified did not hold",
      Condition: "If-None-Match",
    },
  ],
  [
    "a key for an encryption that has none",
    ["PUT", "?encryption", {
      body: "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>" +
        "<SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID>" +
        "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>",
    }],
    {
      status: "400",
      Code: "InvalidArgument",
      Message:
        "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or " +
        "aws:kms:dsse",
      ArgumentName: "ApplyServerSideEncryptionByDefault",
    },
  ],
  [
    "a policy without a statement",
    ["PUT", "?policy", { body: "{}" }],
    { status: "400", Code: "MalformedPolicy", Message: "Missing required field Statement" },
  ],
];

for (const [what, [method, path, options], error] of ERRORS) {
  Deno.test(`the error of ${what} is as recorded`, async () => {
    await using server = await startServer();
    await put(server, "1");
    const at = path.startsWith("/") ? `/${BUCKET}${path}` : `/${BUCKET}/${path}`;
    assertEquals(errorOf(await server.send(method, at, options)), error);
  });
}

Deno.test("what a copy names counts as changed; a copy onto itself that names nothing is refused", async () => {
  await using server = await startServer();
  const copy = (more: Record<string, string>) =>
    server.send("PUT", `/${BUCKET}/k`, {
      headers: { "x-amz-copy-source": `/${BUCKET}/k`, ...more },
    });
  const headers = { "x-amz-storage-class": "STANDARD_IA" };
  await server.send("PUT", `/${BUCKET}/k`, { body: "1", headers });
  assertEquals((await copy({})).element("Code"), "InvalidRequest");
  for (const storage of ["STANDARD_IA", "STANDARD", "STANDARD"]) {
    assertEquals((await copy({ "x-amz-storage-class": storage })).status, 200);
  }
});

Deno.test("metadata that is mostly ASCII is encoded letter by letter", async () => {
  await using server = await startServer();
  const values: [sent: string, shown: string][] = [
    ["ÄMÄZÕÑ S3", "=?UTF-8?Q?=C3=84M=C3=84Z=C3=95=C3=91_S3?="],
    [
      "test_—_file%E2%80%94_é_2?.pdf",
      "=?UTF-8?Q?test=5F=E2=80=94=5Ffile%E2%80%94=5F=C3=A9=5F2=3F.pdf?=",
    ],
    ["\0\u0001\u0002\u0003", "=?UTF-8?B?AAECAw==?="],
    ["actually-ascii", "actually-ascii"],
  ];
  for (const [sent, shown] of values) {
    const encoded = `=?UTF-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(sent)))}?=`;
    await server.send("PUT", `/${BUCKET}/k`, { headers: { "x-amz-meta-a": encoded } });
    assertEquals((await server.send("GET", `/${BUCKET}/k`)).headers.get("x-amz-meta-a"), shown);
  }
});

Deno.test("a part is not asked for by its number and by its bytes", async () => {
  await using server = await startServer();
  await put(server, "12");
  const headers = { range: "bytes=0-0" };
  const answer = await server.send("GET", `/${BUCKET}/k?partNumber=1`, { headers });
  assertEquals([answer.status, answer.element("Message")], [
    400,
    "Cannot specify both Range header and partNumber query parameter",
  ]);
});

Deno.test("a reader of a range is told no kind of checksum", async () => {
  await using server = await startServer();
  await put(server, "12");
  const read = async (more: Record<string, string>) => {
    const headers = { "x-amz-checksum-mode": "ENABLED", ...more };
    return (await server.send("GET", `/${BUCKET}/k`, { headers })).headers
      .get("x-amz-checksum-type");
  };
  assertEquals(await read({}), "FULL_OBJECT");
  assertEquals(await read({ range: "bytes=0-0" }), null);
  // One of all bytes is no range.
  assertEquals(await read({ range: "bytes=0-100" }), "FULL_OBJECT");
});

Deno.test("where a bucket is: in its constraint's words, at its address, and with each listing", async () => {
  await using server = await startServer();
  const make = (name: string, constraint: string, region: string) =>
    server.send("PUT", `/${name}`, {
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=x/20240131/${region}/s3/aws4_request`,
      },
      body: "<CreateBucketConfiguration><LocationConstraint>" + constraint +
        "</LocationConstraint></CreateBucketConfiguration>",
    });
  const made = await make("ireland", "EU", "eu-west-1");
  assertEquals(made.headers.get("location"), "http://ireland.s3.amazonaws.com/");
  assertEquals((await server.send("GET", "/ireland?location")).element("LocationConstraint"), "EU");
  for (const query of ["", "?list-type=2"]) {
    const { headers } = await server.send("GET", `/ireland${query}`);
    assertEquals(headers.get("x-amz-bucket-region"), "eu-west-1");
  }
  for (const constraint of ["EU", "us-east-1", "bar"]) {
    const wrong = await make("other", constraint, "us-west-1");
    assertEquals([wrong.element("Code"), wrong.element("Message")], [
      "IllegalLocationConstraintException",
      `The ${constraint} location constraint is incompatible for the region specific endpoint ` +
      "this request was sent to.",
    ]);
  }
});

const tagged = (...tags: [string, string][]) =>
  "<Tagging><TagSet>" +
  tags.map(([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`).join("") +
  "</TagSet></Tagging>";

const TAGS: [body: string, path: string, message: string][] = [
  [tagged(["a", "1"], ["a", "1"]), "", "Cannot provide multiple Tags with the same key"],
  [tagged(["a,b", "1"]), "", "The TagKey you have provided is invalid"],
  [tagged(["a", "1,2"]), "", "The TagValue you have provided is invalid"],
  [tagged(["aws:a", "1"]), "", "System tags cannot be added/updated by requester"],
  [tagged(["aws:a", "1"]), "/k", "Your TagKey cannot be prefixed with aws:"],
];

for (const [body, path, message] of TAGS) {
  Deno.test(`tags of ${path === "" ? "a bucket" : "an object"}: ${message}`, async () => {
    await using server = await startServer();
    await put(server, "1");
    const answer = await server.send("PUT", `/${BUCKET}${path}?tagging`, { body });
    assertEquals(
      [answer.status, answer.element("Code"), answer.element("Message")],
      [400, "InvalidTag", message],
    );
  });
}

Deno.test("no tags at all are taken for no tags, of a bucket that is made too", async () => {
  await using server = await startServer();
  for (const body of [tagged(), "<Tagging></Tagging>"]) {
    assertEquals((await server.send("PUT", `/${BUCKET}?tagging`, { body })).status, 204);
    assertEquals((await server.send("GET", `/${BUCKET}?tagging`)).element("Code"), "NoSuchTagSet");
  }
  const make = (tags: string) =>
    server.send("PUT", "/made", {
      body: `<CreateBucketConfiguration><Tags>${tags}</Tags></CreateBucketConfiguration>`,
    });
  assertEquals((await make("")).status, 200);
  assertEquals((await server.send("GET", "/made?tagging")).element("Code"), "NoSuchTagSet");
  // With tags, a bucket is made once in us-east-1 too.
  const again = await make("<Tag><Key>a</Key><Value>1</Value></Tag>");
  assertEquals(again.element("Code"), "BucketAlreadyOwnedByYou");
  assertEquals((await make("")).status, 200);
});
