import {
  DeleteBucketTaggingCommand,
  DeleteObjectTaggingCommand,
  GetBucketTaggingCommand,
  GetObjectTaggingCommand,
  GetPublicAccessBlockCommand,
  PutBucketTaggingCommand,
  PutObjectTaggingCommand,
  PutPublicAccessBlockCommand,
} from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { BUCKET, failure, startServer } from "./server.ts";

Deno.test("tags of an object are put, given and taken away", async () => {
  await using server = await startServer();
  const { client } = server;
  const object = { Bucket: BUCKET, Key: "k" };
  await server.store.put(BUCKET, "k", new Uint8Array(1));
  const TagSet = [{ Key: "one", Value: "1" }, { Key: "two", Value: "" }];
  await client.send(new PutObjectTaggingCommand({ ...object, Tagging: { TagSet } }));
  assertEquals((await client.send(new GetObjectTaggingCommand(object))).TagSet, TagSet);
  await client.send(new DeleteObjectTaggingCommand(object));
  assertEquals((await client.send(new GetObjectTaggingCommand(object))).TagSet, []);
  const eleven = Array.from({ length: 11 }, (_, n) => ({ Key: String(n), Value: "" }));
  const put = (TagSet: { Key: string; Value: string }[]) =>
    failure(client.send(new PutObjectTaggingCommand({ ...object, Tagging: { TagSet } })));
  assertEquals(await put(eleven), "BadRequest 400");
  assertEquals(await put([TagSet[0]!, TagSet[0]!]), "InvalidTag 400");
  assertEquals(await put([{ Key: "k".repeat(129), Value: "" }]), "InvalidTag 400");
  assertEquals(await put([{ Key: "__proto__", Value: "v" }]), "no error");
  assertEquals((await client.send(new GetObjectTaggingCommand(object))).TagSet, [
    { Key: "__proto__", Value: "v" },
  ]);
});

Deno.test("tags of a bucket are put, given and taken away", async () => {
  await using server = await startServer();
  const { client } = server;
  const get = () => client.send(new GetBucketTaggingCommand({ Bucket: BUCKET }));
  assertEquals(await failure(get()), "NoSuchTagSet 404");
  const TagSet = [{ Key: "one", Value: "1" }];
  await client.send(new PutBucketTaggingCommand({ Bucket: BUCKET, Tagging: { TagSet } }));
  assertEquals((await get()).TagSet, TagSet);
  await client.send(new DeleteBucketTaggingCommand({ Bucket: BUCKET }));
  assertEquals(await failure(get()), "NoSuchTagSet 404");
});

Deno.test("the public access block is on for a new bucket, kept, and taken away", async () => {
  await using server = await startServer();
  const fresh = await server.client.send(new GetPublicAccessBlockCommand({ Bucket: BUCKET }));
  assertEquals(fresh.PublicAccessBlockConfiguration, {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  });
  const block = { BlockPublicAcls: true, IgnorePublicAcls: false };
  await server.client.send(
    new PutPublicAccessBlockCommand({
      Bucket: BUCKET,
      PublicAccessBlockConfiguration: block,
    }),
  );
  const got = await server.client.send(new GetPublicAccessBlockCommand({ Bucket: BUCKET }));
  assertEquals(got.PublicAccessBlockConfiguration, {
    ...block,
    BlockPublicPolicy: false,
    RestrictPublicBuckets: false,
  });
  assertEquals((await server.send("DELETE", `/${BUCKET}?publicAccessBlock`)).status, 204);
  const gone = await server.send("GET", `/${BUCKET}?publicAccessBlock`);
  assertEquals([gone.status, gone.element("Code")], [404, "NoSuchPublicAccessBlockConfiguration"]);
});

Deno.test("settings that were never set answer as those of a new bucket", async () => {
  await using server = await startServer();
  const expected: [string, number, string][] = [
    ["acl", 200, "AccessControlPolicy"],
    ["accelerate", 200, "AccelerateConfiguration"],
    ["cors", 404, "NoSuchCORSConfiguration"],
    ["encryption", 200, "ServerSideEncryptionConfiguration"],
    ["lifecycle", 404, "NoSuchLifecycleConfiguration"],
    ["location", 200, "LocationConstraint"],
    ["logging", 200, "BucketLoggingStatus"],
    ["notification", 200, "NotificationConfiguration"],
    ["object-lock", 404, "ObjectLockConfigurationNotFoundError"],
    ["ownershipControls", 200, "OwnershipControls"],
    ["policy", 404, "NoSuchBucketPolicy"],
    ["policyStatus", 404, "NoSuchBucketPolicy"],
    ["publicAccessBlock", 200, "PublicAccessBlockConfiguration"],
    ["replication", 404, "ReplicationConfigurationNotFoundError"],
    ["requestPayment", 200, "RequestPaymentConfiguration"],
    ["versioning", 200, "VersioningConfiguration"],
    ["website", 404, "NoSuchWebsiteConfiguration"],
  ];
  for (const [name, status, word] of expected) {
    const answer = await server.send("GET", `/${BUCKET}?${name}`);
    assertEquals([answer.status, answer.text.includes(word)], [status, true], name);
    const nowhere = await server.send("GET", `/no-such-bucket?${name}`);
    assertEquals(nowhere.element("Code"), "NoSuchBucket", name);
  }
});

Deno.test("a policy is kept as it was put", async () => {
  await using server = await startServer();
  const policy = '{"Version":"2012-10-17","Statement":[]}';
  assertEquals((await server.send("PUT", `/${BUCKET}?policy`, { body: policy })).status, 204);
  assertEquals((await server.send("GET", `/${BUCKET}?policy`)).text, policy);
  const wrong = await server.send("PUT", `/${BUCKET}?policy`, { body: "[]" });
  assertEquals([wrong.status, wrong.element("Code")], [400, "MalformedPolicy"]);
  assertEquals((await server.send("DELETE", `/${BUCKET}?policy`)).status, 204);
  assertEquals((await server.send("GET", `/${BUCKET}?policy`)).status, 404);
});
