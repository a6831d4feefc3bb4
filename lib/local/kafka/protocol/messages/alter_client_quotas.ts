/**
 * AlterClientQuotas, versions 0 to 1.
 * @module
 */
import {
  array,
  bool,
  fallback,
  float64,
  int16,
  int32,
  message,
  nullable,
  string,
} from "../schema.ts";

/**
 * AlterClientQuotas Request => [entries] validate_only
 *   entries => [entity] [ops]
 *     entity => entity_type entity_name
 *     ops => key value remove
 */
export const alterClientQuotasRequest = message({
  flexibleSince: 1,
  fields: {
    entries: array({
      entity: array({
        entityType: string,
        entityName: nullable(string),
      }),
      ops: array({
        key: string,
        value: float64,
        remove: bool,
      }),
    }),
    validateOnly: bool,
  },
});

/**
 * AlterClientQuotas Response => throttle_time_ms [entries]
 *   entries => error_code error_message [entity]
 *     entity => entity_type entity_name
 */
export const alterClientQuotasResponse = message({
  flexibleSince: 1,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    entries: array({
      errorCode: int16,
      errorMessage: nullable(string),
      entity: array({
        entityType: string,
        entityName: nullable(string),
      }),
    }),
  },
});
