/**
 * `deno task produce`: sends rows of a CSV, or JSON lines, to the topic.
 * @module
 */
import { relative } from "node:path";
import { loadConfig, projectDir } from "../lib/config.ts";
import { TickertapeError } from "../lib/errors.ts";
import {
  DEFAULT_PARTITIONS,
  ensureTopic,
  produce,
  type ProduceProgress,
  type ProduceSummary,
} from "../lib/kafka/mod.ts";
import { paced, SAMPLE_FILE } from "../lib/stock/mod.ts";
import { aborted } from "./cli/aborted.ts";
import { formatCount, formatSeconds, plural } from "./cli/format.ts";
import { formatTable, terminalWidth } from "./cli/table.ts";
import { runTask, type TaskContext } from "./cli/task.ts";
import { partitions, path, topicName, wholeNumber } from "./cli/values.ts";
import {
  type InputFlags,
  isPipe,
  openInput,
  parseMode,
  parseRate,
  type Rate,
} from "./produce/input.ts";

interface Flags extends InputFlags {
  rate?: Rate;
  topic?: string;
  partitions: number;
}

interface Summary extends ProduceSummary {
  /** Rows without any value, among those skipped. */
  blank: number;
  /** Rows that cannot be read, among those skipped. */
  invalid: number;
}

async function run(flags: Flags, context: TaskContext): Promise<Summary> {
  const config = loadConfig();
  const topic = flags.topic ?? config.kafka.topic;
  const { signal, progress, log } = context;
  if (await isPipe(flags.file)) log(`Reading ${flags.file} to its end, which is a pipe.`);
  const opened = openInput(flags, signal).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  // Ctrl-C while the file is checked, or is a pipe that nobody writes to, which is never open: nothing
  // was sent, and that is the summary.
  const input = await Promise.race([opened, aborted(signal)]);
  if (!input) {
    context.print(`0 records sent to ${topic}: it was interrupted before the first`);
    return nothingSent(topic);
  }
  const made = await ensureTopic(config, { topic, partitions: flags.partitions });
  if (made.created) log(`Made the topic ${topic} with ${plural(made.partitions, "partition")}.`);
  for (const note of input.notes) log(note);
  const rate = flags.rate ?? input.rate;
  const speed = rate === "max" ? "as fast as Kafka takes them" : `${formatCount(rate)}/s`;
  log(`Sending ${input.name} to ${topic}, ${speed}. Ctrl-C ends it.`);
  let produced = 0;
  const sent = await produce(config, paced(input.records, rate, { signal }), {
    topic,
    signal,
    ...(input.keyColumn === undefined ? {} : { keyColumn: input.keyColumn }),
    ...(input.decimals === undefined ? {} : { decimals: input.decimals }),
    onProgress: (at) => {
      produced = at.produced;
      progress.update(progressLine(at), { waits: at.waitingSeconds !== undefined });
    },
  }).catch((error: unknown) => {
    progress.stop();
    if (error instanceof TickertapeError && error.code === "JSON_LINE") {
      log(`${plural(produced, "record")} went to ${topic} before this:`);
    }
    throw error;
  });
  progress.stop();
  const { blank, invalid } = input.left();
  const summary = { ...sent, skipped: blank + invalid, blank, invalid };
  report(summary, context);
  return summary;
}

function progressLine(at: ProduceProgress): string {
  const { produced, seconds, waitingSeconds, waitingFor } = at;
  if (waitingSeconds !== undefined) {
    const why = waitingFor ?? "Kafka does not answer";
    return `${plural(produced, "record")} · waiting for ${formatSeconds(waitingSeconds)}: ${why}`;
  }
  return `${plural(produced, "record")} · ${formatCount(produced / Math.max(seconds, 1))}/s`;
}

function nothingSent(topic: string): Summary {
  const none = { produced: 0, skipped: 0, blank: 0, invalid: 0, seconds: 0, recordsPerSecond: 0 };
  return { topic, ...none, partitions: [] };
}

function report(summary: Summary, { print, log }: TaskContext): void {
  const { produced, seconds, recordsPerSecond, blank, invalid, topic } = summary;
  if (blank > 0) log(`Left out ${plural(blank, "blank row")}.`);
  if (invalid > 0) log(`Left out ${plural(invalid, "row")} that could not be read.`);
  print(
    `${plural(produced, "record")} sent to ${topic} in ${formatSeconds(seconds)} ` +
      `(${formatCount(recordsPerSecond)}/s)`,
  );
  if (summary.partitions.length === 0) return;
  print(formatTable(
    ["partition", "first offset", "next offset"],
    summary.partitions.map((each) => [each.partition, each.firstOffset, each.nextOffset]),
    { width: terminalWidth() },
  ));
}

await runTask<Flags>({
  name: "produce",
  summary:
    "Sends rows of a CSV to the Kafka topic, each as a JSON record. All replicas acknowledge " +
    "each record, and a retry never repeats one.",
  example: "produce --rate 50 --count 1000",
  flags: (command) =>
    command
      .option(
        "--file <path>",
        "CSV to send, or - for JSON lines from standard input " +
          `(default: the sample, ${relative(projectDir, SAMPLE_FILE)})`,
        path,
      )
      .option(
        "--mode <mode>",
        "sample: random rows without end; replay: the file once, in its order (default: sample)",
        parseMode,
      )
      .option(
        "--rate <records>",
        "records a second, or max (default: 1, and max for standard input)",
        parseRate,
      )
      .option("--count <records>", "end after so many records", wholeNumber(0))
      .option("--seed <number>", "draw the same random rows every time", wholeNumber(0))
      .option("--key-column <name>", "column whose value is the key (default: the first)")
      .option("--topic <name>", "topic to send to (default: KAFKA_TOPIC)", topicName)
      .option(
        "--partitions <number>",
        "partitions of the topic, where it has to be made",
        partitions,
        DEFAULT_PARTITIONS,
      )
      .option("--skip-invalid", "leave out and count rows that cannot be read"),
  run,
});
