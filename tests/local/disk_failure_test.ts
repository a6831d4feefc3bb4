import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { join } from "node:path";
import { TickertapeError } from "../../lib/errors.ts";
import { ensureTopic, produce, type ProduceProgress } from "../../lib/kafka/mod.ts";
import { startStack } from "../../lib/local/mod.ts";
import { consume, type SinkProgress, verifyObjects } from "../../lib/sink/mod.ts";
import { paced } from "../../lib/stock/mod.ts";
import { type OwnStack, ownStack } from "../own_stack.ts";
import { failRows, failWrites } from "./failing_disk.ts";

const stateOf = ({ config }: OwnStack) => join(config.local.dataDir, "state.sqlite");

const records = (count: number) => Array.from({ length: count }, (_, n) => ({ Index: "HSI", n }));

async function failureOf(run: () => Promise<unknown>): Promise<TickertapeError> {
  return await assertRejects(run, TickertapeError);
}

Deno.test("a producer tells at once what it waits for, and sends each record once when there is room", async () => {
  await using stack = await ownStack();
  const { config } = stack;
  await ensureTopic(config, { partitions: 1 });
  const waits: ProduceProgress["waitingFor"][] = [];
  let full: Disposable | undefined = failWrites("ENOSPC");
  const summary = await produce(config, paced(records(300), "max"), {
    onProgress({ waitingFor }) {
      waits.push(waitingFor);
      if (waitingFor !== undefined) full = full?.[Symbol.dispose]() ?? undefined;
    },
  });
  const told = waits.find((waitingFor) => waitingFor !== undefined);
  assertMatch(told ?? "", /disk, which may be full \(KAFKA_STORAGE_ERROR\)/);
  assertEquals(waits.at(-1), undefined);
  assertEquals(summary.partitions, [{ partition: 0, firstOffset: 0n, nextOffset: 300n }]);
});

Deno.test("what cannot be kept of topics and producers is refused as a failure of the disk", async () => {
  await using stack = await ownStack();
  const { config } = stack;
  {
    using _ = failRows(stateOf(stack), "kafka_topics");
    assertEquals((await failureOf(() => ensureTopic(config))).code, "KAFKA_STORAGE");
  }
  await ensureTopic(config);
  {
    using _ = failRows(stateOf(stack), "kafka_meta");
    const error = await failureOf(() => produce(config, paced(records(1), "max")));
    assertEquals(error.code, "KAFKA_STORAGE");
  }
  assertEquals((await produce(config, paced(records(1), "max"))).produced, 1);
});

Deno.test("a sink tells that its start cannot be committed, and goes on once it can", async () => {
  await using stack = await ownStack();
  const { config } = stack;
  await ensureTopic(config, { partitions: 1 });
  await produce(config, paced(records(10), "max"));
  const full = failRows(stateOf(stack), "kafka_offsets");
  let isFull = true;
  let told: SinkProgress["waitingFor"];
  const summary = await consume(config, {
    untilIdleSeconds: 1,
    onProgress({ waitingFor }) {
      told ??= waitingFor;
      if (waitingFor !== undefined && isFull) full[Symbol.dispose]();
      if (waitingFor !== undefined) isFull = false;
    },
  });
  assertMatch(told ?? "", /cannot write to its disk \(NOT_COORDINATOR_FOR_GROUP\)/);
  assertEquals(summary.records, 10);
});

Deno.test("a sink ends on a full disk, and stores each record once when there is room", async () => {
  await using stack = await ownStack();
  const { config } = stack;
  await ensureTopic(config, { partitions: 1 });
  await produce(config, paced(records(10), "max"));
  await consume(config, { count: 4 });
  {
    using _ = failWrites("ENOSPC");
    const error = await failureOf(() => consume(config, { untilIdleSeconds: 1 }));
    assertEquals(error.code, "S3_FULL");
    assertMatch(error.message, /InsufficientStorage: .*No space left on device/);
  }
  await consume(config, { untilIdleSeconds: 1 });
  const { records: stored, problems } = await verifyObjects(config);
  assertEquals([stored, problems], [10, []]);
});

Deno.test("S3 tells of a disk that fails otherwise by its own error, with the reason", async () => {
  await using stack = await ownStack();
  await stack.put({ "a.json": "{}" });
  const url = `${stack.config.aws.endpoint}/${stack.config.s3.dataBucket}/b.json`;
  using _ = failWrites("EROFS");
  const answer = await fetch(url, { method: "PUT", body: "{}" });
  assertEquals(answer.status, 500);
  const text = await answer.text();
  assertMatch(
    text,
    /<Code>InternalError<\/Code>.*cannot be read or written: Read-only file system/s,
  );
});

Deno.test("Glue tells why it cannot keep what it is given", async () => {
  await using stack = await ownStack();
  using _ = failRows(stateOf(stack), "glue_databases");
  const answer = await fetch(stack.config.aws.endpoint!, {
    method: "POST",
    headers: { "x-amz-target": "AWSGlue.CreateDatabase" },
    body: JSON.stringify({ DatabaseInput: { Name: "prices" } }),
  });
  assertEquals(answer.status, 500);
  const { __type, Message } = await answer.json();
  assertEquals(__type, "InternalServiceException");
  assertMatch(Message, /the disk with its data folder is full: database or disk is full/);
});

Deno.test("on a full disk no stack starts, and nobody is told to delete what the disk holds", async () => {
  const dataDir = await Deno.makeTempDir({ prefix: "tickertape-test-" });
  {
    const { writeTextFileSync } = Deno;
    Deno.writeTextFileSync = () => {
      throw Object.assign(new Error("No space left on device (os error 28)"), { code: "ENOSPC" });
    };
    const error = await failureOf(() => startStack({ dataDir, kafkaPort: 0, awsPort: 0 }));
    Deno.writeTextFileSync = writeTextFileSync;
    assertEquals(error.code, "DATA_DIR_UNUSABLE");
    assert(error.remedy.startsWith("Make room on its disk"), error.remedy);
  }
  const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
  await stack.close();
  await Deno.remove(dataDir, { recursive: true });
});
