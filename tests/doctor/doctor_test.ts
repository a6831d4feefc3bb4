import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type Config, loadConfig } from "../../lib/config.ts";
import { type Check, type CheckResult, CHECKS, runChecks } from "../../lib/doctor/mod.ts";
import { ensureTopic } from "../../lib/kafka/mod.ts";
import { ownStack } from "../own_stack.ts";
import { type Answers, Fault, scriptedAws } from "../scripted_aws.ts";

async function examine(config: Config, names?: string[]): Promise<Record<string, CheckResult>> {
  const checks = names === undefined
    ? CHECKS
    // Alone, a check is not skipped for the sake of others.
    : CHECKS.filter(({ name }) => names.includes(name)).map((check) => ({ ...check, needs: [] }));
  const results = await Array.fromAsync(runChecks(config, checks));
  return Object.fromEntries(results.map((result) => [result.name, result]));
}

Deno.test("on a stack that is new nothing fails, and what is not there yet is said", async () => {
  await using stack = await ownStack();
  const results = await examine(stack.config);
  const withStatus = (wanted: string) =>
    Object.values(results).filter(({ status }) => status === wanted).map(({ name }) => name);
  assertEquals(withStatus("fail").concat(withStatus("skipped")), []);
  assertEquals(withStatus("note"), [
    "topic",
    "data bucket",
    "Glue database",
    "crawler",
    "output location",
  ]);
  assertEquals(results.topic?.remedy, "deno task produce makes it.");
  assertStringIncludes(results["AWS credentials"]!.detail, "made up, for the embedded stack");
});

Deno.test("a broker that does not answer is named, and one that does is enough", async () => {
  await using stack = await ownStack();
  const brokers = ["127.0.0.1:1", ...stack.config.kafka.brokers];
  const config = { ...stack.config, kafka: { ...stack.config.kafka, brokers } };
  const results = await examine(config);
  assertEquals(results.broker?.status, "note");
  assertMatch(
    results.broker!.detail,
    /takes connections; 127\.0\.0\.1:1 \(ECONNREFUSED\) does not/,
  );
  assertEquals(results["advertised address"]?.status, "ok");
});

Deno.test("a broker that advertises an address nobody answers at is named as such", async () => {
  await using stack = await ownStack();
  using front = misadvertising(stack.config.kafka.brokers[0]!);
  const kafka = { ...stack.config.kafka, brokers: [front.address] };
  const results = await examine({ ...stack.config, kafka });
  assertEquals(results.broker?.status, "ok");
  const { status, detail, remedy } = results["advertised address"]!;
  assertEquals(status, "fail");
  assertStringIncludes(detail, "127.0.0.1:1");
  assertStringIncludes(remedy!, "advertised.listeners");
  assertEquals(results.topic?.status, "skipped");
});

Deno.test("what listens but speaks no Kafka is told from a broker", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const serving = (async () => {
    for await (const connection of listener) connection.close();
  })();
  const broker = `127.0.0.1:${listener.addr.port}`;
  const results = await examine(loadConfig({ KAFKA_BROKERS: broker }), [
    "broker",
    "advertised address",
  ]);
  listener.close();
  await serving;
  assertEquals(results.broker?.status, "ok");
  assertEquals(results["advertised address"]?.status, "fail");
});

Deno.test("where no broker answers, the remedy is the target's", async () => {
  const local = await examine(loadConfig({ KAFKA_BROKERS: "127.0.0.1:1" }), ["broker"]);
  assertEquals(local.broker?.status, "fail");
  assertStringIncludes(local.broker!.remedy!, "deno task local");
  const aws = loadConfig({
    PIPELINE_TARGET: "aws",
    AWS_REGION: "eu-west-1",
    S3_DATA_BUCKET: "ticks",
    ATHENA_RESULTS_BUCKET: "answers",
    GLUE_ROLE: "crawler",
    KAFKA_BROKERS: "127.0.0.1:1",
  });
  const { broker } = await examine(aws, ["broker"]);
  assertEquals(broker?.status, "fail");
  assertStringIncludes(broker!.remedy!, "Check KAFKA_BROKERS");
});

