/**
 * Producers and several sinks against the embedded stack, with faults at every step.
 * @module
 */
import { Kafka, logLevel } from "kafkajs";
import { setTimeout as sleep } from "node:timers/promises";
import { loadConfig } from "../../lib/config.ts";
import { verifyObjects } from "../../lib/sink/mod.ts";
import { freePort } from "../free_port.ts";
import { spawnLocal } from "../local/stack_process.ts";
import { Chance } from "../sink/simulation/random.ts";
import { compare, readStored } from "./check.ts";
import { startKafkaProxy } from "./kafka_proxy.ts";
import { startLoad } from "./load.ts";
import { startS3Proxy } from "./s3_proxy.ts";
import { hadReason, type SinkProcess, startSink } from "./sinks.ts";

/** How a run is done. */
export interface FaultOptions {
  seed: number;
  /** Seconds of faults; more where the machine is too busy for the least that is to be sent. */
  seconds: number;
  signal?: AbortSignal;
  /** Told what happens. */
  log?: (line: string) => void;
}

/** What a run has stood. */
export interface FaultReport {
  seed: number;
  /** How often each fault came. */
  faults: Record<string, number>;
  records: number;
  deadLetters: number;
  objects: number;
  acknowledged: number;
}

const SINKS = 3;
const PARTITIONS = 4;
/** Records that are acknowledged at least. */
const LEAST_RECORDS = 100;
/** The shortest that a broker takes by default. */
const SESSION_SECONDS = 6;
const FLAGS = ["--flush-records", "60", "--flush-seconds", "0.5", "--session-timeout"];
/** Whether a process can be frozen here; Windows has no such signal. */
export const CAN_FREEZE = Deno.build.os !== "windows";

