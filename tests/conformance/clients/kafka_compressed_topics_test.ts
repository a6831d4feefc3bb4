/** Topics whose batches the embedded broker compresses itself, read by programs of other makers. */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { testBroker } from "../../local/kafka/helpers.ts";
import { hasJavaAndMaven, hasPython } from "../tools.ts";
import { kafkaTools, NEWEST_VERSION } from "./kafka_tools.ts";
import { runPython } from "./python.ts";

const noPython = !(await hasPython());
const noJava = !(await hasJavaAndMaven());
if (noPython) console.warn("skipped: topics with a compression.type need python3 with pip");
if (noJava) console.warn("skipped: their logs in Apache Kafka's tools need java and mvn");

Deno.test({
  name: "what the broker compressed is read by confluent-kafka and Apache Kafka's tools",
  ignore: noPython,
  async fn() {
    await using broker = await testBroker();
    assertEquals(await runPython("kafka_compressed_topics.py", broker.port), {
      uncompressed: true,
      gzip: true,
      snappy: true,
      lz4: true,
      zstd: true,
    });
    assertEquals(broker.errors, []);
    if (noJava) return;
    const tools = await kafkaTools(NEWEST_VERSION);
    const types = {
      uncompressed: "none",
      gzip: "gzip",
      snappy: "snappy",
      lz4: "lz4",
      zstd: "zstd",
    };
    const logs = Object.keys(types).map((type) =>
      join(broker.logs, `as-${type}-0`, `${"0".repeat(20)}.log`)
    );
    const dump = await tools.run(
      "kafka-dump-log",
      ...["--deep-iteration", "--files", logs.join(",")],
    );
    assert(!/mismatch|Exception|isvalid: false/i.test(dump), dump);
    const codecs = new Set([...dump.matchAll(/compresscodec: (\w+)/g)].map(([, codec]) => codec));
    assertEquals([...codecs].sort(), Object.values(types).sort());
    // Each record of each topic, once without and once with the producer's own compression.
    assertEquals(dump.match(/^\| offset: /gm)?.length, 2 * 2_008 * logs.length);
  },
});
