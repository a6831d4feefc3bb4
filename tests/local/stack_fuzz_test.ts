/** The whole stack, in a process of its own, under what no client sends. */
import { assert, assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { SUPPORTED } from "../../lib/local/athena/mod.ts";
import { glueOperations } from "../../lib/local/glue/mod.ts";
import { close, knockWithAll, randomNumbers, withBoundedMemory } from "./fuzzing.ts";
import { spawnLocal, type StackProcess } from "./stack_process.ts";

const REQUESTS = 10_000;
const IDLE = 1_000;

/** Megabytes of memory that the stack may have more of at its worst than before. */
const MAX_GROWTH = 300;

/** How long an answer is waited for: a request that is cut is waited for in its turn. */
const PATIENCE_MS = 200;

/** Something of each member that operations ask for. */
const INPUT = JSON.stringify({
  ...{ DatabaseName: "d", TableName: "t", Name: "t", CrawlerName: "t", WorkGroup: "primary" },
  ...{ QueryString: "SELECT 1", StatementName: "s", QueryStatement: "SELECT 1", MaxResults: 10 },
  ...{ DatabaseInput: { Name: "d" }, TableInput: { Name: "t" }, PartitionInput: { Values: ["1"] } },
  ...{ Role: "r", Targets: { S3Targets: [{ Path: "s3://bucket/../../" }] }, NextToken: "1" },
  ...{ QueryExecutionId: "00000000-0000-0000-0000-000000000000", CatalogName: "AwsDataCatalog" },
  ...{ ResultConfiguration: { OutputLocation: "s3://bucket/../../out/" }, Expression: "a = '1'" },
});

const jsonRequest = (target: string) =>
  `POST / HTTP/1.1\r\nX-Amz-Target: ${target}\r\nContent-Type: application/x-amz-json-1.1\r\n` +
  `Host: 127.0.0.1\r\nConnection: close\r\nContent-Length: ${INPUT.length}\r\n\r\n${INPUT}`;

const s3Request = (line: string, body = "") =>
  `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n` +
  `Content-Length: ${body.length}\r\n\r\n${body}`;

/** A right request of each operation of Glue and Athena, and some of S3 and of the stack itself. */
const SEEDS = [
  ...glueOperations.map((operation) => jsonRequest(`AWSGlue.${operation}`)),
  ...SUPPORTED.operations.map((operation) => jsonRequest(`AmazonAthena.${operation}`)),
  s3Request("GET /bucket?list-type=2&prefix=a&max-keys=10"),
  s3Request("PUT /bucket/../../../etc/k", "hello"),
  s3Request("GET /bucket/..%2f..%2f..%2fetc%2fpasswd"),
  s3Request("POST /bucket?delete", "<Delete><Object><Key>a</Key></Object></Delete>"),
  s3Request("POST /bucket/k?uploads"),
  s3Request("GET /_tickertape/health"),
  s3Request("POST /_tickertape/stop"),
].map((text) => Buffer.from(text));

/** Cut, over-long, of a wrong length, with a bit turned, or random bytes. */
function spoil(seed: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = Buffer.from(seed);
  switch (random(5)) {
    case 0:
      return bytes.subarray(0, 1 + random(bytes.length));
    case 1:
      bytes[random(bytes.length)]! ^= 1 << random(8);
      return bytes;
    case 2: {
      const filler = Buffer.alloc(random(4_000), random(256));
      const at = random(bytes.length);
      return Buffer.concat([bytes.subarray(0, at), filler, bytes.subarray(at)]);
    }
    case 3: {
      const length = ["-1", "0", "3", "1e9", "99999999999", "9007199254740993"][random(6)]!;
      return Buffer.from(
        bytes.toString("latin1").replace(/(Length: )\d+/, `$1${length}`),
        "latin1",
      );
    }
    default:
      return Uint8Array.from({ length: 1 + random(300) }, () => random(256));
  }
}

/** Runs a stack in a folder that holds nothing else, and checks what it has become afterwards. */
async function withStack(work: (stack: StackProcess, port: number) => Promise<void>) {
  const around = await Deno.makeTempDir({ prefix: "tickertape-fuzz-" });
  {
    await using stack = await spawnLocal("--data-dir", join(around, "data"));
    const { pid, aws } = stack.info;
    await withBoundedMemory(pid, MAX_GROWTH, async () => {
      await work(stack, Number(new URL(aws).port));
      const response = await fetch(`${aws}/_tickertape/health`);
      assertEquals((await response.json()).pid, pid);
    });
  }
  assertEquals([...Deno.readDirSync(around)].map(({ name }) => name), ["data"]);
  await Deno.remove(around, { recursive: true });
}

Deno.test("ten thousand malformed requests to S3, Glue and Athena end nothing, and fill no memory", () =>
  withStack(async ({ info }, port) => {
    assertEquals((await fetch(`${info.aws}/bucket`, { method: "PUT" })).status, 200);
    assert(SEEDS.length > 60, `${SEEDS.length} requests`);
    const random = randomNumbers(3);
    const requests = Array.from(
      { length: REQUESTS },
      (_, i) => spoil(SEEDS[i % SEEDS.length]!, random),
    );
    await knockWithAll(port, requests, PATIENCE_MS);
    assertEquals((await fetch(`${info.aws}/bucket?list-type=2`)).status, 200);
  }));

Deno.test("a thousand idle connections to each listener leave room for others, and memory", () =>
  withStack(async ({ info }, awsPort) => {
    const idle: Deno.Conn[] = [];
    for (let i = 0; i < IDLE; i++) {
      const aws = await Deno.connect({ hostname: "127.0.0.1", port: awsPort });
      const kafka = await Deno.connect({
        hostname: "127.0.0.1",
        port: Number(info.kafka.split(":")[1]),
      });
      idle.push(aws, kafka);
      // Every other one is in the middle of a request: of 5 GB, of 100 MB.
      if (i % 2 === 0) continue;
      const head =
        "PUT /bucket/k HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000000000\r\n\r\nx";
      await aws.write(new TextEncoder().encode(head));
      await kafka.write(Uint8Array.fromHex("0640000000"));
    }
    assertEquals((await fetch(`${info.aws}/`)).status, 200);
    using kafka = await Deno.connect({
      hostname: "127.0.0.1",
      port: Number(info.kafka.split(":")[1]),
    });
    // ApiVersions, version 0.
    await kafka.write(Uint8Array.fromHex("0000000a001200000000007b0000"));
    assert(await kafka.read(new Uint8Array(1_000)) !== null);
    for (const conn of idle) close(conn);
  }));