Deno.test("a topic of one partition is there", async () => {
  await using stack = await ownStack();
  const { topic } = stack.config.kafka;
  await ensureTopic(stack.config, { topic, partitions: 1 });
  const results = await examine(stack.config, ["topic"]);
  assertEquals(results.topic?.status, "ok");
  assertStringIncludes(results.topic!.detail, "partitions: 1");
});

const AWS_CASES: [name: string, answers: Answers, status: string, words: RegExp][] = [
  [
    "AWS credentials",
    { POST: () => xml("ExpiredToken", "The security token included in the request is expired") },
    "fail",
    /expired.*Sign in again/s,
  ],
  [
    "data bucket",
    { GET: () => s3Error(403, "AccessDenied", "Access Denied") },
    "fail",
    /may not use the bucket.*shared by all of AWS/s,
  ],
  [
    "data bucket",
    {
      GET: () =>
        s3Error(
          301,
          "PermanentRedirect",
          "The bucket you are attempting to access must be addressed using the specified " +
            "endpoint. Please send all future requests to this endpoint.",
          { "x-amz-bucket-region": "eu-west-1" },
        ),
    },
    "fail",
    /is in eu-west-1, not us-east-1.*AWS_REGION to eu-west-1/s,
  ],
  [
    "data bucket",
    {
      GET: () =>
        s3Error(
          400,
          "AuthorizationHeaderMalformed",
          "The authorization header is malformed; the region 'us-east-1' is wrong; expecting " +
            "'us-east-2'",
          { "x-amz-bucket-region": "us-east-2" },
        ),
    },
    "fail",
    /is in us-east-2, not us-east-1.*AWS_REGION to us-east-2/s,
  ],
  // S3 names the bucket's region whatever it refuses for.
  [
    "data bucket",
    {
      GET: () =>
        s3Error(400, "ExpiredToken", "The provided token has expired.", {
          "x-amz-bucket-region": "us-east-1",
        }),
    },
    "fail",
    /token has expired.*Sign in again/s,
  ],
  [
    "data bucket",
    {
      GET: () =>
        s3Error(
          403,
          "RequestTimeTooSkewed",
          "The difference between the request time and the current time is too large.",
        ),
    },
    "fail",
    /too large.*Set this machine's clock/s,
  ],
  [
    "data bucket",
    { GET: () => s3Error(404, "NoSuchBucket", "The specified bucket does not exist") },
    "note",
    /does not exist yet.*deno task consume/s,
  ],
  ["clock", { HEAD: () => head(403, { date: minutesFromNow(3) }) }, "ok", /behind AWS's/],
  [
    "clock",
    { HEAD: () => head(403, { date: minutesFromNow(-6) }) },
    "fail",
    /ahead of AWS's.*Set this machine's clock/s,
  ],
  [
    "work group",
    { "AmazonAthena.GetWorkGroup": () => ({ WorkGroup: { State: "DISABLED" } }) },
    "fail",
    /disabled.*ATHENA_WORKGROUP/s,
  ],
  [
    "work group",
    {
      "AmazonAthena.GetWorkGroup": () =>
        new Fault("InvalidRequestException", "WorkGroup primary is not found."),
    },
    "fail",
    /not found/,
  ],
  [
    "output location",
    {
      GET: () => new Response("<ListBucketResult/>"),
      "AmazonAthena.GetWorkGroup": () => ({
        WorkGroup: {
          State: "ENABLED",
          Configuration: {
            EnforceWorkGroupConfiguration: true,
            ResultConfiguration: { OutputLocation: "s3://enforced-results/x/" },
          },
        },
      }),
    },
    "ok",
    /s3:\/\/enforced-results is there, as the work group has it/,
  ],
  [
    "crawler",
    {
      "AWSGlue.GetCrawler": () => ({
        Crawler: {
          Targets: { S3Targets: [{ Path: "s3://other/" }] },
          DatabaseName: "stock_market",
        },
      }),
    },
    "fail",
    /reads s3:\/\/other\/.*GLUE_CRAWLER/s,
  ],
  [
    "crawler",
    {
      "AWSGlue.GetCrawler": () => ({
        Crawler: {
          Targets: { S3Targets: [{ Path: "s3://kafka-stock-market/stock_market/" }] },
          DatabaseName: "stock_market",
          LastCrawl: { Status: "FAILED", ErrorMessage: "Access Denied" },
        },
      }),
    },
    "fail",
    /last run .* failed: Access Denied/,
  ],
  [
    "Glue database",
    { "AWSGlue.GetDatabase": () => new Fault("AccessDeniedException", "not authorized") },
    "fail",
    /not authorized/,
  ],
];

for (const [name, answers, status, words] of AWS_CASES) {
  Deno.test(`${name}: ${status}, ${words.source}`, async () => {
    await using aws = scriptedAws(answers);
    const result = (await examine(aws.config, [name]))[name]!;
    assertEquals(result.status, status);
    assertMatch(`${result.detail}\n${result.remedy ?? ""}`, words);
  });
}

Deno.test("a role is an ARN or a name", async () => {
  const status = async (role: string) => {
    const config = loadConfig({ GLUE_ROLE: role });
    return (await examine(config, ["crawler role"]))["crawler role"]?.status;
  };
  assertEquals(
    await status("arn:aws:iam::123456789012:role/service-role/AWSGlueServiceRole-x"),
    "ok",
  );
  assertEquals(await status("arn:aws-cn:iam::123456789012:role/x"), "ok");
  assertEquals(await status("AWSGlueServiceRole-x"), "ok");
  assertEquals(await status("arn:aws:iam::12:role/x"), "fail");
  assertEquals(await status("arn:aws:iam::123456789012:user/me"), "fail");
  assertEquals(await status("my role"), "fail");
});

Deno.test("after an abort no further check is begun", async () => {
  const controller = new AbortController();
  const check = (name: string): Check => ({
    name,
    run: () => {
      controller.abort();
      return Promise.resolve({ status: "ok", detail: "" });
    },
  });
  const results = await Array.fromAsync(
    runChecks(loadConfig({}), [check("one"), check("two")], { signal: controller.signal }),
  );
  assertEquals(results.map(({ name }) => name), ["one"]);
});

function head(status: number, headers: HeadersInit = {}): Response {
  return new Response(null, { status, headers });
}

function minutesFromNow(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toUTCString();
}

function xml(code: string, message: string): Response {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code>` +
    `<Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
  return new Response(body, { status: 403, headers: { "content-type": "text/xml" } });
}

function s3Error(status: number, code: string, message: string, headers = {}): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code>` +
    `<Message>${message}</Message><RequestId>1</RequestId><HostId>1</HostId></Error>`;
  return new Response(body, {
    status,
    headers: { "content-type": "application/xml", ...headers },
  });
}

/** Passes bytes on to a broker, and makes its answers advertise port 1 in place of its own. */
function misadvertising(broker: string): Disposable & { address: string } {
  const port = Number(broker.split(":")[1]);
  const name = new TextEncoder().encode("127.0.0.1");
  const own = new Uint8Array([...name, 0, 0, port >> 8, port & 255]);
  const wrong = new Uint8Array([...name, 0, 0, 0, 1]);
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  (async () => {
    for await (const client of listener) {
      const server = await Deno.connect({ hostname: "127.0.0.1", port });
      client.readable.pipeTo(server.writable).catch(() => {});
      server.readable.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform: (bytes, out) => out.enqueue(replaced(bytes, own, wrong)),
        }),
      ).pipeTo(client.writable).catch(() => {});
    }
  })();
  assert(listener.addr.transport === "tcp");
  return {
    address: `127.0.0.1:${listener.addr.port}`,
    [Symbol.dispose]: () => listener.close(),
  };
}

function replaced(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const result = bytes.slice();
  for (let at = 0; at + from.length <= bytes.length; at++) {
    if (from.every((byte, index) => bytes[at + index] === byte)) result.set(to, at);
  }
  return result;
}
