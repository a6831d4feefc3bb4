/** The embedded broker and the Kafka clients of other languages and makers. */
import { assert, assertEquals } from "@std/assert";
import { Admin, Consumer, MessagesStreamModes, Producer } from "@platformatic/kafka";
import { stringDeserializers, stringSerializers } from "@platformatic/kafka";
import { AssignerProtocol, PartitionAssigners } from "kafkajs";
import { testBroker } from "../../local/kafka/helpers.ts";
import { until } from "../../until.ts";
import { hasProgram, hasPython } from "../tools.ts";
import { python, runPython } from "./python.ts";

const noPython = !(await hasPython());
const noKcat = !(await hasProgram("kcat", ["-V"]));
if (noPython) {
  console.warn("skipped: kafka-python, aiokafka and confluent-kafka need python3 with pip");
}
if (noKcat) console.warn("skipped: kcat is not here (Debian: apt-get install kcat)");

Deno.test({
  name: "kafka-python sends, reads, commits and administers",
  ignore: noPython,
  async fn() {
    await using broker = await testBroker();
    assertEquals(await runPython("kafka_python_client.py", broker.port), {
      again: "refused",
      values: 200,
      distinct: 100,
      ends: 200,
      committed: 200,
      first: 0,
      by_time: true,
      topics: ["python"],
    });
    assertEquals(broker.errors, []);
  },
});

Deno.test({
  name: "confluent-kafka sends in every codec, idempotently, and is told there are no transactions",
  ignore: noPython,
  async fn() {
    await using broker = await testBroker({ "group.consumer.heartbeat.interval.ms": 500 });
    assertEquals(await runPython("kafka_confluent_client.py", broker.port), {
      failed: [],
      codecs: { none: 1000, gzip: 1000, snappy: 1000, lz4: 1000, zstd: 1000 },
      committed: 5000,
      high: 5000,
      group: ["STABLE", 1],
      retention: "604800000",
      transactions: "TRANSACTIONAL_ID_AUTHORIZATION_FAILED",
      fatal: true,
      new_protocol: [5000, [1, 2], "CONSUMER", "STABLE", 2],
      new_committed: 5000,
    });
    assertEquals(broker.errors, []);
  },
});

Deno.test({
  name: "aiokafka sends in every codec, reads in a group of instances, and seeks by time",
  ignore: noPython,
  async fn() {
    await using broker = await testBroker();
    assertEquals(await runPython("kafka_aiokafka_client.py", broker.port), {
      codecs: { None: 200, gzip: 200, snappy: 200, lz4: 200, zstd: 200 },
      committed: 1000,
      ends: 1000,
      first: 0,
      transactions: "TransactionalIdAuthorizationFailed",
    });
    assertEquals(broker.errors, []);
  },
});

Deno.test({
  name: "kcat sends, lists and reads",
  ignore: noKcat,
  async fn() {
    await using broker = await testBroker({ "num.partitions": 1 });
    const kcat = async (input: string, ...args: string[]) => {
      const child = new Deno.Command("kcat", {
        args: ["-q", "-b", `127.0.0.1:${broker.port}`, ...args],
        stdin: "piped",
        stdout: "piped",
        stderr: "piped",
      }).spawn();
      const writer = child.stdin.getWriter();
      await writer.write(new TextEncoder().encode(input));
      await writer.close();
      const { success, stdout, stderr } = await child.output();
      assert(success, new TextDecoder().decode(stderr));
      return new TextDecoder().decode(stdout);
    };
    await kcat("a:1\nb:2\n", "-P", "-t", "kcat", "-K", ":", "-z", "gzip", "-H", "h=x");
    const read = ["-C", "-t", "kcat", "-e", "-o", "beginning"];
    assertEquals(await kcat("", ...read, "-f", "%o %k %s %h\n"), "0 a 1 h=x\n1 b 2 h=x\n");
    assert((await kcat("", "-L")).includes('topic "kcat" with 1 partitions'));
    // -Q asks for the offset of a time; -1 is the end.
    assertEquals(await kcat("", "-Q", "-t", "kcat:0:-1"), "kcat [0] offset 2\n");
  },
});

Deno.test("@platformatic/kafka sends, reads and administers", async () => {
  await using broker = await testBroker();
  const options = { bootstrapBrokers: [`127.0.0.1:${broker.port}`], clientId: "platformatic" };
  const admin = new Admin(options);
  await admin.createTopics({ topics: ["p"], partitions: 3, replicas: 1 });
  const producer = new Producer({ ...options, serializers: stringSerializers, idempotent: true });
  const values = ["a", "b", "c", "d"];
  await producer.send({
    messages: values.map((value) => ({ topic: "p", key: value, value, headers: { h: value } })),
  });
  const consumer = new Consumer({
    ...options,
    groupId: "g",
    deserializers: stringDeserializers,
    maxWaitTime: 100,
  });
  const stream = await consumer.consume({ topics: ["p"], mode: MessagesStreamModes.EARLIEST });
  const seen: string[] = [];
  for await (const message of stream) {
    assertEquals(message.headers.get("h"), message.value);
    seen.push(message.value!);
    await message.commit();
    if (seen.length === values.length) break;
  }
  assertEquals(seen.sort(), values);
  await stream.close();
  await consumer.close(true);
  const groups = await admin.listGroups();
  assertEquals([...groups.values()].map(({ id, state }) => [id, state]), [["g", "Empty"]]);
  await producer.close();
  await admin.close();
});

const OTHERS = ["confluent-kafka", "confluent-kafka of the new protocol", "kafka-python"];
for (const client of OTHERS) {
  Deno.test({
    name: `kafkajs and ${client} in one group agree who reads what`,
    ignore: noPython,
    async fn() {
      await using broker = await testBroker({ "group.consumer.heartbeat.interval.ms": 500 });
      const kafka = broker.kafka();
      const admin = kafka.admin();
      await admin.connect();
      await admin.createTopics({ topics: [{ topic: "t", numPartitions: 6 }] });
      await admin.disconnect();
      let mine: number[] = [];
      let theirs: number[] = [];
      const consumer = kafka.consumer({
        groupId: "mixed",
        heartbeatInterval: 100,
        maxWaitTimeInMs: 100,
        // kafkajs has the others' strategy under a name of its own.
        partitionAssigners: [(config) => ({
          ...PartitionAssigners.roundRobin(config),
          name: "roundrobin",
          protocol: ({ topics }) => ({
            name: "roundrobin",
            metadata: AssignerProtocol.MemberMetadata.encode({
              version: 0,
              topics,
              userData: new Uint8Array() as never,
            }),
          }),
        })],
      });
      consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
        mine = payload.memberAssignment.t ?? [];
      });
      await consumer.connect();
      await consumer.subscribe({ topic: "t" });
      await consumer.run({ eachMessage: () => Promise.resolve() });
      const member = (await python(
        "kafka_group_member.py",
        ...[client, `127.0.0.1:${broker.port}`, "t"],
      )).spawn();
      const said = (async () => {
        let text = "";
        for await (const part of member.stdout.pipeThrough(new TextDecoderStream())) {
          text += part;
          // Whole lines alone: the last one may still be coming.
          const last = text.split("\n").at(-2);
          if (last !== undefined) theirs = JSON.parse(last);
        }
      })();
      await until(
        () => mine.length === 3 && [...mine, ...theirs].sort().join() === "0,1,2,3,4,5",
        "each has three of the six partitions",
      );
      await member.stdin.close();
      await said;
      await member.stderr.cancel();
      assertEquals((await member.status).success, true);
      await until(() => mine.length === 6, "the one that stays has all six");
      await consumer.disconnect();
    },
  });
}
