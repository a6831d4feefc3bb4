/**
 * ListConfigResources, versions 0 to 1.
 * @module
 */
import { array, fallback, int16, int32, int8, message, since, string } from "../schema.ts";

/**
 * ListConfigResources Request => [resource_types](1+)
 */
export const listConfigResourcesRequest = message({
  flexibleSince: 0,
  fields: {
    resourceTypes: since(1, array(int8)),
  },
});

/**
 * ListConfigResources Response => throttle_time_ms error_code [config_resources]
 *   config_resources => resource_name resource_type(1+)
 */
export const listConfigResourcesResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    configResources: array({
      resourceName: string,
      resourceType: since(1, fallback(int8, 16)),
    }),
  },
});
