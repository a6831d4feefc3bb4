/**
 * AlterConfigs, versions 0 to 2.
 * @module
 */
import { array, bool, fallback, int16, int32, int8, message, nullable, string } from "../schema.ts";

/**
 * AlterConfigs Request => [resources] validate_only
 *   resources => resource_type resource_name [configs]
 *     configs => name value
 */
export const alterConfigsRequest = message({
  flexibleSince: 2,
  fields: {
    resources: array({
      resourceType: int8,
      resourceName: string,
      configs: array({
        name: string,
        value: nullable(string),
      }),
    }),
    validateOnly: bool,
  },
});

/**
 * AlterConfigs Response => throttle_time_ms [responses]
 *   responses => error_code error_message resource_type resource_name
 */
export const alterConfigsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    responses: array({
      errorCode: int16,
      errorMessage: nullable(string),
      resourceType: int8,
      resourceName: string,
    }),
  },
});
