/** Sets all settings of things: those not named go back to their defaults. @module */
import { RESOURCE_TYPES } from "../config/resource_types.ts";
import { resourceOf } from "../config/resources.ts";
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import { alterConfigsRequest, alterConfigsResponse } from "../protocol/messages/alter_configs.ts";
import { api, type RequestContext } from "./api.ts";

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
          const resource = resourceOf(broker, resourceType, resourceName);
          if (resourceType === RESOURCE_TYPES.brokerLogger) {
            throw new ProtocolError("INVALID_REQUEST", "Loggers' levels are set one by one.");
          }
          const overrides: Record<string, string> = {};
          for (const { name, value } of configs) {
            if (value === null) {
              throw new ProtocolError("INVALID_REQUEST", `Setting ${name} is given no value.`);
            }
            overrides[name] = value;
          }
          resource.set(overrides, validateOnly);
        });
        return { errorCode, errorMessage, resourceType, resourceName };
      }),
    };
  },
});
