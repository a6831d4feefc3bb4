/**
 * ElectLeaders, versions 0 to 2.
 * @module
 */
import {
  array,
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
 * ElectLeaders Request => election_type(1+) [topic_partitions] timeout_ms
 *   topic_partitions => topic [partitions]
 */
export const electLeadersRequest = message({
  flexibleSince: 2,
  fields: {
    electionType: since(1, int8),
    topicPartitions: nullable(array({
      topic: string,
      partitions: array(int32),
    })),
    timeoutMs: fallback(int32, 60000),
  },
});

/**
 * ElectLeaders Response => throttle_time_ms error_code(1+) [replica_election_results]
 *   replica_election_results => topic [partition_result]
 *     partition_result => partition_id error_code error_message
 */
export const electLeadersResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: since(1, int16),
    replicaElectionResults: array({
      topic: string,
      partitionResult: array({
        partitionId: int32,
        errorCode: int16,
        errorMessage: nullable(string),
      }),
    }),
  },
});
