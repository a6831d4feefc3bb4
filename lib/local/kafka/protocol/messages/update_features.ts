/**
 * UpdateFeatures, versions 0 to 2.
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
 * UpdateFeatures Request => timeout_ms [feature_updates] validate_only(1+)
 *   feature_updates => feature max_version_level allow_downgrade(0-0) upgrade_type(1+)
 */
export const updateFeaturesRequest = message({
  flexibleSince: 0,
  fields: {
    timeoutMs: fallback(int32, 60000),
    featureUpdates: array({
      feature: string,
      maxVersionLevel: int16,
      allowDowngrade: until(0, bool),
      upgradeType: since(1, fallback(int8, 1)),
    }),
    validateOnly: since(1, fallback(bool, false)),
  },
});

/**
 * UpdateFeatures Response => throttle_time_ms error_code error_message [results](0-1)
 *   results => feature error_code error_message
 */
export const updateFeaturesResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    results: until(
      1,
      array({
        feature: string,
        errorCode: int16,
        errorMessage: nullable(string),
      }),
    ),
  },
});
