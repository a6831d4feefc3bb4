import { assertEquals, assertRejects } from "@std/assert";
import { TickertapeError } from "../../lib/errors.ts";
import { consume, verifyObjects } from "../../lib/sink/mod.ts";
import { prices, type Services, services } from "./services.ts";

/** An S3 in front of the one of a test, whose answers to puts are another. */
function front(test: Services, answerTo: (put: number) => Response | "lost" | undefined) {
  let puts = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      const isPut = request.method === "PUT" && pathname.split("/").length > 3;
      const answer = isPut ? answerTo(++puts) : undefined;
      if (answer instanceof Response) return answer;
      const body = request.method === "PUT" ? await request.arrayBuffer() : undefined;
      const { method, headers } = request;
      const response = await fetch(test.config.aws.endpoint + pathname + search, {
        method,
        headers,
        body,
      });
      if (answer === "lost") {
        await response.body?.cancel();
        return error(500, "InternalError");
      }
      return response;
    },
  );
  const config = structuredClone(test.config);
  config.aws.endpoint = `http://127.0.0.1:${server.addr.port}`;
  return { config, [Symbol.asyncDispose]: () => server.shutdown() };
}

function error(status: number, code: string): Response {
  return new Response(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message></Error>`,
    {
      status,
      headers: { "content-type": "application/xml" },
    },
  );
}

const stops: [number, string, string][] = [
  [403, "AccessDenied", "AWS_ACCESS_DENIED"],
  [400, "ExpiredToken", "AWS_CREDENTIALS_EXPIRED"],
  [403, "InvalidAccessKeyId", "AWS_BAD_CREDENTIALS"],
  [404, "NoSuchBucket", "S3_NO_BUCKET"],
  [507, "XMinioStorageFull", "S3_FULL"],
  [501, "NotImplemented", "S3_NOT_CONDITIONAL"],
];

Deno.test("what does not pass stops the sink at once, with nothing committed past what is stored", async (t) => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(6));
  for (const [status, name, code] of stops) {
    await t.step(`${status} ${name}`, async () => {
      const config = structuredClone(test.config);
      config.kafka.groupId += name;
      config.s3.dataPrefix = name;
      // The first object is stored, the second refused.
      await using s3 = front(test, (put) => put > 1 ? error(status, name) : undefined);
      config.aws = s3.config.aws;
      const failure = await assertRejects(
        () => consume(config, { flushRecords: 2, count: 6 }),
        TickertapeError,
      );
      assertEquals(failure.code, code, failure.message);
      const admin = test.kafka.admin();
      await admin.connect();
      const { groupId, topic } = config.kafka;
      const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
      await admin.disconnect();
      assertEquals(Number(committed?.partitions[0]?.offset) <= 2, true);
    });
  }
});

Deno.test("what passes is tried again, and an answer that was lost repeats nothing", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(8));
  const faults = [
    error(503, "SlowDown"),
    error(409, "ConditionalRequestConflict"),
    "lost",
    error(500, "InternalError"),
    undefined,
    "lost",
  ] as const;
  await using s3 = front(test, (put) => faults[put - 1]);
  const summary = await consume(s3.config, { flushRecords: 2, count: 8 });
  assertEquals([summary.records, summary.objects], [8, 4]);
  assertEquals((await verifyObjects(test.config)).problems, []);
});

Deno.test("memory is bounded while S3 is slow", async () => {
  await using test = await services();
  await test.createTopic(1);
  const text = "x".repeat(1000);
  for (let i = 0; i < 20; i++) {
    await test.send(Array.from({ length: 500 }, () => ({ value: JSON.stringify({ text }) })));
  }
  let most = 0;
  const maxBufferBytes = 1_000_000;
  const summary = await consume(test.config, {
    maxBufferBytes,
    flushSeconds: 3600,
    count: 10_000,
    onProgress: ({ bufferedBytes }) => most = Math.max(most, bufferedBytes),
  });
  assertEquals(summary.records, 10_000);
  // One answer of the broker beyond: 2 MiB a partition.
  assertEquals(most <= maxBufferBytes + 2.5 * 1024 * 1024, true, `${most} bytes`);
  assertEquals(summary.objects > 3, true);
});
