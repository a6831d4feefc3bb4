/** What the embedded broker is held against is what Apache Kafka answers. */
import { assertEquals } from "@std/assert";
import { startApacheKafka } from "../../../scripts/apache_kafka/broker.ts";
import { answersOf, recordedAnswers } from "../../local/kafka/probes/mod.ts";
import { hasJavaAndMaven, KAFKA_CACHE } from "../tools.ts";

const ignore = !(await hasJavaAndMaven());
if (ignore) console.warn("skipped: answers of Apache Kafka need java and mvn");

Deno.test({
  name: "Apache Kafka answers what was recorded of it",
  ignore,
  async fn() {
    const dir = await Deno.makeTempDir({ prefix: "tickertape-apache-" });
    const apache = await startApacheKafka({ cacheDir: KAFKA_CACHE, dir, port: 0 });
    try {
      const answers = await answersOf(Number(apache.broker.split(":")[1]));
      assertEquals(answers, recordedAnswers());
    } finally {
      await apache.close();
      await Deno.remove(dir, { recursive: true });
    }
  },
});
