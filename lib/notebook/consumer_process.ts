/**
 * The S3 consumer as a process of its own, which can be killed.
 * @module
 */
import process from "node:process";
import { join } from "node:path";
import { type Config, projectDir } from "../config.ts";
import type { SinkSummary } from "../sink/mod.ts";

/** A running `deno task consume`. */
export interface ConsumerProcess {
  readonly pid: number;
  /** Whether it has not ended yet. */
  readonly running: boolean;
  /** Kills it at once: nothing is written, committed or tidied up any more. */
  kill(): Promise<void>;
  /**
   * Asks it to end, as Ctrl-C does, and waits for its summary.
   *
   * @returns What it did; `undefined` where the system cannot ask, but only kill
   */
  stop(): Promise<Partial<SinkSummary> | undefined>;
  /** Its summary, once it ends by itself, or `undefined` once it is killed; rejects where it fails. */
  readonly finished: Promise<Partial<SinkSummary> | undefined>;
}

/**
 * Starts `deno task consume` as a process of its own.
 *
 * @param config The pipeline's settings, which it is given as environment variables
 * @param flags Flags of the task, such as `["--flush-records", "50"]`
 * @returns The process
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { prepare } from "./prepare.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
 *
 * await prepare(config, { records: 10 });
 * const consumer = startConsumer(config, ["--count", "10"]);
 * assertEquals((await consumer.finished)?.records, 10);
 * assertEquals(consumer.running, false);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export function startConsumer(config: Config, flags: readonly string[] = []): ConsumerProcess {
  const script = join(projectDir, "scripts", "consume.ts");
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=client", script, "--json", ...flags],
    cwd: projectDir,
    env: environmentOf(config),
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let killed = false;
  let running = true;
  const finished = child.output().then(({ success, signal, stdout, stderr }) => {
    running = false;
    const decoder = new TextDecoder();
    const line = decoder.decode(stdout).trim().split("\n").at(-1);
    if (success && line) return JSON.parse(line) as Partial<SinkSummary>;
    // The Stop button's signal reaches it too, and may come before it can end in good order.
    if (killed || signal !== null) return undefined;
    throw new Error(`The consumer failed: ${decoder.decode(stderr).trim()}`);
  });
  // Who waits for it hears of a failure; nobody has to.
  finished.catch(() => {});
  const send = (signal: Deno.Signal) => {
    killed ||= signal === "SIGKILL";
    try {
      child.kill(signal);
    } catch (error) {
      // It has ended by itself.
      if (!(error instanceof TypeError)) throw error;
    }
  };
  return {
    pid: child.pid,
    get running() {
      return running;
    },
    async kill() {
      send("SIGKILL");
      await finished;
    },
    stop() {
      send(process.platform === "win32" ? "SIGKILL" : "SIGINT");
      return finished;
    },
    finished,
  };
}

/** The variables of `.env.example` that the sink reads. */
function environmentOf(config: Config): Record<string, string> {
  return {
    PIPELINE_TARGET: config.target,
    KAFKA_BROKERS: config.kafka.brokers.join(","),
    KAFKA_TOPIC: config.kafka.topic,
    KAFKA_GROUP_ID: config.kafka.groupId,
    AWS_REGION: config.aws.region,
    ...(config.aws.endpoint ? { AWS_ENDPOINT_URL: config.aws.endpoint } : {}),
    S3_DATA_BUCKET: config.s3.dataBucket,
    S3_DATA_PREFIX: config.s3.dataPrefix,
    TICKERTAPE_DATA_DIR: config.local.dataDir,
  };
}
