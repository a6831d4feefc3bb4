/**
 * DescribeClientQuotas, versions 0 to 1.
 * @module
 */
import {
  array,
  bool,
  fallback,
  float64,
  int16,
  int32,
  int8,
  message,
  nullable,
  string,
} from "../schema.ts";

/**
 * DescribeClientQuotas Request => [components] strict
 *   components => entity_type match_type match
 */
export const describeClientQuotasRequest = message({
  flexibleSince: 1,
  fields: {
    components: array({
      entityType: string,
      matchType: int8,
      match: nullable(string),
    }),
    strict: bool,
  },
});

/**
 * DescribeClientQuotas Response => throttle_time_ms error_code error_message [entries]
 *   entries => [entity] [values]
 *     entity => entity_type entity_name
 *     values => key value
 */
export const describeClientQuotasResponse = message({
  flexibleSince: 1,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    entries: nullable(array({
      entity: array({
        entityType: string,
        entityName: nullable(string),
      }),
      values: array({
        key: string,
        value: float64,
      }),
    })),
  },
});
