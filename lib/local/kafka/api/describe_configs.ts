/** The settings of topics, the broker, groups, and subscriptions to metrics. @module */
import type { Broker } from "../broker.ts";
import {
  describeBroker,
  describeClientMetrics,
  describeCluster,
  describeGroup,
  describeTopic,
} from "../config/describe.ts";
import { RESOURCE_TYPES } from "../config/resource_types.ts";
import { checkBrokerName, findTopic } from "../config/resources.ts";
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  describeConfigsRequest,
  describeConfigsResponse,
} from "../protocol/messages/describe_configs.ts";
import { checkTopicName } from "../topic_name.ts";
import { api, type RequestContext } from "./api.ts";

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
  switch (type) {
    case RESOURCE_TYPES.topic:
      checkTopicName(name);
      return describeTopic(broker, findTopic(broker, name));
    case RESOURCE_TYPES.broker:
      if (name === "") return describeCluster(broker);
      checkBrokerName(broker, name);
      return describeBroker(broker);
    case RESOURCE_TYPES.brokerLogger:
      // There are none whose level could be changed.
      checkBrokerName(broker, name);
      return [];
    case RESOURCE_TYPES.clientMetrics:
      checkNamed(name, "Client metrics subscription");
      return describeClientMetrics(broker, name);
    case RESOURCE_TYPES.group:
      checkNamed(name, "Group");
      return describeGroup(broker, name);
  }
  throw new ProtocolError("INVALID_REQUEST", `Unsupported resource type: ${type}`);
}

function checkNamed(name: string, kind: string): void {
  if (name !== "") return;
  throw new ProtocolError("INVALID_REQUEST", `${kind} name must not be empty`);
}
