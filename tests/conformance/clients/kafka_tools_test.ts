import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { testBroker } from "../../local/kafka/helpers.ts";
import { hasJavaAndMaven } from "../tools.ts";
import { kafkaTools, NEWEST_VERSION, VERSIONS } from "./kafka_tools.ts";

const missing = !(await hasJavaAndMaven());
if (missing) console.warn("skipped: Apache Kafka's tools need java and mvn, which are not here");

/** 4.4.0 takes -1 for the offset before a segment, and says so of Apache Kafka's own, too. */
const FALSE_ALARM = /^Non-consecutive offsets in \S+\n {2}-1 is followed by \d+$/gm;

for (const version of VERSIONS) {
  Deno.test({
    name: `the command line tools of Apache Kafka ${version} work with the embedded broker`,
    ignore: missing,
    async fn(t) {
      const tools = await kafkaTools(version);
      await using broker = await testBroker({ "log.segment.bytes": 1_000_000 });
      const at = ["--bootstrap-server", `127.0.0.1:${broker.port}`];
      // By itself the tool gives up after five seconds, which a busy machine may need.
      const groups = (...args: string[]) =>
        tools.run("kafka-consumer-groups", ...at, "--timeout", "60000", ...args);
      const step = (name: string, fn: () => Promise<void>) => t.step(name, fn);
      /** What one version is enough for. */
      const newestStep = (name: string, fn: () => Promise<void>) =>
        t.step({ name, fn, ignore: version !== NEWEST_VERSION });

      await step("kafka-topics makes, describes, grows and lists topics", async () => {
        const topics = (...args: string[]) => tools.run("kafka-topics", ...at, ...args);
        await topics("--create", "--topic", "perf", "--partitions", "2");
        const described = await topics("--describe", "--topic", "perf");
        assertStringIncludes(described, "PartitionCount: 2");
        assertStringIncludes(described, "Leader: 1");
        await topics("--alter", "--topic", "perf", "--partitions", "3");
        await topics("--create", "--topic", "small", "--partitions", "1");
        assertEquals((await topics("--list")).trim().split("\n").sort(), ["perf", "small"]);
      });

      await step(
        "kafka-producer-perf-test and kafka-consumer-perf-test send and read",
        async () => {
          const sent = await tools.run(
            "kafka-producer-perf-test",
            ...["--topic", "perf", "--num-records", "50000", "--record-size", "180"],
            ...["--throughput", "-1", "--producer-props", `bootstrap.servers=${at[1]}`],
          );
          assertStringIncludes(sent, "50000 records sent");
          const offsets = await tools.run("kafka-get-offsets", ...at, "--topic", "perf");
          const total = offsets.trim().split("\n").reduce(
            (sum, line) => sum + Number(line.split(":")[2]),
            0,
          );
          assertEquals(total, 50_000);
          const read = await tools.run(
            "kafka-consumer-perf-test",
            ...[...at, "--topic", "perf", "--messages", "50000", "--timeout", "60000"],
          );
          assertEquals(read.trim().split("\n").at(-1)!.split(", ")[4], "50000");
        },
      );

      await step(
        "the console producer and consumer pass keys, values and every codec",
        async () => {
          for (const codec of ["none", "gzip", "snappy", "lz4", "zstd"]) {
            await tools.produce(
              [`key:${codec}`],
              ...[...at, "--topic", "small", "--compression-codec", codec],
              ...["--property", "parse.key=true", "--property", "key.separator=:"],
            );
          }
          const read = await tools.run(
            "kafka-console-consumer",
            ...[...at, "--topic", "small", "--from-beginning", "--max-messages", "5"],
            ...["--group", "console", "--timeout-ms", "60000", "--property", "print.key=true"],
          );
          assertEquals(
            read.split("\n").filter((line) => line.includes("\t")),
            ["none", "gzip", "snappy", "lz4", "zstd"].map((codec) => `key\t${codec}`),
          );
        },
      );

      await step("kafka-consumer-groups lists, describes, resets and deletes groups", async () => {
        const group = ["--group", "console"];
        assertStringIncludes(await groups("--list"), "console");
        const lag = async () =>
          (await groups("--describe", ...group)).split("\n")
            .find((line) => line.startsWith("console"))!.split(/\s+/).slice(1, 6);
        assertEquals(await lag(), ["small", "0", "5", "5", "0"]);
        await groups(...group, "--topic", "small", "--reset-offsets", "--to-earliest", "--execute");
        assertEquals(await lag(), ["small", "0", "0", "5", "5"]);
        await groups(...group, "--topic", "small", "--delete-offsets");
        await groups(...group, "--delete");
        assert(!(await groups("--list")).includes("console"));
      });

      await step("kafka-configs changes a topic's settings and shows the broker's", async () => {
        const configs = (...args: string[]) => tools.run("kafka-configs", ...at, ...args);
        const topic = ["--entity-type", "topics", "--entity-name", "small"];
        await configs(
          "--alter",
          ...topic,
          "--add-config",
          "retention.ms=1000,segment.bytes=1048576",
        );
        assertStringIncludes(await configs("--describe", ...topic), "retention.ms=1000");
        await configs("--alter", ...topic, "--delete-config", "retention.ms");
        assert(!(await configs("--describe", ...topic)).includes("retention.ms="));
        const of = ["--entity-type", "brokers", "--entity-name", "1"];
        assertStringIncludes(await configs("--describe", ...of, "--all"), "num.partitions=3");
      });

      await step(
        "a consumer of the new group protocol reads, and its group is told of",
        async () => {
          const read = await tools.run(
            "kafka-console-consumer",
            ...[...at, "--topic", "small", "--from-beginning", "--max-messages", "5"],
            ...["--group", "new", "--timeout-ms", "60000"],
            ...["--consumer-property", "group.protocol=consumer"],
          );
          assertEquals(
            read.split("\n").filter((line) => /^(none|gzip|snappy|lz4|zstd)$/.test(line)).length,
            5,
          );
          const types = await groups("--list", "--type");
          assert(/^new +Consumer *$/m.test(types), types);
          const state = await groups("--describe", "--group", "new", "--state");
          assert(/^new .* uniform +Empty +0 *$/m.test(state), state);
        },
      );

      await newestStep(
        "kafka-configs limits clients, and makes users",
        async () => {
          const configs = (...args: string[]) => tools.run("kafka-configs", ...at, ...args);
          const client = ["--entity-type", "clients", "--entity-name", "c"];
          await configs("--alter", ...client, "--add-config", "producer_byte_rate=1048576");
          assertStringIncludes(
            await configs("--describe", ...client),
            "Quota configs for client-id 'c' are producer_byte_rate=1048576.0",
          );
          const user = ["--entity-type", "users", "--entity-name", "alice"];
          await configs("--alter", ...user, "--add-config", "SCRAM-SHA-256=[password=secret]");
          assertStringIncludes(
            await configs("--describe", ...user),
            "SCRAM-SHA-256=iterations=4096",
          );
        },
      );

      await newestStep(
        "kafka-transactions lists none, and finds who sent to a partition",
        async () => {
          const transactions = (...args: string[]) =>
            tools.run("kafka-transactions", ...at, ...args);
          assertEquals((await transactions("list")).trim().split("\n").length, 1);
          const producers = await transactions(
            ...["describe-producers", "--topic", "small", "--partition", "0"],
          );
          assert(/^\d+\s+0\s+-1\s+0\s+\d{13}\s+None/m.test(producers), producers);
        },
      );

      await step("kafka-delete-records and kafka-log-dirs answer", async () => {
        const file = await Deno.makeTempFile();
        const partitions = [{ topic: "small", partition: 0, offset: 3 }];
        await Deno.writeTextFile(file, JSON.stringify({ partitions, version: 1 }));
        const deleted = await tools.run("kafka-delete-records", ...at, "--offset-json-file", file);
        assertStringIncludes(deleted, "low_watermark: 3");
        await Deno.remove(file);
        const dirs = await tools.run(
          "kafka-log-dirs",
          ...at,
          "--describe",
          "--topic-list",
          "small",
        );
        assertStringIncludes(dirs, '"partition":"small-0"');
      });

      await step("kafka-dump-log reads segments and indexes without complaint", async () => {
        for (const folder of ["perf-0", "perf-1", "perf-2", "small-0"]) {
          const dir = join(broker.logs, folder);
          const files = [...Deno.readDirSync(dir)].map(({ name }) => join(dir, name)).sort();
          assert(files.length >= 3);
          const dump = await tools.run(
            "kafka-dump-log",
            ...["--deep-iteration", "--files", files.join(",")],
          );
          const complaints = dump.replaceAll(FALSE_ALARM, "");
          assert(!/mismatch|followed by|not found|out of order|Exception/i.test(complaints), dump);
          assert(!dump.includes("isvalid: false"));
          assertStringIncludes(dump, "isvalid: true");
        }
      });

      await step("kafka-topics deletes a topic", async () => {
        await tools.run("kafka-topics", ...at, "--delete", "--topic", "perf");
        assertEquals((await tools.run("kafka-topics", ...at, "--list")).trim(), "small");
      });
      assertEquals(broker.errors, []);
    },
  });
}
