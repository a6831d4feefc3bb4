/**
 * Settings as clients are shown them: with their value, where it comes from, and what else it would
 * come from.
 * @module
 */
import type { Broker } from "../broker.ts";
import type { Topic } from "../topics.ts";
import { BROKER_CONFIGS, type BrokerConfigName } from "./broker_keys.ts";
import { isDynamic } from "./broker_settings.ts";
import { CLIENT_METRICS_CONFIGS } from "./client_metrics_keys.ts";
import { GROUP_CONFIGS } from "./group_keys.ts";
import { CONFIG_TYPES, type ConfigKey } from "./key.ts";
import { RESOURCE_TYPES } from "./resource_types.ts";
import { TOPIC_CONFIGS } from "./topic_keys.ts";

/** Where a setting's value comes from (`DescribeConfigsResponse.ConfigSource`). */
const SOURCES = {
  topic: 1,
  dynamicBroker: 2,
  dynamicCluster: 3,
  broker: 4,
  fallback: 5,
  clientMetrics: 7,
  group: 8,
} as const;

interface Synonym {
  name: string;
  value: string;
  source: number;
}

/** The settings of a topic, those that it was given first among where they come from. */
export function describeTopic(broker: Broker, topic: Topic) {
  return Object.entries<ConfigKey>(TOPIC_CONFIGS).map(([name, key]) =>
    describe(name, key, [
      ...given(topic.overrides, name, SOURCES.topic),
      ...inherited(broker, name, key),
    ])
  );
}

/** The settings of the broker. */
export function describeBroker(broker: Broker) {
  return Object.entries<ConfigKey>(BROKER_CONFIGS).map(([name, key]) =>
    describe(name, key, ofBroker(broker, name as BrokerConfigName), !isDynamic(name))
  );
}

/** The settings that all of the cluster's brokers were given at run time. */
export function describeCluster({ settings }: Broker) {
  const overrides = settings.dynamic("");
  return Object.keys(overrides).sort().map((name) =>
    describe(
      name,
      BROKER_CONFIGS[name as BrokerConfigName],
      given(overrides, name, SOURCES.dynamicCluster),
    )
  );
}

/** The settings of a consumer group, whether there is one or not. */
export function describeGroup(broker: Broker, groupId: string) {
  const overrides = broker.configs.of(RESOURCE_TYPES.group, groupId);
  return Object.entries<ConfigKey>(GROUP_CONFIGS).map(([name, key]) =>
    describe(name, key, [
      ...given(overrides, name, SOURCES.group),
      ...inherited(broker, name, key),
    ])
  );
}

/** The settings of a subscription to clients' metrics, whether there is one or not. */
export function describeClientMetrics({ configs }: Broker, name: string) {
  const overrides = configs.of(RESOURCE_TYPES.clientMetrics, name);
  return Object.entries<ConfigKey>(CLIENT_METRICS_CONFIGS).map(([name, key]) => {
    const own = given(overrides, name, SOURCES.clientMetrics);
    // As Kafka's: a default is told of, but not among what the value comes from.
    return own.length > 0
      ? describe(name, key, own)
      : { ...describe(name, key, fallbackOf(name, key)), isDefault: false, synonyms: [] };
  });
}

function given(overrides: Readonly<Record<string, string>>, name: string, source: number) {
  const value = overrides[name];
  return value === undefined ? [] : [{ name, value, source }];
}

/** Where a setting comes from that follows one of the broker's, or has its own default. */
function inherited(broker: Broker, name: string, key: ConfigKey): Synonym[] {
  return key.broker === undefined
    ? fallbackOf(name, key)
    : ofBroker(broker, key.broker as BrokerConfigName);
}

function ofBroker({ settings, nodeId }: Broker, name: BrokerConfigName): Synonym[] {
  return [
    ...given(settings.dynamic(String(nodeId)), name, SOURCES.dynamicBroker),
    ...given(settings.dynamic(""), name, SOURCES.dynamicCluster),
    ...given(settings.given, name, SOURCES.broker),
    ...fallbackOf(name, BROKER_CONFIGS[name]),
  ];
}

function fallbackOf(name: string, { fallback }: ConfigKey): Synonym[] {
  return [{ name, value: fallback, source: SOURCES.fallback }];
}

function describe(name: string, key: ConfigKey, synonyms: Synonym[], readOnly = false) {
  const { value, source } = synonyms[0]!;
  return {
    name,
    value,
    readOnly,
    isDefault: source === SOURCES.fallback,
    configSource: source,
    isSensitive: false,
    synonyms,
    configType: CONFIG_TYPES[key.type],
    documentation: key.documentation,
  };
}
