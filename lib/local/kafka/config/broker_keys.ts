/**
 * The settings of the broker, under Kafka's names, with Kafka's defaults where a laptop has no better
 * one.
 *
 * @see https://kafka.apache.org/documentation/#brokerconfigs
 * @module
 */
import type { ConfigKey } from "./key.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Settings of the broker. */
export const BROKER_CONFIGS = {
  "auto.create.topics.enable": {
    type: "boolean",
    fallback: "true",
    documentation: "Make a topic that a client asks for, where the client allows it.",
  },
  "broker.id": {
    type: "int",
    fallback: "1",
    kafkas: "-1",
    min: 0,
    documentation: "Number of this broker.",
  },
  "compression.gzip.level": {
    type: "int",
    fallback: "-1",
    min: 1,
    max: 9,
    sentinel: -1,
    documentation: "How hard gzip tries, where batches are compressed here; -1 is its own default.",
  },
  "compression.lz4.level": {
    type: "int",
    fallback: "9",
    min: 1,
    max: 17,
    documentation: "Kept for tools; LZ4 has one level here.",
  },
  "compression.type": {
    type: "string",
    fallback: "producer",
    allowed: ["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"],
    documentation: "How batches are compressed; producer keeps them as they were sent.",
  },
  "compression.zstd.level": {
    type: "int",
    fallback: "3",
    min: -131072,
    max: 22,
    documentation: "How hard Zstandard tries, where batches are compressed here.",
  },
  "default.replication.factor": {
    type: "int",
    fallback: "1",
    min: 1,
    documentation: "Replicas of a topic. There is one broker.",
  },
  "fetch.max.bytes": {
    type: "int",
    fallback: String(16 * 1024 * 1024),
    kafkas: "57671680",
    min: 1024,
    documentation:
      "Bytes of one answer to a fetch, at most; fewer, so that many may be on their way.",
  },
  "follower.replication.throttled.rate": {
    type: "long",
    fallback: "9223372036854775807",
    min: 0,
    documentation: "Kept for tools; there is no other broker to copy from.",
  },
  "group.consumer.heartbeat.interval.ms": {
    type: "int",
    fallback: "5000",
    min: 1,
    documentation: "How often members of the new group protocol are to be heard of.",
  },
  "group.consumer.max.heartbeat.interval.ms": {
    type: "int",
    fallback: "15000",
    min: 1,
    documentation: "Longest time between heartbeats that a group may be given.",
  },
  "group.consumer.max.session.timeout.ms": {
    type: "int",
    fallback: "60000",
    min: 1,
    documentation: "Longest session timeout that a group may be given.",
  },
  "group.consumer.max.size": {
    type: "int",
    fallback: "2147483647",
    min: 1,
    documentation: "Members of a group of the new protocol, at most.",
  },
  "group.consumer.migration.policy": {
    type: "string",
    fallback: "bidirectional",
    allowed: ["disabled", "downgrade", "upgrade", "bidirectional"],
    documentation: "Whether a group with members changes to the new protocol, and back.",
  },
  "group.consumer.min.heartbeat.interval.ms": {
    type: "int",
    fallback: "5000",
    min: 1,
    documentation: "Shortest time between heartbeats that a group may be given.",
  },
  "group.consumer.min.session.timeout.ms": {
    type: "int",
    fallback: "45000",
    min: 1,
    documentation: "Shortest session timeout that a group may be given.",
  },
  "group.consumer.session.timeout.ms": {
    type: "int",
    fallback: "45000",
    min: 1,
    documentation: "How long a member of the new group protocol may go unheard.",
  },
  "group.initial.rebalance.delay.ms": {
    type: "int",
    fallback: "0",
    kafkas: "3000",
    min: 0,
    documentation: "How long a new group waits for more members. 0: a laptop has few.",
  },
  "group.max.session.timeout.ms": {
    type: "int",
    fallback: "1800000",
    min: 1,
    documentation: "Longest session timeout a member may ask for.",
  },
  "group.max.size": {
    type: "int",
    fallback: "2147483647",
    min: 1,
    documentation: "Members of a group, at most.",
  },
  "group.min.session.timeout.ms": {
    type: "int",
    fallback: "6000",
    min: 1,
    documentation: "Shortest session timeout a member may ask for.",
  },
  "leader.replication.throttled.rate": {
    type: "long",
    fallback: "9223372036854775807",
    min: 0,
    documentation: "Kept for tools; there is no other broker that copies.",
  },
  "log.cleaner.backoff.ms": {
    type: "long",
    fallback: "15000",
    min: 0,
    documentation: "How often logs to compact are looked for.",
  },
  "log.cleaner.delete.retention.ms": {
    type: "long",
    fallback: String(DAY_MS),
    min: 0,
    documentation: "How long a compacted log keeps the tombstone of a key.",
  },
  "log.cleaner.max.compaction.lag.ms": {
    type: "long",
    fallback: "9223372036854775807",
    min: 1,
    documentation: "How long a record may stay uncompacted.",
  },
  "log.cleaner.min.cleanable.ratio": {
    type: "double",
    fallback: "0.5",
    min: 0,
    max: 1,
    documentation: "Share of a log that must be new before it is compacted again.",
  },
  "log.cleaner.min.compaction.lag.ms": {
    type: "long",
    fallback: "0",
    min: 0,
    documentation: "How long a record stays uncompacted at least.",
  },
  "log.cleanup.policy": {
    type: "list",
    fallback: "delete",
    allowed: ["compact", "delete"],
    documentation: "Whether old segments are deleted, or keep of each key the newest record alone.",
  },
  "log.index.interval.bytes": {
    type: "int",
    fallback: "4096",
    min: 0,
    documentation: "Bytes between two entries of an index.",
  },
  "log.message.timestamp.after.max.ms": {
    type: "long",
    fallback: "3600000",
    min: 0,
    documentation: "How far a producer's time may be ahead of the broker's.",
  },
  "log.message.timestamp.before.max.ms": {
    type: "long",
    fallback: "9223372036854775807",
    min: 0,
    documentation: "How far a producer's time may be behind the broker's.",
  },
  "log.message.timestamp.type": {
    type: "string",
    fallback: "CreateTime",
    allowed: ["CreateTime", "LogAppendTime"],
    documentation: "Whether the producer or the broker stamps records.",
  },
  "log.retention.bytes": {
    type: "long",
    fallback: "-1",
    min: -1,
    documentation: "Bytes a partition keeps; -1 is no limit.",
  },
  "log.retention.check.interval.ms": {
    type: "long",
    fallback: "300000",
    min: 1,
    documentation: "How often old segments are looked for.",
  },
  "log.retention.ms": {
    type: "long",
    fallback: String(7 * DAY_MS),
    min: -1,
    documentation: "How long a record is kept; -1 is for ever.",
  },
  "log.roll.ms": {
    type: "long",
    fallback: String(7 * DAY_MS),
    min: 1,
    documentation: "Age at which a segment is followed by another.",
  },
  "log.segment.bytes": {
    type: "int",
    fallback: String(128 * 1024 * 1024),
    kafkas: "1073741824",
    min: 1024,
    documentation:
      "Size at which a segment is followed by another; smaller, so that starting is fast.",
  },
  "message.max.bytes": {
    type: "int",
    fallback: "1048588",
    min: 0,
    documentation: "Bytes of a record batch, at most.",
  },
  "min.insync.replicas": {
    type: "int",
    fallback: "1",
    min: 1,
    documentation: "Replicas that must have a record. There is one broker.",
  },
  "num.partitions": {
    type: "int",
    fallback: "3",
    kafkas: "1",
    min: 1,
    documentation:
      "Partitions of a topic made without a number; more, so that consumers can share.",
  },
  "offset.metadata.max.bytes": {
    type: "int",
    fallback: "4096",
    min: 0,
    documentation: "Bytes of the text beside a committed offset, at most.",
  },
  "replica.alter.log.dirs.io.max.bytes.per.second": {
    type: "long",
    fallback: "9223372036854775807",
    min: 0,
    documentation: "Kept for tools; there is one folder, within which nothing moves.",
  },
  "socket.request.max.bytes": {
    type: "int",
    fallback: String(100 * 1024 * 1024),
    min: 1,
    documentation: "Bytes of a request, at most.",
  },
  "unclean.leader.election.enable": {
    type: "boolean",
    fallback: "false",
    documentation: "Kept for tools; each partition has one replica.",
  },
} as const satisfies Record<string, ConfigKey>;

/** Name of a broker's setting. */
export type BrokerConfigName = keyof typeof BROKER_CONFIGS;
