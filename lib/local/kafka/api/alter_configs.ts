/** Sets all settings of topics: those not named go back to the broker's. @module */
import { outcomeOf } from "../protocol/errors.ts";
import { alterConfigsRequest, alterConfigsResponse } from "../protocol/messages/alter_configs.ts";
import { api, type RequestContext } from "./api.ts";
import { checkTopicResource, setOverrides } from "./incremental_alter_configs.ts";

export const alterConfigs = api({
  key: 33,
  name: "AlterConfigs",
  versions: [0, 2],
  request: alterConfigsRequest,
  response: alterConfigsResponse,
  handle({ resources, validateOnly }, { broker }: RequestContext) {
    return {
      responses: resources.map(({ resourceType, resourceName, configs }) => {
        const { errorCode, errorMessage } = outcomeOf(() => {
          const topic = checkTopicResource(broker, resourceType, resourceName);
          const overrides: Record<string, string> = {};
          for (const { name, value } of configs) if (value !== null) overrides[name] = value;
          setOverrides(broker, topic, overrides, validateOnly);
        });
        return { errorCode, errorMessage, resourceType, resourceName };
      }),
    };
  },
});
