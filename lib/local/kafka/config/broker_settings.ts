/**
 * The broker's settings: those given when it starts, and over them those given at run time, to this
 * broker or to all of the cluster's (KIP-226).
 * @module
 */
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import { BROKER_CONFIGS, type BrokerConfigName } from "./broker_keys.ts";
import type { DynamicConfigs } from "./dynamic.ts";
import { checkConfig, type Overrides } from "./key.ts";
import { RESOURCE_TYPES } from "./resource_types.ts";

/** The settings. */
export interface BrokerSettings {
  /** Value of a setting now. */
  value(name: BrokerConfigName): string;
  /** What was given when the broker started. */
  readonly given: Overrides;
  /** What was given at run time to a broker by its number, or with an empty name to all. */
  dynamic(name: string): Overrides;
  /** Sets what is given at run time, or only checks it. */
  setDynamic(name: string, overrides: Overrides, validateOnly: boolean): void;
}

/** Settings that take effect at run time, as in Kafka; others need a start. */
const DYNAMIC = new Set<string>(
  [
    "compression.gzip.level",
    "compression.lz4.level",
    "compression.type",
    "compression.zstd.level",
    "follower.replication.throttled.rate",
    "leader.replication.throttled.rate",
    "log.cleaner.backoff.ms",
    "log.cleaner.delete.retention.ms",
    "log.cleaner.max.compaction.lag.ms",
    "log.cleaner.min.cleanable.ratio",
    "log.cleaner.min.compaction.lag.ms",
    "log.cleanup.policy",
    "log.index.interval.bytes",
    "log.message.timestamp.after.max.ms",
    "log.message.timestamp.before.max.ms",
    "log.message.timestamp.type",
    "log.retention.bytes",
    "log.retention.ms",
    "log.roll.ms",
    "log.segment.bytes",
    "message.max.bytes",
    "min.insync.replicas",
    "replica.alter.log.dirs.io.max.bytes.per.second",
    "unclean.leader.election.enable",
  ] satisfies BrokerConfigName[],
);

/** Whether a setting takes effect at run time. */
export function isDynamic(name: string): boolean {
  return DYNAMIC.has(name);
}

/**
 * Opens the settings.
 *
 * @param given What was given for this start
 * @param configs What was given at run time
 * @param onChange Told of what is given at run time from now on
 * @throws {ProtocolError} INVALID_CONFIG: a setting is unknown, or its value is
 */
export function openBrokerSettings(
  given: Overrides,
  configs: DynamicConfigs,
  onChange: () => void,
): BrokerSettings {
  for (const [name, value] of Object.entries(given)) checkConfig(BROKER_CONFIGS, name, value);
  const nodeId = given["broker.id"] ?? BROKER_CONFIGS["broker.id"].fallback;
  const dynamic = (name: string) => configs.of(RESOURCE_TYPES.broker, name);
  const merged = (): Overrides => ({ ...given, ...dynamic(""), ...dynamic(nodeId) });
  let values = merged();
  return {
    value: (name) => values[name] ?? BROKER_CONFIGS[name].fallback,
    given,
    dynamic,
    setDynamic(name, overrides, validateOnly) {
      checkChanges(dynamic(name), overrides);
      if (validateOnly) return;
      configs.set(RESOURCE_TYPES.broker, name, overrides);
      values = merged();
      onChange();
    },
  };
}

function checkChanges(from: Overrides, to: Overrides): void {
  const changed = Object.keys(to).filter((name) => to[name] !== from[name]);
  const unknown = changed.find((name) => !Object.hasOwn(BROKER_CONFIGS, name));
  if (unknown !== undefined) {
    throw new ProtocolError("INVALID_REQUEST", `This broker has no setting ${unknown}.`);
  }
  const fixed = changed.filter((name) => !isDynamic(name));
  if (fixed.length > 0) {
    throw new ProtocolError(
      "INVALID_REQUEST",
      `Cannot update these configs dynamically: [${fixed.join(", ")}]`,
    );
  }
  for (const name of changed) {
    const { refusal } = outcomeOf(() => checkConfig(BROKER_CONFIGS, name, to[name]!));
    // As Kafka's, whose brokers answer otherwise than its topics.
    if (refusal !== undefined) throw new ProtocolError("INVALID_REQUEST", refusal.message);
  }
}
