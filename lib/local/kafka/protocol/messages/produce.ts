/**
 * Produce, versions 3 to 11.
 * @module
 */
import {
  array,
  bytes,
  fallback,
  int16,
  int32,
  int64,
  message,
  nullable,
  since,
  string,
  struct,
  tagged,
} from "../schema.ts";

/**
 * Produce Request => transactional_id acks timeout_ms [topic_data]
 *   topic_data => name [partition_data]
 *     partition_data => index records
 */
export const produceRequest = message({
  flexibleSince: 9,
  fields: {
    transactionalId: nullable(string),
    acks: int16,
    timeoutMs: int32,
    topicData: array({
      name: string,
      partitionData: array({
        index: int32,
        records: nullable(bytes),
      }),
    }),
  },
});

/**
 * Produce Response => [responses] throttle_time_ms [node_endpoints](10+)
 *   responses => name [partition_responses]
 *     partition_responses => index error_code base_offset log_append_time_ms
 *         log_start_offset(5+) [record_errors](8+) error_message(8+) current_leader(10+)
 *       record_errors => batch_index batch_index_error_message
 *       current_leader => leader_id leader_epoch
 *   node_endpoints => node_id host port rack
 */
export const produceResponse = message({
  flexibleSince: 9,
  fields: {
    responses: array({
      name: string,
      partitionResponses: array({
        index: int32,
        errorCode: int16,
        baseOffset: int64,
        logAppendTimeMs: fallback(int64, -1n),
        logStartOffset: since(5, fallback(int64, -1n)),
        recordErrors: since(
          8,
          array({
            batchIndex: int32,
            batchIndexErrorMessage: nullable(string),
          }),
        ),
        errorMessage: since(8, nullable(string)),
        currentLeader: tagged(
          0,
          10,
          struct({
            leaderId: fallback(int32, -1),
            leaderEpoch: fallback(int32, -1),
          }),
        ),
      }),
    }),
    throttleTimeMs: fallback(int32, 0),
    nodeEndpoints: tagged(
      0,
      10,
      array({
        nodeId: int32,
        host: string,
        port: int32,
        rack: nullable(string),
      }),
    ),
  },
});
