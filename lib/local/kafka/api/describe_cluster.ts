/** The cluster: this one broker. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  describeClusterRequest,
  describeClusterResponse,
} from "../protocol/messages/describe_cluster.ts";
import { api, type RequestContext } from "./api.ts";
import { authorized } from "./authorized.ts";

/** Whom a client may ask for (KIP-919). */
const ENDPOINTS = { brokers: 1, controllers: 2 } as const;

export const describeCluster = api({
  key: 60,
  name: "DescribeCluster",
  versions: [0, 2],
  request: describeClusterRequest,
  response: describeClusterResponse,
  handle({ endpointType, includeClusterAuthorizedOperations }, { broker }: RequestContext) {
    if (endpointType !== ENDPOINTS.brokers) {
      return {
        errorCode: endpointType === ENDPOINTS.controllers
          ? ERRORS.MISMATCHED_ENDPOINT_TYPE
          : ERRORS.UNSUPPORTED_ENDPOINT_TYPE,
        errorMessage: "This is a broker: it tells of brokers alone.",
        clusterId: "",
        brokers: [],
      };
    }
    return {
      errorCode: ERRORS.NONE,
      endpointType,
      clusterId: broker.clusterId,
      controllerId: broker.nodeId,
      brokers: [{ brokerId: broker.nodeId, host: broker.host, port: broker.port }],
      clusterAuthorizedOperations: authorized("cluster", includeClusterAuthorizedOperations),
    };
  },
});
