/**
 * The settings of consumer groups of the new protocol (KIP-848), which follow the broker's.
 *
 * @see https://kafka.apache.org/documentation/#groupconfigs
 * @module
 */
import { ProtocolError } from "../protocol/errors.ts";
import { BROKER_CONFIGS, type BrokerConfigName } from "./broker_keys.ts";
import { checkConfig, type ConfigKey, type Overrides } from "./key.ts";

/** Settings of a group. */
export const GROUP_CONFIGS = {
  "consumer.heartbeat.interval.ms": {
    ...BROKER_CONFIGS["group.consumer.heartbeat.interval.ms"],
    broker: "group.consumer.heartbeat.interval.ms",
  },
  "consumer.session.timeout.ms": {
    ...BROKER_CONFIGS["group.consumer.session.timeout.ms"],
    broker: "group.consumer.session.timeout.ms",
  },
} as const satisfies Record<string, ConfigKey>;

/** Name of a group's setting. */
export type GroupConfigName = keyof typeof GROUP_CONFIGS;

/** The broker's settings that bound a group's. */
const BOUNDS: Record<GroupConfigName, [min: BrokerConfigName, max: BrokerConfigName]> = {
  "consumer.heartbeat.interval.ms": [
    "group.consumer.min.heartbeat.interval.ms",
    "group.consumer.max.heartbeat.interval.ms",
  ],
  "consumer.session.timeout.ms": [
    "group.consumer.min.session.timeout.ms",
    "group.consumer.max.session.timeout.ms",
  ],
};

/**
 * Checks the settings of a group.
 *
 * @param overrides Those it is given
 * @param broker The broker's
 * @throws {ProtocolError} INVALID_CONFIG
 */
export function checkGroupConfigs(
  overrides: Overrides,
  broker: (name: BrokerConfigName) => string,
): void {
  const fail = (why: string) => {
    throw new ProtocolError("INVALID_CONFIG", why);
  };
  for (const [name, value] of Object.entries(overrides)) {
    if (!Object.hasOwn(GROUP_CONFIGS, name)) fail(`Unknown group config name: ${name}`);
    checkConfig(GROUP_CONFIGS, name, value);
    const [min, max] = BOUNDS[name as GroupConfigName];
    if (Number(value) < Number(broker(min))) {
      fail(`${name} must be greater than or equal to ${min}`);
    }
    if (Number(value) > Number(broker(max))) fail(`${name} must be less than or equal to ${max}`);
  }
  const [heartbeat, session] = Object.keys(GROUP_CONFIGS).map((name) =>
    Number(overrides[name] ?? broker(GROUP_CONFIGS[name as GroupConfigName].broker))
  );
  if (heartbeat! >= session!) {
    fail("consumer.heartbeat.interval.ms must be less than consumer.session.timeout.ms");
  }
}
