/**
 * Things whose settings clients change: topics, the broker, groups, subscriptions to metrics.
 * @module
 */
import type { Broker } from "../broker.ts";
import { ProtocolError } from "../protocol/errors.ts";
import { checkTopicName } from "../topic_name.ts";
import type { Topic } from "../topics.ts";
import { BROKER_CONFIGS, type BrokerConfigName } from "./broker_keys.ts";
import { checkClientMetricsConfigs, CLIENT_METRICS_CONFIGS } from "./client_metrics_keys.ts";
import { checkGroupConfigs, GROUP_CONFIGS } from "./group_keys.ts";
import type { ConfigKey, Overrides } from "./key.ts";
import { RESOURCE_TYPES } from "./resource_types.ts";
import { TOPIC_CONFIGS, type TopicConfigName } from "./topic_keys.ts";

/** A thing with settings. */
export interface ConfigResource {
  /** Settings it may have. */
  readonly keys: Record<string, ConfigKey>;
  /** Settings it was given. */
  readonly overrides: Overrides;
  /** Value of a setting now. */
  value(name: string): string;
  /** Gives it settings, those alone, or only checks them. */
  set(overrides: Overrides, validateOnly: boolean): void;
}

/**
 * Finds a thing whose settings are to be changed.
 *
 * @param broker The broker
 * @param type Kind of thing; see {@linkcode RESOURCE_TYPES}
 * @param name Its name
 * @throws {ProtocolError} There is no such thing
 */
export function resourceOf(broker: Broker, type: number, name: string): ConfigResource {
  switch (type) {
    case RESOURCE_TYPES.topic:
      return topicResource(broker, name);
    case RESOURCE_TYPES.broker:
      return brokerResource(broker, name);
    case RESOURCE_TYPES.brokerLogger:
      checkBrokerName(broker, name);
      return NO_LOGGERS;
    case RESOURCE_TYPES.clientMetrics:
      checkNamed(name, "client metrics subscription");
      return dynamicResource(broker, type, name, CLIENT_METRICS_CONFIGS, checkClientMetricsConfigs);
    case RESOURCE_TYPES.group:
      checkNamed(name, "group");
      return dynamicResource(
        broker,
        type,
        name,
        GROUP_CONFIGS,
        (overrides) => checkGroupConfigs(overrides, broker.config),
      );
  }
  throw new ProtocolError("INVALID_REQUEST", `Unexpected resource type ${type}.`);
}

/** The topic a request names. @throws {ProtocolError} There is none */
export function findTopic(broker: Broker, name: string): Topic {
  const topic = broker.topics.get(name);
  if (topic !== undefined) return topic;
  throw new ProtocolError("UNKNOWN_TOPIC_OR_PARTITION", `There is no topic '${name}'.`);
}

/** Checks that a request means this broker. @throws {ProtocolError} It means another */
export function checkBrokerName(broker: Broker, name: string): void {
  if (name === String(broker.nodeId)) return;
  throw new ProtocolError(
    "INVALID_REQUEST",
    `Unexpected broker id, expected ${broker.nodeId}, but received ${name}`,
  );
}

function topicResource(broker: Broker, name: string): ConfigResource {
  if (name === "") {
    throw new ProtocolError("INVALID_REQUEST", "Default topic resources are not allowed.");
  }
  checkTopicName(name);
  const topic = findTopic(broker, name);
  return {
    keys: TOPIC_CONFIGS,
    overrides: topic.overrides,
    value: (name) => topic.config(name as TopicConfigName),
    set: (overrides, validateOnly) => broker.topics.setOverrides(topic, overrides, validateOnly),
  };
}

/** This broker, or with an empty name all of the cluster's. */
function brokerResource(broker: Broker, name: string): ConfigResource {
  if (name !== "") checkBrokerName(broker, name);
  const { settings } = broker;
  return {
    keys: BROKER_CONFIGS,
    overrides: settings.dynamic(name),
    value: (name) => settings.value(name as BrokerConfigName),
    set: (overrides, validateOnly) => settings.setDynamic(name, overrides, validateOnly),
  };
}

function dynamicResource(
  { configs }: Broker,
  type: number,
  name: string,
  keys: Record<string, ConfigKey>,
  check: (overrides: Overrides) => void,
): ConfigResource {
  const overrides = configs.of(type, name);
  return {
    keys,
    overrides,
    value: (name) => overrides[name] ?? keys[name]?.fallback ?? "",
    set(overrides, validateOnly) {
      check(overrides);
      if (!validateOnly) configs.set(type, name, overrides);
    },
  };
}

function checkNamed(name: string, kind: string): void {
  if (name !== "") return;
  throw new ProtocolError("INVALID_REQUEST", `Default ${kind} resources are not allowed.`);
}

/** The loggers of the broker: there are none whose level could be changed. */
const NO_LOGGERS: ConfigResource = {
  keys: {},
  overrides: {},
  value: () => "",
  set(overrides) {
    const name = Object.keys(overrides)[0];
    if (name === undefined) return;
    throw new ProtocolError("INVALID_CONFIG", `Logger ${name} does not exist!`);
  },
};
