import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketLocationCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { assertEquals, assertMatch } from "@std/assert";
import { BUCKET, failure, startServer } from "./server.ts";

Deno.test("a bucket is made, found, listed and deleted", async () => {
  await using server = await startServer();
  const { client } = server;
  const made = await client.send(new CreateBucketCommand({ Bucket: "my.bucket-1" }));
  assertEquals(made.Location, "/my.bucket-1");
  const head = await client.send(new HeadBucketCommand({ Bucket: "my.bucket-1" }));
  assertEquals(head.BucketRegion, "us-east-1");
  const { Buckets } = await client.send(new ListBucketsCommand({}));
  assertEquals(Buckets?.map(({ Name }) => Name), ["my.bucket-1", BUCKET]);
  await client.send(new DeleteBucketCommand({ Bucket: "my.bucket-1" }));
  assertEquals(
    await failure(client.send(new HeadBucketCommand({ Bucket: "my.bucket-1" }))),
    "NotFound 404",
  );
});

Deno.test("a bucket with objects is not deleted", async () => {
  await using server = await startServer();
  const { client } = server;
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: "k", Body: "x" }));
  assertEquals(
    await failure(client.send(new DeleteBucketCommand({ Bucket: BUCKET }))),
    "BucketNotEmpty 409",
  );
});

Deno.test("names are refused by the bucket naming rules", async () => {
  await using server = await startServer();
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  const wrong = [
    "ab",
    "a".repeat(64),
    "Upper-case",
    "under_score",
    "-begins",
    "ends-",
    "two..dots",
    "192.168.5.4",
    "xn--begins",
    "sthree-begins",
    "amzn-s3-demo-begins",
    "ends-s3alias",
    "ends--ol-s3",
    "ends.mrap",
    "ends--x-s3",
  ];
  for (const name of wrong) {
    const answer = await server.send("PUT", `/${name}`);
    assertEquals([answer.status, answer.element("Code")], [400, "InvalidBucketName"], name);
  }
  const reading = await server.send("GET", "/Wrong_Name/key");
  assertEquals(reading.status, 404);
});

Deno.test("a bucket is made twice in us-east-1 alone", async () => {
  await using server = await startServer();
  assertEquals((await server.send("PUT", `/${BUCKET}`)).status, 200);
  const body =
    "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
  assertEquals((await server.send("PUT", "/west-bucket", { body })).status, 200);
  const again = await server.send("PUT", "/west-bucket", { body });
  assertEquals([again.status, again.element("Code")], [409, "BucketAlreadyOwnedByYou"]);
});

Deno.test("a bucket is where its location constraint says", async () => {
  await using server = await startServer();
  const client = new S3Client({
    endpoint: server.url,
    region: "eu-central-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  await client.send(
    new CreateBucketCommand({
      Bucket: "here",
      CreateBucketConfiguration: { LocationConstraint: "eu-central-1" },
    }),
  );
  const location = await client.send(new GetBucketLocationCommand({ Bucket: "here" }));
  assertEquals(location.LocationConstraint as string, "eu-central-1");
  const head = await client.send(new HeadBucketCommand({ Bucket: "here" }));
  assertEquals(head.BucketRegion, "eu-central-1");
  client.destroy();
  const scope = "Credential=a/20260101/eu-central-1/s3/aws4_request";
  const unsaid = await server.send("PUT", "/unsaid", {
    headers: { authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0` },
  });
  assertEquals([unsaid.status, unsaid.element("Code")], [
    400,
    "IllegalLocationConstraintException",
  ]);
  const body =
    "<CreateBucketConfiguration><LocationConstraint>moon-1</LocationConstraint></CreateBucketConfiguration>";
  const wrong = await server.send("PUT", "/on-the-moon", { body });
  assertEquals([wrong.status, wrong.element("Code")], [400, "InvalidLocationConstraint"]);
});

Deno.test("an error is a document with ids, which the headers repeat", async () => {
  await using server = await startServer();
  const answer = await server.send("GET", "/no-such-bucket?list-type=2");
  assertEquals(answer.status, 404);
  assertEquals(answer.headers.get("content-type"), "application/xml");
  assertEquals(answer.element("Code"), "NoSuchBucket");
  assertEquals(answer.element("Message"), "The specified bucket does not exist");
  assertEquals(answer.element("BucketName"), "no-such-bucket");
  assertEquals(answer.element("RequestId"), answer.headers.get("x-amz-request-id") ?? "");
  assertEquals(answer.element("HostId"), answer.headers.get("x-amz-id-2") ?? "");
  assertMatch(answer.headers.get("x-amz-request-id") ?? "", /^[0-9A-F]{16}$/);
});

Deno.test("tags that a bucket is made with are kept; other kinds of buckets are not made", async () => {
  await using server = await startServer();
  const put = (inside: string, headers = {}) =>
    server.send("PUT", "/tagged-bucket", {
      headers,
      body: `<CreateBucketConfiguration>${inside}</CreateBucketConfiguration>`,
    });
  const elsewhere = await put("<Location><Type>AvailabilityZone</Type></Location>");
  assertEquals([elsewhere.status, elsewhere.element("Code")], [501, "NotImplemented"]);
  for (
    const [name, value] of [
      ["x-amz-bucket-object-lock-enabled", "true"],
      ["x-amz-object-ownership", "ObjectWriter"],
      ["x-amz-bucket-namespace", "account-regional"],
    ] as const
  ) {
    const refused = await put("", { [name]: value });
    assertEquals([refused.status, refused.element("Code")], [501, "NotImplemented"], name);
  }
  assertEquals((await server.send("HEAD", "/tagged-bucket")).status, 404);
  const headers = { "x-amz-object-ownership": "BucketOwnerEnforced" };
  const tags = "<Tags><Tag><Key>team</Key><Value>prices</Value></Tag></Tags>";
  assertEquals((await put(tags, headers)).status, 200);
  const kept = await server.send("GET", "/tagged-bucket?tagging");
  assertEquals([kept.element("Key"), kept.element("Value")], ["team", "prices"]);
});
