/**
 * ApiVersions, versions 0 to 4.
 * @module
 */
import {
  array,
  bool,
  fallback,
  int16,
  int32,
  int64,
  message,
  since,
  string,
  tagged,
} from "../schema.ts";

/**
 * ApiVersions Request => client_software_name(3+) client_software_version(3+)
 */
export const apiVersionsRequest = message({
  flexibleSince: 3,
  fields: {
    clientSoftwareName: since(3, string),
    clientSoftwareVersion: since(3, string),
  },
});

/**
 * ApiVersions Response => error_code [api_keys] throttle_time_ms(1+) [supported_features](3+)
 *     finalized_features_epoch(3+) [finalized_features](3+) zk_migration_ready(3+)
 *   api_keys => api_key min_version max_version
 *   supported_features => name min_version max_version
 *   finalized_features => name max_version_level min_version_level
 */
export const apiVersionsResponse = message({
  flexibleSince: 3,
  fields: {
    errorCode: int16,
    apiKeys: array({
      apiKey: int16,
      minVersion: int16,
      maxVersion: int16,
    }),
    throttleTimeMs: since(1, int32),
    supportedFeatures: tagged(
      0,
      3,
      array({
        name: string,
        minVersion: int16,
        maxVersion: int16,
      }),
    ),
    finalizedFeaturesEpoch: tagged(1, 3, fallback(int64, -1n)),
    finalizedFeatures: tagged(
      2,
      3,
      array({
        name: string,
        maxVersionLevel: int16,
        minVersionLevel: int16,
      }),
    ),
    zkMigrationReady: tagged(3, 3, bool),
  },
});
