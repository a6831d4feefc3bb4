/** Changing the level of features: they are what this version of the broker has. @module */
import { ERRORS, outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  updateFeaturesRequest,
  updateFeaturesResponse,
} from "../protocol/messages/update_features.ts";
import { api, type RequestContext } from "./api.ts";
import { FEATURES } from "./features.ts";

export const updateFeatures = api({
  key: 57,
  name: "UpdateFeatures",
  versions: [0, 2],
  request: updateFeaturesRequest,
  response: updateFeaturesResponse,
  handle({ featureUpdates }, { broker }: RequestContext) {
    const outcomes = featureUpdates.map(({ feature, maxVersionLevel }) => ({
      feature,
      ...outcomeOf(() => check(broker.nodeId, feature, maxVersionLevel)),
    }));
    const failed = outcomes.find(({ errorCode }) => errorCode !== ERRORS.NONE);
    if (failed !== undefined) {
      return {
        errorCode: failed.errorCode,
        errorMessage: "The update failed for all features since the following feature had an " +
          `error: ${failed.errorMessage}`,
        results: [],
      };
    }
    return {
      errorCode: ERRORS.NONE,
      errorMessage: null,
      results: outcomes.map(({ feature }) => ({ feature, errorCode: 0, errorMessage: null })),
    };
  },
});

function check(nodeId: number, feature: string, level: number): void {
  const known = FEATURES.find(({ name }) => name === feature);
  if (known?.level === level) return;
  throw new ProtocolError(
    "INVALID_UPDATE_VERSION",
    `Invalid update version ${level} for feature ${feature}. ` +
      (known === undefined
        ? `Local controller ${nodeId} does not support this feature.`
        : `Local controller ${nodeId} only supports version ${known.level}.`),
  );
}
