/**
 * How long a record takes from its being sent to its being in S3, and to an answer of Athena's that
 * knows it.
 * @module
 */
import { loadConfig } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { formatCount, formatSeconds } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
import { quantile } from "./figures.ts";
import { joined, makeTable } from "./latency/prepare.ts";
import { type Answer, ask, ObjectWatch, queryableAt, repeat } from "./latency/watch.ts";
import { startScript } from "./processes.ts";
import type { BenchStack } from "./stack.ts";

/** How the sink writes, and how many records a second are sent for how many seconds. */
interface Way {
  what: string;
  flags: string[];
  rate: number;
  seconds: number;
}

const WAYS: readonly Way[] = [
  { what: "by default (--flush-seconds 10)", flags: [], rate: 200, seconds: 24 },
  { what: "--flush-seconds 1", flags: ["--flush-seconds", "1"], rate: 200, seconds: 8 },
  // An object a record: few a second, for each is one more that a query has to open.
  { what: "--flush-records 1", flags: ["--flush-records", "1"], rate: 25, seconds: 12 },
];

/** Records that are stored first, so that the crawler makes the table. */
const SEED_RECORDS = 30;

/** Milliseconds between two looks into S3, and between an answer of Athena's and the next question. */
const LIST_PAUSE_MS = 20;
const ASK_PAUSE_MS = 100;

/** Sends at a steady rate, and looks when records appear. */
export const latencyBenchmark: Benchmark = {
  name: "latency",
  shows:
    "from a record's being sent to its being in S3, and to a SELECT that has it, asked again " +
    "and again",
  run: async (context) => {
    const stack = await context.stack();
    const findings: Finding[] = [];
    for (const [index, way] of WAYS.entries()) {
      context.note(way.what);
      findings.push(...told(way, await measure(stack, context, `latency_${index}`, way)));
    }
    return findings;
  },
};

/** Seconds, the shortest first. */
interface Delays {
  toObject: number[];
  toAnswer: number[];
  queries: number[];
}

function told({ what }: Way, { toObject, toAnswer, queries }: Delays): Finding[] {
  const shares = (seconds: number[]) =>
    `p50 ${formatSeconds(quantile(seconds, 0.5))}, p99 ${formatSeconds(quantile(seconds, 0.99))}`;
  return [
    {
      what: `${what}: in S3, of ${formatCount(toObject.length)} records`,
      figure: shares(toObject),
    },
    { what: `${what}: in Athena's answer`, figure: shares(toAnswer) },
    { what: `${what}: a query meanwhile`, figure: shares(queries) },
  ];
}

async function measure(
  stack: BenchStack,
  { signal }: BenchContext,
  name: string,
  { flags, rate, seconds }: Way,
): Promise<Delays> {
  const env = {
    ...stack.env,
    KAFKA_TOPIC: name,
    KAFKA_GROUP_ID: name,
    S3_DATA_PREFIX: name,
    GLUE_CRAWLER: name,
  };
  const config = loadConfig(env);
  const options = { env, signal };
  await startScript("scripts/topic.ts", ["create", name, "--json"], options).result();
  const produce = (pace: string, count: number) =>
    startScript("scripts/produce.ts", ["--rate", pace, "--count", String(count), "--json"], options)
      .result();
  const consume = (count: number, more: string[]) =>
    startScript("scripts/consume.ts", ["--count", String(count), "--json", ...more], options);
  await produce("max", SEED_RECORDS);
  await consume(SEED_RECORDS, []).result();
  await makeTable(config, name, signal);

  const records = rate * seconds;
  const sink = consume(records, flags);
  await joined(config, signal);
  const objects = new ObjectWatch(config);
  const answers: Answer[] = [];
  const start = Date.now();
  const watches = [
    repeat(LIST_PAUSE_MS, () => objects.look()),
    repeat(ASK_PAUSE_MS, async () => void answers.push(await ask(config, name, signal))),
  ];
  try {
    await produce(String(rate), records);
    await sink.result();
    for (const stop of watches) await stop();
    // What the last look may have been too early for.
    await objects.look();
    answers.push(await ask(config, name, signal));
    const seen = (await objects.records()).filter(({ sentAt }) => sentAt >= start);
    const answered = seen.map((record) => queryableAt(record, answers) - record.sentAt);
    requireAll(name, records, seen.length, answered.filter(Number.isFinite).length);
    return {
      toObject: sorted(seen.map(({ sentAt, storedAt }) => storedAt - sentAt)),
      toAnswer: sorted(answered),
      queries: sorted(answers.map((answer) => answer.seconds * 1000)),
    };
  } finally {
    for (const stop of watches) await stop();
    objects.close();
  }
}

function sorted(milliseconds: number[]): number[] {
  return milliseconds.map((value) => value / 1000).toSorted((a, b) => a - b);
}

function requireAll(topic: string, sent: number, stored: number, answered: number): void {
  if (stored === sent && answered === sent) return;
  throw new TickertapeError({
    code: "BENCH_INCOMPLETE",
    message: `${topic}: of ${sent} records ${stored} are in S3, and Athena knows of ${answered}`,
    remedy: "Run it again; where it stays so, hold the objects against the topic: deno task verify",
  });
}
