/**
 * The settings of topics, under Kafka's names; most follow the broker's.
 *
 * @see https://kafka.apache.org/documentation/#topicconfigs
 * @module
 */
import { BROKER_CONFIGS } from "./broker_keys.ts";
import type { ConfigKey } from "./key.ts";

const THROTTLED_REPLICAS = {
  type: "list",
  fallback: "",
  documentation: "Kept for tools; nothing is copied to other brokers.",
} as const satisfies ConfigKey;

/** Settings of a topic. */
export const TOPIC_CONFIGS = {
  "cleanup.policy": { ...BROKER_CONFIGS["log.cleanup.policy"], broker: "log.cleanup.policy" },
  "compression.gzip.level": {
    ...BROKER_CONFIGS["compression.gzip.level"],
    broker: "compression.gzip.level",
  },
  "compression.lz4.level": {
    ...BROKER_CONFIGS["compression.lz4.level"],
    broker: "compression.lz4.level",
  },
  "compression.type": { ...BROKER_CONFIGS["compression.type"], broker: "compression.type" },
  "compression.zstd.level": {
    ...BROKER_CONFIGS["compression.zstd.level"],
    broker: "compression.zstd.level",
  },
  "delete.retention.ms": {
    ...BROKER_CONFIGS["log.cleaner.delete.retention.ms"],
    broker: "log.cleaner.delete.retention.ms",
  },
  "file.delete.delay.ms": {
    type: "long",
    fallback: "60000",
    min: 0,
    documentation: "Kept for tools; files are deleted at once.",
  },
  "flush.messages": {
    type: "long",
    fallback: "9223372036854775807",
    min: 1,
    documentation: "Kept for tools; the operating system writes to the disk when it likes.",
  },
  "flush.ms": {
    type: "long",
    fallback: "9223372036854775807",
    min: 0,
    documentation: "Kept for tools; the operating system writes to the disk when it likes.",
  },
  "follower.replication.throttled.replicas": { ...THROTTLED_REPLICAS },
  "index.interval.bytes": {
    ...BROKER_CONFIGS["log.index.interval.bytes"],
    broker: "log.index.interval.bytes",
  },
  "leader.replication.throttled.replicas": { ...THROTTLED_REPLICAS },
  "max.compaction.lag.ms": {
    ...BROKER_CONFIGS["log.cleaner.max.compaction.lag.ms"],
    broker: "log.cleaner.max.compaction.lag.ms",
  },
  "max.message.bytes": { ...BROKER_CONFIGS["message.max.bytes"], broker: "message.max.bytes" },
  "message.timestamp.after.max.ms": {
    ...BROKER_CONFIGS["log.message.timestamp.after.max.ms"],
    broker: "log.message.timestamp.after.max.ms",
  },
  "message.timestamp.before.max.ms": {
    ...BROKER_CONFIGS["log.message.timestamp.before.max.ms"],
    broker: "log.message.timestamp.before.max.ms",
  },
  "message.timestamp.type": {
    ...BROKER_CONFIGS["log.message.timestamp.type"],
    broker: "log.message.timestamp.type",
  },
  "min.cleanable.dirty.ratio": {
    ...BROKER_CONFIGS["log.cleaner.min.cleanable.ratio"],
    broker: "log.cleaner.min.cleanable.ratio",
  },
  "min.compaction.lag.ms": {
    ...BROKER_CONFIGS["log.cleaner.min.compaction.lag.ms"],
    broker: "log.cleaner.min.compaction.lag.ms",
  },
  "min.insync.replicas": {
    ...BROKER_CONFIGS["min.insync.replicas"],
    broker: "min.insync.replicas",
  },
  "preallocate": {
    type: "boolean",
    fallback: "false",
    documentation: "Kept for tools; files grow as they are written.",
  },
  "retention.bytes": { ...BROKER_CONFIGS["log.retention.bytes"], broker: "log.retention.bytes" },
  "retention.ms": { ...BROKER_CONFIGS["log.retention.ms"], broker: "log.retention.ms" },
  "segment.bytes": { ...BROKER_CONFIGS["log.segment.bytes"], broker: "log.segment.bytes" },
  "segment.index.bytes": {
    type: "int",
    fallback: "10485760",
    min: 4,
    documentation: "Kept for tools; an index grows as it must.",
  },
  "segment.jitter.ms": {
    type: "long",
    fallback: "0",
    min: 0,
    documentation: "Kept for tools; it may be up to this, and is none.",
  },
  "segment.ms": { ...BROKER_CONFIGS["log.roll.ms"], broker: "log.roll.ms" },
  "unclean.leader.election.enable": {
    ...BROKER_CONFIGS["unclean.leader.election.enable"],
    broker: "unclean.leader.election.enable",
  },
} as const satisfies Record<string, ConfigKey>;

/** Name of a topic's setting. */
export type TopicConfigName = keyof typeof TOPIC_CONFIGS;
