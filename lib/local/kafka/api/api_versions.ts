/** Which APIs and versions there are. @module */
import { apiVersionsRequest, apiVersionsResponse } from "../protocol/messages/api_versions.ts";
import { type Api, api } from "./api.ts";
import { FEATURES } from "./features.ts";

/** What is advertised beside the table: librdkafka takes a broker without them for one that cannot
 * compress. Such requests are refused (as Kafka 4 does, KAFKA-18659). */
const ADVERTISED_MIN: Record<number, number> = { 0: 0 };

/**
 * The API that answers from the table of all APIs.
 *
 * @param apis The table, itself included
 */
export function apiVersions(apis: () => readonly Api[]): Api {
  return api({
    key: 18,
    name: "ApiVersions",
    versions: [0, 4],
    request: apiVersionsRequest,
    response: apiVersionsResponse,
    handle: () => ({
      errorCode: 0,
      apiKeys: supportedVersions(apis()),
      supportedFeatures: FEATURES.map(({ name, level }) => ({
        name,
        minVersion: level,
        maxVersion: level,
      })),
      // They never change.
      finalizedFeaturesEpoch: 0n,
      finalizedFeatures: FEATURES.map(({ name, level }) => ({
        name,
        minVersionLevel: level,
        maxVersionLevel: level,
      })),
    }),
  });
}

/** The table of APIs as ApiVersions shows it. */
export function supportedVersions(apis: readonly Api[]) {
  return apis.map(({ key, versions: [min, max] }) => ({
    apiKey: key,
    minVersion: ADVERTISED_MIN[key] ?? min,
    maxVersion: max,
  }));
}
