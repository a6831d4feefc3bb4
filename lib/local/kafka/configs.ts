/**
 * The settings of broker and topics, under Kafka's names, with Kafka's defaults where a laptop has
 * no better one.
 *
 * @see https://kafka.apache.org/documentation/#configuration
 * @module
 */
import { ProtocolError } from "./protocol/errors.ts";

/** Types of settings, with their number in DescribeConfigs. */
export const CONFIG_TYPES = { boolean: 1, string: 2, int: 3, long: 5, double: 6, list: 7 } as const;

/** A setting. */
export interface ConfigKey {
  type: keyof typeof CONFIG_TYPES;
  fallback: string;
  /** Least and greatest value of a number. */
  min?: number;
  max?: number;
  /** A number that stands for something else, outside those bounds. */
  sentinel?: number;
  /** Values of text or of a list's elements. */
  allowed?: readonly string[];
  /** The broker's setting that a topic's follows. */
  broker?: string;
  documentation: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Settings of the broker. */
export const BROKER_CONFIGS = {
  "auto.create.topics.enable": {
    type: "boolean",
    fallback: "true",
    documentation: "Make a topic that a client asks for, where the client allows it.",
  },
  "broker.id": { type: "int", fallback: "1", min: 0, documentation: "Number of this broker." },
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
    min: 1024,
    documentation: "Bytes of one answer to a fetch, at most.",
  },
  "group.initial.rebalance.delay.ms": {
    type: "int",
    fallback: "0",
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
    min: 1,
    documentation: "Partitions of a topic made without a number.",
  },
  "offset.metadata.max.bytes": {
    type: "int",
    fallback: "4096",
    min: 0,
    documentation: "Bytes of the text beside a committed offset, at most.",
  },
  "socket.request.max.bytes": {
    type: "int",
    fallback: String(100 * 1024 * 1024),
    min: 1,
    documentation: "Bytes of a request, at most.",
  },
} as const satisfies Record<string, ConfigKey>;

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
  "index.interval.bytes": {
    ...BROKER_CONFIGS["log.index.interval.bytes"],
    broker: "log.index.interval.bytes",
  },
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
  "segment.ms": { ...BROKER_CONFIGS["log.roll.ms"], broker: "log.roll.ms" },
} as const satisfies Record<string, ConfigKey>;

/** Name of a broker's setting. */
export type BrokerConfigName = keyof typeof BROKER_CONFIGS;

/** Name of a topic's setting. */
export type TopicConfigName = keyof typeof TOPIC_CONFIGS;

/** Settings that differ from the defaults, by name. */
export type Overrides = Readonly<Record<string, string>>;

/**
 * Checks a setting's name and value.
 *
 * @param keys Settings there are
 * @param name Name
 * @param value Value, as text
 * @throws {ProtocolError} INVALID_CONFIG
 */
export function checkConfig(keys: Record<string, ConfigKey>, name: string, value: string): void {
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key === undefined) {
    throw new ProtocolError("INVALID_CONFIG", `Unknown topic config name: ${name}`);
  }
  const fault = faultOf(key, value);
  if (fault === undefined) return;
  throw new ProtocolError(
    "INVALID_CONFIG",
    `Invalid value ${value} for configuration ${name}: ${fault}`,
  );
}

function faultOf(key: ConfigKey, value: string): string | undefined {
  switch (key.type) {
    case "boolean":
      return /^(true|false)$/i.test(value)
        ? undefined
        : "Expected value to be either true or false";
    case "int":
    case "long":
    case "double": {
      const number = Number(value);
      const whole = key.type === "double" || /^-?\d+$/.test(value.trim());
      if (!whole || Number.isNaN(number) || value.trim() === "") {
        return `Not a number of type ${key.type.toUpperCase()}`;
      }
      if (key.type !== "double" && !fits(value.trim(), key.type === "int" ? 32 : 64)) {
        return `Not a number of type ${key.type.toUpperCase()}`;
      }
      if (number === key.sentinel) return undefined;
      if (key.min !== undefined && number < key.min) return `Value must be at least ${key.min}`;
      return key.max !== undefined && number > key.max
        ? `Value must be no more than ${key.max}`
        : undefined;
    }
    case "string":
    case "list": {
      const allowed = key.allowed;
      const values = key.type === "list" ? listItems(value) : [value];
      return allowed === undefined || values.every((item) => allowed.includes(item))
        ? undefined
        : `String must be one of: ${allowed.join(", ")}`;
    }
  }
}

function fits(digits: string, bits: number): boolean {
  return BigInt.asIntN(bits, BigInt(digits)) === BigInt(digits);
}

/** The elements of a list. */
export function listItems(value: string): string[] {
  return value.split(",").map((item) => item.trim()).filter((item) => item !== "");
}
