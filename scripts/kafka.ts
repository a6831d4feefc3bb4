/**
 * `deno task kafka`: real Apache Kafka for those who want it in place of the embedded one.
 * @module
 */
import { join, resolve } from "node:path";
import { DEFAULT_KAFKA_PORT, projectDir } from "../lib/config.ts";
import { startApacheKafka } from "./apache_kafka/broker.ts";
import { KAFKA_VERSION } from "../lib/cloud/options.ts";
import { runTask } from "./cli/task.ts";
import { path, port, wholeNumber } from "./cli/values.ts";

interface Flags {
  port: number;
  dataDir: string;
  heap: number;
}

const home = join(projectDir, ".local", "apache-kafka");

await runTask<Flags>({
  name: "kafka",
  summary: `Starts Apache Kafka ${KAFKA_VERSION} (KRaft) on this machine; Ctrl-C stops it. ` +
    "It needs Java 17 or later and Maven.",
  example: "kafka --port 19092",
  flags: (command) =>
    command
      .option("--port <number>", "port for clients; 0 picks one", port, DEFAULT_KAFKA_PORT)
      .option(
        "--data-dir <folder>",
        "where its settings and logs are kept",
        path,
        join(home, "node"),
      )
      .option("--heap <mebibytes>", "most memory of the Java heap", wholeNumber(128, 65_536), 512),
  async run(flags, { signal, summary, log, print, progress }) {
    progress.update("starting Apache Kafka …");
    const kafka = await startApacheKafka({
      cacheDir: home,
      dir: resolve(flags.dataDir),
      port: flags.port,
      heapMb: flags.heap,
      onDownload: () => log(`Downloading Apache Kafka ${KAFKA_VERSION} with Maven, once …`),
      signal,
    });
    progress.stop();
    summary({ kafka: kafka.broker, pid: kafka.pid });
    print(`Apache Kafka ${KAFKA_VERSION} at ${kafka.broker}`);
    print(`Use it with: KAFKA_BROKERS=${kafka.broker}`);
    log("Ctrl-C stops it.");
    const stopped = new Promise<void>((done) =>
      signal.addEventListener("abort", () => done(), { once: true })
    );
    await Promise.race([stopped, kafka.ended]);
    await kafka.close();
  },
});