/**
 * Runs producers and sinks under faults, lets them come to rest, and checks every offset in S3.
 *
 * @param options Seed and length
 * @returns What was stood
 * @throws {Error} A record is missing, twice, or another; or a sink ended without a reason
 */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const { seed, signal, log = () => {} } = options;
  const chance = new Chance(seed);
  const random = () => chance.next();
  const dataDir = await Deno.makeTempDir({ prefix: "tickertape-fault-" });
  // It comes back to the ports that it had.
  const kafkaPort = freePort();
  const awsPort = freePort();
  const startStack = () =>
    spawnLocal("--data-dir", dataDir, "--kafka-port", `${kafkaPort}`, "--aws-port", `${awsPort}`);
  let stack = await startStack();
  // Each has a chance of its own, so that the order of their requests does not change the others.
  const kafka = await startKafkaProxy(kafkaPort, chanceOf(seed + 1));
  const s3 = await startS3Proxy(awsPort, chanceOf(seed + 2));
  const topic = "faults";
  await createTopic(stack.info.kafka, topic);
  const env = {
    KAFKA_BROKERS: kafka.address,
    AWS_ENDPOINT_URL: s3.url,
    KAFKA_TOPIC: topic,
    S3_DATA_BUCKET: "faults",
    TICKERTAPE_DATA_DIR: dataDir,
  };
  const flags = [...FLAGS, String(SESSION_SECONDS)];
  const load = startLoad(stack.info.kafka, topic, PARTITIONS, chanceOf(seed + 3));
  const sinks: SinkProcess[] = [];
  const unexpected: string[] = [];
  const faults: Record<string, number> = {};
  const begin = () => {
    const sink = startSink(env, ...flags);
    sinks.push(sink);
    void sink.ended.then(({ code, stderr }) => {
      if (sinks.includes(sink)) sinks.splice(sinks.indexOf(sink), 1);
      if (sink.expected) return;
      if (!hadReason(stderr)) unexpected.push(`a sink ended with ${code}: ${inOneLine(stderr)}`);
      else faults["a sink gave up"] = (faults["a sink gave up"] ?? 0) + 1;
      if (running) begin();
    });
  };
  let running = true;
  const end = (sink: SinkProcess, by: Deno.Signal) => {
    sink.expected = true;
    sinks.splice(sinks.indexOf(sink), 1);
    sink.child.kill(by);
  };
  const thaw = (sink: SinkProcess) => {
    if (!sink.frozen) return;
    sink.frozen = false;
    if (sinks.includes(sink)) sink.child.kill("SIGCONT");
  };
  const kinds: Record<string, (sink: SinkProcess | undefined) => Promise<void> | void> = {
    "kill -9 of a sink": (sink) => {
      if (sink) end(sink, "SIGKILL");
      begin();
    },
    "a member leaves, another joins": (sink) => {
      if (sink && !sink.frozen) end(sink, "SIGTERM");
      begin();
    },
    "connections cut": () => kafka.cutAll(),
    "S3 in trouble": async () => {
      s3.probability = 0.7;
      await sleep(1_000);
      s3.probability = 0.15;
    },
    "kill -9 of the stack": async () => {
      await stack.kill();
      stack = await startStack();
    },
    ...(CAN_FREEZE
      ? {
        "frozen beyond its session": (sink: SinkProcess | undefined) => {
          if (!sink || sink.frozen) return;
          sink.frozen = true;
          sink.child.kill("SIGSTOP");
          setTimeout(() => thaw(sink), (SESSION_SECONDS + 0.5 + 2 * random()) * 1000);
        },
      }
      : {}),
  };
  for (let i = 0; i < SINKS; i++) begin();
  s3.probability = 0.15;
  kafka.loss = 0.002;
  const until = Date.now() + options.seconds * 1000;
  // The last of the members that were started late has to join, too.
  await sleep(2_000);
  try {
    const names = Object.keys(kinds);
    const atMost = until + 10 * options.seconds * 1000;
    const isEnough = () => Date.now() >= (load.acknowledged.size >= LEAST_RECORDS ? until : atMost);
    while (!isEnough() && !signal?.aborted && unexpected.length === 0) {
      const name = names[chance.below(names.length)]!;
      // The stack takes a second to come back: it falls less often than the rest.
      if (name === "kill -9 of the stack" && chance.hits(0.5)) continue;
      while (sinks.length > SINKS + 1) end(sinks[0]!, "SIGKILL");
      log(name);
      faults[name] = (faults[name] ?? 0) + 1;
      await kinds[name]!(sinks[chance.below(sinks.length)]);
      await sleep(200 + random() * 800);
    }
    running = false;
    await load.stop();
    const sent = load.acknowledged.size;
    if (!signal?.aborted && unexpected.length === 0 && sent < LEAST_RECORDS) {
      throw new Error(`only ${sent} records were acknowledged`);
    }
    s3.probability = 0;
    kafka.loss = 0;
    for (const sink of [...sinks]) thaw(sink);
    await Promise.all([...sinks].map((sink) => finish(sink)));
    log("everything rests; one sink reads to the end");
    const last = startSink(env, ...flags, "--until-idle", "3");
    const { code, stderr } = await last.ended;
    if (code !== 0) throw new Error(`the last sink ended with ${code}: ${inOneLine(stderr)}`);
    if (unexpected.length > 0) throw new Error(unexpected.join("\n"));
    const stored = await readStored(stack.info.aws, "faults");
    compare(stored, load.acknowledged);
    const direct = { ...env, KAFKA_BROKERS: stack.info.kafka, AWS_ENDPOINT_URL: stack.info.aws };
    const report = await verifyObjects(loadConfig(direct));
    if (!report.ok) throw new Error(report.problems.map((one) => one.message).join("\n"));
    const pending = report.partitions.find((part) => part.pending > 0);
    if (pending) throw new Error(`${pending.pending} records of ${pending.partition} are missing`);
    return {
      seed,
      faults: { ...faults, "Kafka connections lost": kafka.cuts, ...named(s3.faults) },
      records: stored.records,
      deadLetters: stored.deadLetters,
      objects: stored.objects,
      acknowledged: load.acknowledged.size,
    };
  } finally {
    running = false;
    await load.stop();
    for (const sink of [...sinks]) end(sink, "SIGKILL");
    await kafka.close();
    await s3.close();
    await stack.kill();
    await remove(dataDir);
  }
}

function chanceOf(seed: number): () => number {
  const chance = new Chance(seed);
  return () => chance.next();
}

/** A task's error is one line: what a sink wrote after its first would be left out. */
function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, " | ");
}

function named(faults: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(faults).map(([name, count]) => [`S3 request ${name}`, count]),
  );
}

/** Asks a sink to end, and makes it where it does not. */
async function finish(sink: SinkProcess): Promise<void> {
  sink.expected = true;
  sink.child.kill("SIGTERM");
  const late = setTimeout(() => sink.child.kill("SIGKILL"), 15_000);
  await sink.ended;
  clearTimeout(late);
}

async function createTopic(broker: string, topic: string): Promise<void> {
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = [{ topic, numPartitions: PARTITIONS }];
  await admin.createTopics({ topics, waitForLeaders: true });
  await admin.disconnect();
}

async function remove(dir: string): Promise<void> {
  await Deno.remove(dir, { recursive: true });
}
