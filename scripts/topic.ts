/**
 * `deno task topic`: lists, makes, deletes, shows and follows topics.
 * @module
 */
import { InvalidArgumentError } from "commander";
import { type Config, loadConfig } from "../lib/config.ts";
import { UsageError } from "../lib/errors.ts";
import { requireTopicName } from "../lib/topic_name.ts";
import {
  DEFAULT_PARTITIONS,
  deleteTopic,
  describeTopic,
  describeTopics,
  ensureTopic,
  tail,
} from "../lib/kafka/mod.ts";
import { agreed } from "./cli/ask.ts";
import { asCalled } from "./cli/called_as.ts";
import { formatCount, plural } from "./cli/format.ts";
import { writeOut } from "./cli/output.ts";
import { formatTable, oneLine, terminalWidth } from "./cli/table.ts";
import { runTask, type TaskContext } from "./cli/task.ts";
import { partitions, wholeNumber } from "./cli/values.ts";

interface Flags {
  partitions: number;
  yes?: boolean;
  tail?: boolean;
  from: string;
  count?: number;
}

interface Call {
  config: Config;
  /** Topic that the call is about. */
  topic: string;
  flags: Flags;
  context: TaskContext;
}

const ACTIONS: Record<string, (call: Call) => Promise<object>> = {
  list: listAll,
  create,
  delete: remove,
  show,
  tail: follow,
};

async function run(flags: Flags, context: TaskContext): Promise<object> {
  const config = loadConfig();
  const words = [...context.args];
  const action = words[0] !== undefined && Object.hasOwn(ACTIONS, words[0])
    ? words.shift()
    : undefined;
  const [name, ...more] = words;
  if (more.length > 0 || (action === undefined && name !== undefined && !flags.tail)) {
    throw new UsageError(
      `'${more[0] ?? name}' is none of ${Object.keys(ACTIONS).join(", ")}`,
      `Try: deno task topic show ${name}`,
    );
  }
  const chosen = flags.tail ? "tail" : action ?? "list";
  if (chosen === "list" && name !== undefined) {
    throw new UsageError(
      `list takes no topic, and '${name}' is given`,
      `Try: deno task topic show ${name}`,
    );
  }
  if ((chosen === "create" || chosen === "delete") && name === undefined) {
    throw new UsageError(`${chosen} needs a topic's name`, `Try: deno task topic ${chosen} prices`);
  }
  const topic = name === undefined ? config.kafka.topic : requireTopicName("The topic", name);
  return await ACTIONS[chosen]?.({ config, topic, flags, context }) ?? {};
}

async function listAll({ config, context }: Call): Promise<object> {
  const topics = (await describeTopics(config)).map(({ topic, partitions }) => ({
    topic,
    partitions: partitions.length,
    records: sum(partitions.map((each) => each.highOffset - each.lowOffset)),
    lag: sum(partitions.map((each) => each.lag)),
  }));
  if (topics.length === 0) {
    context.print(asCalled("There are no topics. Make one with: deno task topic create NAME"));
  } else {
    context.print(formatTable(
      ["topic", "partitions", "records", `lag of ${config.kafka.groupId}`],
      topics.map(({ topic, partitions, records, lag }) => [topic, partitions, records, lag]),
      { width: terminalWidth() },
    ));
  }
  return { topics };
}

async function create({ config, topic, flags, context }: Call): Promise<object> {
  const made = await ensureTopic(config, { topic, partitions: flags.partitions });
  context.print(
    made.created
      ? `Made the topic ${topic} with ${plural(made.partitions, "partition")}.`
      : `The topic ${topic} is there already, with ${plural(made.partitions, "partition")}.`,
  );
  return made;
}

async function remove({ config, topic, flags, context }: Call): Promise<object> {
  const records = sum(
    (await describeTopic(config, topic)).map((each) => each.highOffset - each.lowOffset),
  );
  const what = `the topic ${topic} with its ${plural(Number(records), "record")}`;
  const unasked = {
    message: `Nobody is there to be asked whether to delete ${what}`,
    remedy: `Say so with: deno task topic delete ${topic} --yes`,
  };
  const { signal } = context;
  if (!flags.yes && !await agreed(`Delete ${what}?`, { signal, unasked })) {
    context.print(`Left ${what} as it is.`);
    return { topic, deleted: false };
  }
  await deleteTopic(config, topic);
  context.print(`Deleted ${what}.`);
  return { topic, deleted: true };
}

async function show({ config, topic, context }: Call): Promise<object> {
  const partitions = await describeTopic(config, topic);
  const records = sum(partitions.map((each) => each.highOffset - each.lowOffset));
  const lag = sum(partitions.map((each) => each.lag));
  const { groupId } = config.kafka;
  context.print(formatTable(
    ["partition", "first offset", "next offset", "records", "committed", "lag"],
    partitions.map((each) => [
      each.partition,
      each.lowOffset,
      each.highOffset,
      each.highOffset - each.lowOffset,
      each.committedOffset,
      each.lag,
    ]),
    { width: terminalWidth() },
  ));
  context.print(
    `\n${plural(Number(records), "record")}; the group ${groupId} is ${formatCount(lag)} behind`,
  );
  return { topic, groupId, partitions, records, lag };
}

async function follow({ config, topic, flags, context }: Call): Promise<object> {
  const { signal, log } = context;
  const from = flags.from === "earliest" ? "earliest" : "latest";
  let records = 0;
  if (flags.count !== 0) {
    const onStart = () => log(`Following ${topic} from the ${from} record. Ctrl-C ends it.`);
    const plain = Deno.stdout.isTerminal() ? oneLine : String;
    for await (const { value } of tail(config, { topic, from, signal, onStart })) {
      writeOut(`${plain(value ?? "")}\n`);
      if (++records === flags.count) break;
    }
  }
  log(`${plural(records, "record")}.`);
  return { topic, records };
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function parseFrom(text: string): string {
  if (text === "earliest" || text === "latest") return text;
  throw new InvalidArgumentError("It takes earliest or latest.");
}

await runTask<Flags>({
  name: "topic",
  summary: "Lists, makes, deletes and follows topics, and shows their offsets and the sink's lag.",
  example: "topic show kafka-stock-market",
  flags: (command) =>
    command
      .argument("[action]", "list (default), create, delete, show or tail")
      .argument("[topic]", "topic's name; show and tail take KAFKA_TOPIC by default")
      .option(
        "--partitions <number>",
        "partitions of the topic that create makes",
        partitions,
        DEFAULT_PARTITIONS,
      )
      .option("--yes", "delete without asking")
      .option("--tail", "print records as they come, as tail does")
      .option("--from <where>", "tail from the earliest or latest record", parseFrom, "latest")
      .option("--count <records>", "end tail after so many records", wholeNumber(0)),
  run,
});
