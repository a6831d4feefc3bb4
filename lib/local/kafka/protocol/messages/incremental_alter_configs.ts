/**
 * IncrementalAlterConfigs, versions 0 to 1.
 * @module
 */
import { array, bool, fallback, int16, int32, int8, message, nullable, string } from "../schema.ts";

/**
 * IncrementalAlterConfigs Request => [resources] validate_only
 *   resources => resource_type resource_name [configs]
 *     configs => name config_operation value
 */
export const incrementalAlterConfigsRequest = message({
  flexibleSince: 1,
  fields: {
    resources: array({
      resourceType: int8,
      resourceName: string,
      configs: array({
        name: string,
        configOperation: int8,
        value: nullable(string),
      }),
    }),
    validateOnly: bool,
  },
});

/**
 * IncrementalAlterConfigs Response => throttle_time_ms [responses]
 *   responses => error_code error_message resource_type resource_name
 */
export const incrementalAlterConfigsResponse = message({
  flexibleSince: 1,
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
