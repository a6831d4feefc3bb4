/**
 * All probes, and the answers that Apache Kafka gave to them.
 * @module
 */
import { KAFKA_VERSION } from "../../../../lib/cloud/options.ts";
import { batchOf } from "../helpers.ts";
import { until } from "../../../until.ts";
import { adminProbes } from "./admin.ts";
import { clusterProbes } from "./cluster.ts";
import { consumersProbes } from "./consumers.ts";
import { groupProbes } from "./groups.ts";
import { migrationProbes } from "./migration.ts";
import { type Ask, type Fields, get, type Probe, type Topic, withAsk } from "./probe.ts";
import { recordProbes } from "./records.ts";
import { settingProbes } from "./settings.ts";

const PROBES: Record<string, Probe> = {
  ...recordProbes,
  ...groupProbes,
  ...adminProbes,
  ...settingProbes,
  ...clusterProbes,
  ...consumersProbes,
  ...migrationProbes,
};

/** Settings of the embedded broker that {@linkcode answersOf} needs, as Apache Kafka is run here. */
export const PROBED_SETTINGS = { "group.min.session.timeout.ms": 1_000, "num.partitions": 3 };

/** File of what Apache Kafka answered: a line an answer, so that a change is seen as one. */
const RECORDED = new URL("../fixtures/apache_answers.txt", import.meta.url);

const HEAD =
  `# What Apache Kafka ${KAFKA_VERSION} answered to ../probes, as ../probes/record.ts keeps it:
# what was asked, and the answer without what is different each time.
`;

/** What Apache Kafka answered, by what was asked. */
export function recordedAnswers(): Record<string, unknown> {
  const lines = Deno.readTextFileSync(RECORDED).split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(lines.map((line) => {
    const [name, answer] = line.split("\t") as [string, string];
    return [name, JSON.parse(answer)];
  }));
}

/** Keeps the answers of an Apache Kafka that was just started. */
export async function recordAnswers(port: number): Promise<void> {
  const lines = Object.entries(await answersOf(port))
    .map(([name, answer]) => `${name}\t${JSON.stringify(answer)}\n`);
  await Deno.writeTextFile(RECORDED, HEAD + lines.join(""));
}

/**
 * Asks a broker all probes, one after another.
 *
 * @param port Port of a broker that has never been asked before
 * @returns Its answers, by what was asked, as JSON has them
 */
export async function answersOf(port: number): Promise<Record<string, unknown>> {
  const topic = await withAsk(port, madeTopic);
  const answers: Record<string, unknown> = {};
  for (const [name, probe] of Object.entries(PROBES)) {
    answers[name] = await withAsk(port, (ask) => probe(ask, topic));
  }
  return JSON.parse(JSON.stringify(answers));
}

async function madeTopic(ask: Ask): Promise<Topic> {
  const name = "pro_bes";
  const topic = {
    name,
    numPartitions: 1,
    replicationFactor: 1,
    assignments: [],
    // The records below are of 1970.
    configs: [{ name: "retention.ms", value: "-1" }],
  };
  const made = await ask("CreateTopics", 7, { topics: [topic], timeoutMs: 10_000 });
  const times = [[1_000, "ab"], [2_000, "ab"], [1_500, "c"]] as const;
  for (const [timestamp, values] of times) {
    const records = await batchOf({ timestamp, values: [...values] });
    const topicData = [{ name, partitionData: [{ index: 0, records }] }];
    const sent = () => ask("Produce", 9, { acks: -1, timeoutMs: 1_000, topicData });
    const isSent = (answer: Fields) =>
      get(answer, "responses", 0, "partitionResponses", 0, "errorCode") === 0;
    await until(async () => isSent(await sent()), "the topic can be written to");
  }
  // Apache Kafka makes the topic that keeps the groups when it is first asked for a coordinator.
  const partitions = [{ partitionIndex: 0, committedOffset: 1n, committedMetadata: "" }];
  const body = {
    groupId: "warm",
    generationIdOrMemberEpoch: -1,
    memberId: "",
    topics: [{ name, partitions }],
  };
  await until(async () => {
    await ask("FindCoordinator", 3, { key: "warm", keyType: 0 });
    return get(await ask("OffsetCommit", 8, body), "topics", 0, "partitions", 0, "errorCode") === 0;
  }, "groups are kept");
  return { name, id: String(get(made, "topics", 0, "topicId")) };
}
