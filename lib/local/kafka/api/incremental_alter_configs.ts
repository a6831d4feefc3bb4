/** Changes single settings of things. @module */
import { listItems } from "../config/key.ts";
import { type ConfigResource, resourceOf } from "../config/resources.ts";
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  incrementalAlterConfigsRequest,
  incrementalAlterConfigsResponse,
} from "../protocol/messages/incremental_alter_configs.ts";
import { api, type RequestContext } from "./api.ts";

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
          const resource = resourceOf(broker, resourceType, resourceName);
          const overrides = { ...resource.overrides };
          if (new Set(configs.map(({ name }) => name)).size !== configs.length) {
            throw new ProtocolError("INVALID_REQUEST", "Error due to duplicate config keys");
          }
          for (const { name, configOperation, value } of configs) {
            change(resource, overrides, name, configOperation, value);
          }
          resource.set(overrides, validateOnly);
        });
        return { errorCode, errorMessage, resourceType, resourceName };
      }),
    };
  },
});

function change(
  resource: ConfigResource,
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
  const isList = Object.hasOwn(resource.keys, name) && resource.keys[name]!.type === "list";
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
  const items = new Set(listItems(overrides[name] ?? resource.value(name)));
  for (const item of value.split(",")) {
    if (operation === OPERATIONS.append) items.add(item);
    else items.delete(item);
  }
  overrides[name] = [...items].join(",");
}
