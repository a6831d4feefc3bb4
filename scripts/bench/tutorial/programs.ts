/**
 * The four programs that are compared: the tutorial's Python pair, and this project's.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../../lib/config.ts";
import { SAMPLE_FILE } from "../../../lib/stock/mod.ts";
import { pythonWith } from "../../python.ts";
import { type Running, startProgram, startScript } from "../processes.ts";
import { startSink } from "../sink.ts";

/** What the tutorial's programs import, at the versions that were measured. */
const PACKAGES = ["kafka-python==3.0.12", "s3fs==2026.9.0", "pandas==2.3.3"];

/** Topic that producers send to, and the one that consumers read. */
export const SENT = "sent";
export const BACKLOG = "backlog";

/** Records that this project's programs send and store; Python's end by the clock. */
const SENT_RECORDS = 150_000;
export const BACKLOG_RECORDS = 300_000;

/** Seconds that the tutorial's programs run for. */
const PYTHON_SECONDS = 2;

/** Where a program finds the services. */
export interface Services {
  /** Kafka, `host:port`. */
  kafka: string;
  /** URL of S3. */
  aws: string;
}

/** Starts a program with the services it is told. */
export type Start = (services: Services) => Running;

/** The programs, by what they are called in the findings. */
export interface Programs {
  "tutorial's producer, no sleep": Start;
  "tutorial's producer": Start;
  "produce --rate max": Start;
  "tutorial's consumer": Start;
  "consume": Start;
}

/**
 * Makes ready what the programs need: Python's packages are installed the first time.
 *
 * @param env Settings that lead this project's tasks to the stack
 * @param signal Ends what was started
 * @returns How to start each
 */
export async function programs(
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<Programs> {
  const { env: python } = await pythonWith("tutorial", PACKAGES);
  const startPython = (name: string, args: (string | number)[]) =>
    startProgram({
      name,
      command: "python3",
      args: [join(projectDir, "scripts", "bench", "tutorial", name), ...args.map(String)],
      env: python,
      signal,
    });
  const settings = ({ kafka, aws }: Services) => ({
    env: { ...env, KAFKA_BROKERS: kafka, AWS_ENDPOINT_URL: aws },
    signal,
  });
  const theirProducer = (sleepSeconds: number): Start => ({ kafka }) =>
    startPython("producer.py", [kafka, SENT, SAMPLE_FILE, PYTHON_SECONDS, sleepSeconds]);
  return {
    "tutorial's producer, no sleep": theirProducer(0),
    "tutorial's producer": theirProducer(1),
    "produce --rate max": (services) => {
      const args = ["--rate", "max", "--count", String(SENT_RECORDS), "--topic", SENT, "--json"];
      return startScript("scripts/produce.ts", args, settings(services));
    },
    "tutorial's consumer": ({ kafka, aws }) =>
      startPython("consumer.py", [
        kafka,
        BACKLOG,
        aws,
        "tutorial",
        crypto.randomUUID(),
        PYTHON_SECONDS,
      ]),
    "consume": (services) =>
      startSink({ topic: BACKLOG, records: BACKLOG_RECORDS, ...settings(services) }),
  };
}

/** What a program told, and what was seen of it. */
export interface Measured {
  records: number;
  seconds: number;
  /** Objects that it wrote; only of consumers. */
  objects?: number;
  /** Most bytes of memory it had. */
  peak: number | undefined;
}

/**
 * Waits for a program's end.
 *
 * @param program The program
 * @returns What it did
 */
export async function outcome(program: Running): Promise<Measured> {
  const told = await program.result() as { records?: number; produced?: number; seconds: number };
  return { ...told, records: told.records ?? told.produced ?? 0, peak: program.peakBytes() };
}
