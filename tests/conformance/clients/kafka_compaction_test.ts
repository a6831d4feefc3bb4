/** A topic that the embedded broker compacted, read by librdkafka and Apache Kafka's own tools. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { testBroker } from "../../local/kafka/helpers.ts";
import { hasJavaAndMaven, hasPython } from "../tools.ts";
import { kafkaTools, NEWEST_VERSION } from "./kafka_tools.ts";
import { runPython } from "./python.ts";

const noPython = !(await hasPython());
const noJava = !(await hasJavaAndMaven());
if (noPython) console.warn("skipped: compaction with confluent-kafka needs python3 with pip");
if (noJava) console.warn("skipped: compacted logs in Apache Kafka's tools need java and mvn");

Deno.test({
  name: "a compacted topic in every codec is read by confluent-kafka and Apache Kafka's tools",
  ignore: noPython,
  async fn() {
    await using broker = await testBroker({ "log.cleaner.backoff.ms": 100 });
    const { records, ...seen } = await runPython("kafka_compaction.py", broker.port);
    assertEquals(seen, {
      sent: 1_003,
      end: 1_003,
      in_order: true,
      newest: true,
      refused: ["INVALID_RECORD"],
    });
    // 250 keys, and of the last one as many records as are in the segment that is appended to.
    assert(Number(records) >= 251 && Number(records) <= 260, `${records} records`);
    assertEquals(broker.errors, []);
    if (noJava) return;
    const tools = await kafkaTools(NEWEST_VERSION);
    const dir = join(broker.logs, "compacted-0");
    const files = [...Deno.readDirSync(dir)].map(({ name }) => join(dir, name)).sort();
    const dump = await tools.run(
      "kafka-dump-log",
      ...["--deep-iteration", "--print-data-log", "--files", files.join(",")],
    );
    assert(!/mismatch|not found|out of order|Exception|isvalid: false/i.test(dump), dump);
    for (const codec of ["gzip", "snappy", "lz4", "zstd", "none"]) {
      assertStringIncludes(dump, `compresscodec: ${codec}`);
    }
    assertStringIncludes(dump, "deleteHorizonMs: OptionalLong[");
    const at = ["--bootstrap-server", `127.0.0.1:${broker.port}`];
    const read = await tools.run(
      "kafka-console-consumer",
      ...[...at, "--topic", "compacted", "--from-beginning", "--timeout-ms", "60000"],
      ...["--max-messages", String(records), "--property", "print.key=true"],
    );
    assertStringIncludes(read, `Processed a total of ${records} messages`);
    assertEquals(read.split("\n").filter((line) => line.startsWith("lz4-7\t")).length, 1);
  },
});
