/** The settings of topics and of the broker. @module */
import type { Broker } from "../broker.ts";
import {
  BROKER_CONFIGS,
  type BrokerConfigName,
  CONFIG_TYPES,
  type ConfigKey,
  TOPIC_CONFIGS,
  type TopicConfigName,
} from "../configs.ts";
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  describeConfigsRequest,
  describeConfigsResponse,
} from "../protocol/messages/describe_configs.ts";
import { checkTopicName } from "../topic_name.ts";
import type { Topic } from "../topics.ts";
import { api, type RequestContext } from "./api.ts";

/** Kinds of things that have settings. */
export const RESOURCE_TYPES = { topic: 2, broker: 4 } as const;

/** Where a setting's value comes from. */
const SOURCES = { topic: 1, broker: 4, fallback: 5 } as const;

export const describeConfigs = api({
  key: 32,
  name: "DescribeConfigs",
  versions: [0, 4],
  request: describeConfigsRequest,
  response: describeConfigsResponse,
  handle({ resources, includeSynonyms, includeDocumentation }, { broker }: RequestContext) {
    return {
      results: resources.map(({ resourceType, resourceName, configurationKeys }) => {
        const { errorCode, errorMessage, value } = outcomeOf(() =>
          describeResource(broker, resourceType, resourceName)
        );
        const configs = (value ?? [])
          .filter(({ name }) => !configurationKeys?.length || configurationKeys.includes(name))
          .map((config) => ({
            ...config,
            synonyms: includeSynonyms ? config.synonyms : [],
            documentation: includeDocumentation ? config.documentation : null,
          }));
        return { errorCode, errorMessage: errorMessage ?? "", resourceType, resourceName, configs };
      }),
    };
  },
});

function describeResource(broker: Broker, type: number, name: string) {
  if (type === RESOURCE_TYPES.topic) {
    checkTopicName(name);
    return describeTopicConfigs(broker, findTopic(broker, name));
  }
  if (type === RESOURCE_TYPES.broker) {
    checkBroker(broker, name);
    return describeBrokerConfigs(broker);
  }
  throw new ProtocolError("INVALID_REQUEST", `Resources of type ${type} have no settings here.`);
}

/** The topic a request names. @throws {ProtocolError} There is none */
export function findTopic(broker: Broker, name: string): Topic {
  const topic = broker.topics.get(name);
  if (topic !== undefined) return topic;
  throw new ProtocolError("UNKNOWN_TOPIC_OR_PARTITION", `There is no topic '${name}'.`);
}

/** Checks that a request means this broker; an empty name means all of them. */
function checkBroker(broker: Broker, name: string): void {
  if (name === "" || name === String(broker.nodeId)) return;
  throw new ProtocolError(
    "INVALID_REQUEST",
    `Unexpected broker id, expected ${broker.nodeId}, but received ${name}.`,
  );
}

/**
 * The settings of a topic, as DescribeConfigs and CreateTopics show them.
 *
 * @param broker The broker, whose settings the topic's follow
 * @param topic The topic
 */
export function describeTopicConfigs(broker: Broker, topic: Topic) {
  return Object.entries<ConfigKey>(TOPIC_CONFIGS).map(([name, key]) => {
    const synonyms = key.broker === undefined
      ? [{ name, value: key.fallback, source: SOURCES.fallback }]
      : brokerSynonyms(broker, key.broker as BrokerConfigName);
    const own = topic.overrides[name];
    if (own !== undefined) synonyms.unshift({ name, value: own, source: SOURCES.topic });
    return describe(name, key, topic.config(name as TopicConfigName), false, synonyms);
  });
}

function describeBrokerConfigs(broker: Broker) {
  return Object.entries<ConfigKey>(BROKER_CONFIGS).map(([name, key]) =>
    describe(
      name,
      key,
      broker.config(name as BrokerConfigName),
      true,
      brokerSynonyms(broker, name as BrokerConfigName),
    )
  );
}

interface Synonym {
  name: string;
  value: string;
  source: number;
}

function brokerSynonyms(broker: Broker, name: BrokerConfigName): Synonym[] {
  const fallback = { name, value: BROKER_CONFIGS[name].fallback, source: SOURCES.fallback };
  const own = broker.overrides[name];
  return own === undefined ? [fallback] : [{ name, value: own, source: SOURCES.broker }, fallback];
}

function describe(
  name: string,
  key: ConfigKey,
  value: string,
  readOnly: boolean,
  synonyms: Synonym[],
) {
  const configSource = synonyms[0]!.source;
  return {
    name,
    value,
    readOnly,
    isDefault: configSource === SOURCES.fallback,
    configSource,
    isSensitive: false,
    synonyms,
    configType: CONFIG_TYPES[key.type],
    documentation: key.documentation,
  };
}
