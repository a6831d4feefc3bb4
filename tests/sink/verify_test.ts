import { CopyObjectCommand, DeleteObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { awsClientOptions } from "../../lib/aws.ts";
import { consume, verifyObjects } from "../../lib/sink/mod.ts";
import { prices, type Services, services } from "./services.ts";

/** Ten records, one of them a dead letter, in objects of four. */
async function stored(test: Services): Promise<string[]> {
  await test.createTopic(1);
  const messages = prices(10);
  messages[5]!.value = "no json";
  await test.send(messages);
  await consume(test.config, { count: 10, flushRecords: 4 });
  assertEquals((await verifyObjects(test.config)).problems, []);
  return (await test.objects()).map(({ key }) => key);
}

function bucketOf(test: Services) {
  const s3 = new S3Client({ ...awsClientOptions(test.config), forcePathStyle: true });
  return { s3, Bucket: test.config.s3.dataBucket };
}

async function kinds(test: Services): Promise<string[]> {
  return (await verifyObjects(test.config)).problems.map(({ kind }) => kind).sort();
}

Deno.test("an object that is gone is a gap", async () => {
  await using test = await services();
  const keys = await stored(test);
  const { s3, Bucket } = bucketOf(test);
  const data = keys.filter((key) => key.startsWith("stock_market/"));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: data[1]! }));
  const { problems } = await verifyObjects(test.config);
  assertEquals(problems.map(({ kind }) => kind).sort(), ["dead letters", "gap"]);
  assertEquals(
    problems.find(({ kind }) => kind === "gap")?.message,
    "offsets 4 to 7 are in no object",
  );
  await s3.send(new DeleteObjectCommand({ Bucket, Key: data[0]! }));
  assertEquals((await verifyObjects(test.config)).partitions[0]?.before, 8);
  s3.destroy();
});

Deno.test("an object that is there twice is an overlap", async () => {
  await using test = await services();
  const keys = await stored(test);
  const { s3, Bucket } = bucketOf(test);
  const data = keys.filter((key) => key.startsWith("stock_market/"));
  const Key = data[1]!.replace("hour=07", "hour=08");
  await s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${data[1]}` }));
  assertEquals((await kinds(test)).includes("overlap"), true);
  s3.destroy();
});

Deno.test("dead letters that are gone are missed", async () => {
  await using test = await services();
  const keys = await stored(test);
  const { s3, Bucket } = bucketOf(test);
  const Key = keys.find((key) => key.startsWith("dead_letter/"))!;
  await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  assertEquals(await kinds(test), ["dead letters"]);
  s3.destroy();
});

Deno.test("an object of another topic's life is not what the topic has", async () => {
  await using test = await services();
  await stored(test);
  await test.deleteTopic();
  await test.createTopic(1);
  await test.send(prices(12, 50));
  const found = await kinds(test);
  assertEquals(found.filter((kind) => kind === "content").length >= 3, true, found.join());
});
