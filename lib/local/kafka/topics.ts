/**
 * The topics: their names, ids, settings and logs.
 * @module
 */
import { dirname, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../database.ts";
import { checkConfig, listItems, type Overrides } from "./config/key.ts";
import { TOPIC_CONFIGS, type TopicConfigName } from "./config/topic_keys.ts";
import {
  type LogSettings,
  type LogState,
  openPartitionLog,
  type PartitionLog,
} from "./log/partition_log.ts";
import { ProtocolError } from "./protocol/errors.ts";
import { checkTopicName, collides, folderFor } from "./topic_name.ts";

/** A topic. */
export interface Topic {
  readonly name: string;
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** Logs, by partition. */
  readonly partitions: readonly PartitionLog[];
  /** Settings that differ from the broker's. */
  readonly overrides: Overrides;
  /** The value of a setting, the broker's where the topic has none. */
  config(name: TopicConfigName): string;
}

/** All topics. */
export interface Topics {
  /** In the order of their names. */
  all(): Topic[];
  get(name: string): Topic | undefined;
  byId(id: string): Topic | undefined;
  /** Checks what {@linkcode create} would refuse. */
  checkNew(name: string, partitions: number, overrides: Overrides): void;
  create(name: string, partitions: number, overrides: Overrides): Topic;
  addPartitions(topic: Topic, count: number): void;
  /** Sets a topic's settings, or only checks them. */
  setOverrides(topic: Topic, overrides: Overrides, validateOnly: boolean): void;
  /** Takes note that settings of the broker, which topics follow, have changed. */
  refreshSettings(): void;
  delete(topic: Topic): void;
  /** Deletes what is too old or too much; failures of one log stop no other. */
  applyRetention(now: number): void;
  /** Compacts the logs that are to be, one after another; failures of one stop no other. */
  compact(now: number): Promise<void>;
  close(): void;
}

interface OwnTopic extends Topic {
  folder: string;
  overrides: Overrides;
  partitions: PartitionLog[];
  settings: LogSettings;
}

/** A request for more is taken as a slip, not as a wish to fill the disk with folders. */
const MAX_PARTITIONS = 10_000;

/**
 * Opens the topics of a folder.
 *
 * @param db Database with the broker's tables
 * @param dir Folder with the logs
 * @param brokerConfig Value of a topic's setting where the topic has none of its own
 * @param report Told of failures, and of what is lost
 * @returns The topics, with their logs open
 */
export function openTopics(
  db: DatabaseSync,
  dir: string,
  brokerConfig: (name: TopicConfigName) => string,
  report: (error: unknown) => void,
): Topics {
  const byName = new Map<string, OwnTopic>();
  const byId = new Map<string, OwnTopic>();
  const saveStart = db.prepare(
    "INSERT OR REPLACE INTO kafka_partitions (topic, partition, start_offset) VALUES (?, ?, ?)",
  );
  const saveClean = db.prepare(
    "INSERT OR REPLACE INTO kafka_cleaned (topic, partition, clean_offset) VALUES (?, ?, ?)",
  );

  function add(name: string, id: string, folder: string, overrides: Overrides): OwnTopic {
    const config = (key: TopicConfigName) => topic.overrides[key] ?? brokerConfig(key);
    const topic: OwnTopic = {
      name,
      id,
      folder,
      overrides,
      config,
      settings: {} as LogSettings,
      partitions: [],
    };
    topic.settings = logSettings(config);
    byName.set(name, topic);
    byId.set(id, topic);
    return topic;
  }

  function openLog(topic: OwnTopic, partition: number, state: LogState): void {
    topic.partitions[partition] = openPartitionLog(
      join(dir, `${topic.folder}-${partition}`),
      state,
      () => topic.settings,
      {
        onState({ startOffset, cleanOffset }) {
          saveStart.run(topic.name, partition, startOffset);
          saveClean.run(topic.name, partition, cleanOffset);
        },
        onLoss: report,
      },
    );
  }

  const allLogs = () => [...byName.values()].flatMap(({ partitions }) => partitions);

  /** Makes partitions, their rows and folders; a folder that is left without a row is of no topic. */
  function makePartitions(topic: OwnTopic, from: number, to: number): void {
    for (let partition = from; partition < to; partition++) {
      saveStart.run(topic.name, partition, 0);
      removeFolder(join(dir, `${topic.folder}-${partition}`));
      openLog(topic, partition, { startOffset: 0n, cleanOffset: 0n });
    }
  }

  /** Lets go of partitions that could not all be made. */
  function closeFrom(topic: OwnTopic, from: number): void {
    for (const log of topic.partitions.splice(from)) log.close();
  }

  Deno.mkdirSync(dir, { recursive: true });
  for (const entry of Deno.readDirSync(dir)) {
    if (entry.name.endsWith(DELETED)) removeFolder(join(dir, entry.name));
  }
  for (const row of db.prepare("SELECT name, id, folder, configs FROM kafka_topics").all()) {
    add(
      row.name as string,
      row.id as string,
      row.folder as string,
      JSON.parse(row.configs as string),
    );
  }
  const states = db.prepare(
    `SELECT topic, partition, start_offset, clean_offset
      FROM kafka_partitions LEFT JOIN kafka_cleaned USING (topic, partition)
      ORDER BY topic, partition`,
  );
  for (const { topic, partition, start_offset, clean_offset } of states.all()) {
    openLog(byName.get(topic as string)!, partition as number, {
      startOffset: BigInt(start_offset as number),
      cleanOffset: BigInt(clean_offset as number ?? 0),
    });
  }

  return {
    all: () => [...byName.values()].sort((a, b) => a.name < b.name ? -1 : 1),
    get: (name) => byName.get(name),
    byId: (id) => byId.get(id),
    checkNew(name, partitions, overrides) {
      checkTopicName(name);
      if (byName.has(name)) {
        throw new ProtocolError("TOPIC_ALREADY_EXISTS", `Topic '${name}' already exists.`);
      }
      const alike = [...byName.keys()].find((other) => collides(name, other));
      if (alike !== undefined) {
        throw new ProtocolError(
          "INVALID_TOPIC_EXCEPTION",
          `Topic '${name}' collides with existing topic: ${alike}`,
        );
      }
      if (partitions < 1) {
        throw new ProtocolError(
          "INVALID_PARTITIONS",
          "Number of partitions was set to an invalid non-positive value.",
        );
      }
      checkPartitionCount(partitions);
      checkOverrides(overrides);
    },
    create(name, partitions, overrides) {
      const taken = new Set([...byName.values()].map(({ folder }) => folder.toLowerCase()));
      const folder = folderFor(name, (folder) => taken.has(folder.toLowerCase()));
      const id = crypto.randomUUID().replaceAll("-", "");
      const topic = add(name, id, folder, overrides);
      try {
        transaction(db, () => {
          db.prepare("INSERT INTO kafka_topics (name, id, folder, configs) VALUES (?, ?, ?, ?)")
            .run(name, id, folder, JSON.stringify(overrides));
          makePartitions(topic, 0, partitions);
        });
      } catch (error) {
        byName.delete(name);
        byId.delete(id);
        closeFrom(topic, 0);
        throw error;
      }
      return topic;
    },
    addPartitions(topic, count) {
      checkPartitionCount(count);
      const own = byName.get(topic.name)!;
      const from = own.partitions.length;
      try {
        transaction(db, () => makePartitions(own, from, count));
      } catch (error) {
        closeFrom(own, from);
        throw error;
      }
    },
    setOverrides(topic, overrides, validateOnly) {
      checkOverrides(overrides);
      if (validateOnly) return;
      db.prepare("UPDATE kafka_topics SET configs = ? WHERE name = ?")
        .run(JSON.stringify(overrides), topic.name);
      const own = byName.get(topic.name)!;
      own.overrides = overrides;
      own.settings = logSettings(own.config);
    },
    refreshSettings() {
      for (const topic of byName.values()) topic.settings = logSettings(topic.config);
    },
    delete(topic) {
      const own = byName.get(topic.name)!;
      transaction(db, () => {
        db.prepare("DELETE FROM kafka_topics WHERE name = ?").run(own.name);
        db.prepare("DELETE FROM kafka_offsets WHERE topic = ?").run(own.name);
      });
      byName.delete(own.name);
      byId.delete(own.id);
      for (const log of own.partitions) log.close();
      // A folder that cannot be deleted now is no topic's any more: it goes before its name is used.
      own.partitions.forEach((_, partition) =>
        removeFolder(join(dir, `${own.folder}-${partition}`))
      );
    },
    applyRetention(now) {
      for (const log of allLogs()) {
        try {
          log.applyRetention(now);
        } catch (error) {
          report(error);
        }
      }
    },
    async compact(now) {
      for (const log of allLogs()) await log.compact(now).catch(report);
    },
    close() {
      for (const log of allLogs()) log.close();
    },
  };
}

/** Ending of a folder that is being deleted: what a killed process left is deleted at the start. */
const DELETED = "~deleted";

function removeFolder(path: string): void {
  // Not the folder's own name with an ending: that of a topic may be as long as names get.
  const doomed = join(dirname(path), `${crypto.randomUUID()}${DELETED}`);
  try {
    Deno.renameSync(path, doomed);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  Deno.removeSync(doomed, { recursive: true });
}

function checkPartitionCount(count: number): void {
  if (count <= MAX_PARTITIONS) return;
  throw new ProtocolError(
    "INVALID_PARTITIONS",
    `Number of partitions is ${count}, which is more than ${MAX_PARTITIONS}.`,
  );
}

function checkOverrides(overrides: Overrides): void {
  for (const [name, value] of Object.entries(overrides)) checkConfig(TOPIC_CONFIGS, name, value);
  const { "min.compaction.lag.ms": min, "max.compaction.lag.ms": max } = overrides;
  if (min === undefined || max === undefined || Number(min) <= Number(max)) return;
  throw new ProtocolError(
    "INVALID_CONFIG",
    `conflict topic config setting min.compaction.lag.ms (${min}) > max.compaction.lag.ms (${max})`,
  );
}

function logSettings(config: (name: TopicConfigName) => string): LogSettings {
  const policies = listItems(config("cleanup.policy"));
  return {
    segmentBytes: Number(config("segment.bytes")),
    segmentMs: Number(config("segment.ms")),
    retentionMs: Number(config("retention.ms")),
    retentionBytes: Number(config("retention.bytes")),
    indexIntervalBytes: Number(config("index.interval.bytes")),
    appendTime: config("message.timestamp.type") === "LogAppendTime",
    deletes: policies.includes("delete"),
    compaction: policies.includes("compact")
      ? {
        minDirtyRatio: Number(config("min.cleanable.dirty.ratio")),
        minLagMs: Number(config("min.compaction.lag.ms")),
        maxLagMs: Number(config("max.compaction.lag.ms")),
        deleteRetentionMs: Number(config("delete.retention.ms")),
      }
      : undefined,
  };
}
