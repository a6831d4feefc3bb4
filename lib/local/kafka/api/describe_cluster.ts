/** The cluster: this one broker. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  describeClusterRequest,
  describeClusterResponse,
} from "../protocol/messages/describe_cluster.ts";
import { api, type RequestContext } from "./api.ts";

export const describeCluster = api({
  key: 60,
  name: "DescribeCluster",
  versions: [0, 1],
  request: describeClusterRequest,
  response: describeClusterResponse,
  handle: ({ endpointType }, { broker }: RequestContext) => ({
    errorCode: ERRORS.NONE,
    endpointType,
    clusterId: broker.clusterId,
    controllerId: broker.nodeId,
    brokers: [{ brokerId: broker.nodeId, host: broker.host, port: broker.port }],
  }),
});
