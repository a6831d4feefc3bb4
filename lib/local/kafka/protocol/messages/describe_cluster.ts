/**
 * DescribeCluster, versions 0 to 2.
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
} from "../schema.ts";

/**
 * DescribeCluster Request => include_cluster_authorized_operations endpoint_type(1+)
 *     include_fenced_brokers(2+)
 */
export const describeClusterRequest = message({
  flexibleSince: 0,
  fields: {
    includeClusterAuthorizedOperations: bool,
    endpointType: since(1, fallback(int8, 1)),
    includeFencedBrokers: since(2, bool),
  },
});

/**
 * DescribeCluster Response => throttle_time_ms error_code error_message endpoint_type(1+)
 *     cluster_id controller_id [brokers] cluster_authorized_operations
 *   brokers => broker_id host port rack is_fenced(2+)
 */
export const describeClusterResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    endpointType: since(1, fallback(int8, 1)),
    clusterId: string,
    controllerId: fallback(int32, -1),
    brokers: array({
      brokerId: int32,
      host: string,
      port: int32,
      rack: nullable(string),
      isFenced: since(2, bool),
    }),
    clusterAuthorizedOperations: fallback(int32, -2147483648),
  },
});
