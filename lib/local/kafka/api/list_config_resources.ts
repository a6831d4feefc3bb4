/** Things that have settings of their own, by kind. @module */
import type { Broker } from "../broker.ts";
import { RESOURCE_TYPES } from "../config/resource_types.ts";
import { ERRORS } from "../protocol/errors.ts";
import {
  listConfigResourcesRequest,
  listConfigResourcesResponse,
} from "../protocol/messages/list_config_resources.ts";
import { api, type RequestContext } from "./api.ts";

/** First version that asks for other kinds than subscriptions to metrics (KIP-1142). */
const TYPES_SINCE = 1;

export const listConfigResources = api({
  key: 74,
  name: "ListConfigResources",
  versions: [0, 1],
  request: listConfigResourcesRequest,
  response: listConfigResourcesResponse,
  handle({ resourceTypes }, { broker, version }: RequestContext) {
    const all = Object.values<number>(RESOURCE_TYPES);
    const wanted = version < TYPES_SINCE
      ? [RESOURCE_TYPES.clientMetrics]
      : resourceTypes.length === 0
      ? all
      : resourceTypes;
    if (wanted.some((type) => !all.includes(type))) {
      return { errorCode: ERRORS.UNSUPPORTED_VERSION, configResources: [] };
    }
    return {
      errorCode: ERRORS.NONE,
      configResources: [...new Set(wanted)].flatMap((resourceType) =>
        namesOf(broker, resourceType).map((resourceName) => ({ resourceName, resourceType }))
      ),
    };
  },
});

function namesOf(broker: Broker, type: number): string[] {
  switch (type) {
    case RESOURCE_TYPES.topic:
      return broker.topics.all().map(({ name }) => name);
    case RESOURCE_TYPES.broker:
    case RESOURCE_TYPES.brokerLogger:
      return [String(broker.nodeId)];
    default:
      return broker.configs.names(type);
  }
}
