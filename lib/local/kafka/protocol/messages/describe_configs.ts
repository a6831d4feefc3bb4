/**
 * DescribeConfigs, versions 0 to 4.
 * @module
 */
import {
  array,
  bool,
  fallback,
  int16,
  int32,
  int8,
  message,
  nullable,
  since,
  string,
  until,
} from "../schema.ts";

/**
 * DescribeConfigs Request => [resources] include_synonyms(1+) include_documentation(3+)
 *   resources => resource_type resource_name [configuration_keys]
 */
export const describeConfigsRequest = message({
  flexibleSince: 4,
  fields: {
    resources: array({
      resourceType: int8,
      resourceName: string,
      configurationKeys: nullable(array(string)),
    }),
    includeSynonyms: since(1, bool),
    includeDocumentation: since(3, bool),
  },
});

/**
 * DescribeConfigs Response => throttle_time_ms [results]
 *   results => error_code error_message resource_type resource_name [configs]
 *     configs => name value read_only is_default(0-0) config_source(1+) is_sensitive
 *         [synonyms](1+) config_type(3+) documentation(3+)
 *       synonyms => name value source
 */
export const describeConfigsResponse = message({
  flexibleSince: 4,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    results: array({
      errorCode: int16,
      errorMessage: nullable(string),
      resourceType: int8,
      resourceName: string,
      configs: array({
        name: string,
        value: nullable(string),
        readOnly: bool,
        isDefault: until(0, bool),
        configSource: since(1, fallback(int8, -1)),
        isSensitive: bool,
        synonyms: since(
          1,
          array({
            name: string,
            value: nullable(string),
            source: int8,
          }),
        ),
        configType: since(3, int8),
        documentation: since(3, nullable(string)),
      }),
    }),
  },
});
