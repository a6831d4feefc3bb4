/** Changes single settings of topics. @module */
import type { Broker } from "../broker.ts";
import { TOPIC_CONFIGS, type TopicConfigName } from "../configs.ts";
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  incrementalAlterConfigsRequest,
  incrementalAlterConfigsResponse,
} from "../protocol/messages/incremental_alter_configs.ts";
import type { Topic } from "../topics.ts";
import { api, type RequestContext } from "./api.ts";
import { checkTopicName } from "../topic_name.ts";
import { findTopic, RESOURCE_TYPES } from "./describe_configs.ts";

/** What to do with a setting (KIP-339). */
const OPERATIONS = { set: 0, delete: 1, append: 2, subtract: 3 } as const;

export const incrementalAlterConfigs = api({
  key: 44,
  name: "IncrementalAlterConfigs",
  versions: [0, 1],
  request: incrementalAlterConfigsRequest,
  response: incrementalAlterConfigsResponse,
  handle({ resources, validateOnly }, { broker }: RequestContext) {
    return {
      responses: resources.map(({ resourceType, resourceName, configs }) => {
        const { errorCode, errorMessage } = outcomeOf(() => {
          const topic = checkTopicResource(broker, resourceType, resourceName);
          const overrides = { ...topic.overrides };
          if (new Set(configs.map(({ name }) => name)).size !== configs.length) {
            throw new ProtocolError("INVALID_REQUEST", "Error due to duplicate config keys");
          }
          for (const { name, configOperation, value } of configs) {
            change(topic, overrides, name, configOperation, value);
          }
          broker.topics.setOverrides(topic, overrides, validateOnly);
        });
        return { errorCode, errorMessage, resourceType, resourceName };
      }),
    };
  },
});

/** The topic whose settings a request changes. @throws {ProtocolError} It is none */
export function checkTopicResource(broker: Broker, type: number, name: string): Topic {
  if (type === RESOURCE_TYPES.topic) {
    if (name === "") {
      throw new ProtocolError("INVALID_REQUEST", "Default topic resources are not allowed.");
    }
    checkTopicName(name);
    return findTopic(broker, name);
  }
  throw new ProtocolError(
    "INVALID_REQUEST",
    type === RESOURCE_TYPES.broker
      ? "The broker's settings are given when it starts, and cannot be changed."
      : `Resources of type ${type} have no settings here.`,
  );
}

function change(
  topic: Topic,
  overrides: Record<string, string>,
  name: string,
  operation: number,
  value: string | null,
): void {
  if (operation === OPERATIONS.delete) {
    delete overrides[name];
    return;
  }
  if (value === null) {
    throw new ProtocolError("INVALID_REQUEST", `Setting ${name} is given no value.`);
  }
  if (operation === OPERATIONS.set) {
    overrides[name] = value;
    return;
  }
  const isList = Object.hasOwn(TOPIC_CONFIGS, name) &&
    TOPIC_CONFIGS[name as TopicConfigName].type === "list";
  if (operation !== OPERATIONS.append && operation !== OPERATIONS.subtract) {
    throw new ProtocolError("INVALID_REQUEST", `There is no operation ${operation}.`);
  }
  if (!isList) {
    throw new ProtocolError(
      "INVALID_CONFIG",
      `Can't ${
        operation === OPERATIONS.append ? "APPEND to" : "SUBTRACT from"
      } key ${name} because ` +
        "its type is not LIST.",
    );
  }
  const current = overrides[name] ?? topic.config(name as TopicConfigName);
  const items = new Set(current.split(",").filter((item) => item !== ""));
  for (const item of value.split(",")) {
    if (operation === OPERATIONS.append) items.add(item);
    else items.delete(item);
  }
  overrides[name] = [...items].join(",");
}
