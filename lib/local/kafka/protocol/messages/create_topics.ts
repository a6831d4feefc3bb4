/**
 * CreateTopics, versions 0 to 7.
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
  tagged,
  uuid,
} from "../schema.ts";

/**
 * CreateTopics Request => [topics] timeout_ms validate_only(1+)
 *   topics => name num_partitions replication_factor [assignments] [configs]
 *     assignments => partition_index [broker_ids]
 *     configs => name value
 */
export const createTopicsRequest = message({
  flexibleSince: 5,
  fields: {
    topics: array({
      name: string,
      numPartitions: int32,
      replicationFactor: int16,
      assignments: array({
        partitionIndex: int32,
        brokerIds: array(int32),
      }),
      configs: array({
        name: string,
        value: nullable(string),
      }),
    }),
    timeoutMs: fallback(int32, 60000),
    validateOnly: since(1, bool),
  },
});

/**
 * CreateTopics Response => throttle_time_ms(2+) [topics]
 *   topics => name topic_id(7+) error_code error_message(1+) topic_config_error_code(5+)
 *       num_partitions(5+) replication_factor(5+) [configs](5+)
 *     configs => name value read_only config_source is_sensitive
 */
export const createTopicsResponse = message({
  flexibleSince: 5,
  fields: {
    throttleTimeMs: since(2, int32),
    topics: array({
      name: string,
      topicId: since(7, uuid),
      errorCode: int16,
      errorMessage: since(1, nullable(string)),
      topicConfigErrorCode: tagged(0, 5, int16),
      numPartitions: since(5, fallback(int32, -1)),
      replicationFactor: since(5, fallback(int16, -1)),
      configs: since(
        5,
        nullable(array({
          name: string,
          value: nullable(string),
          readOnly: bool,
          configSource: fallback(int8, -1),
          isSensitive: bool,
        })),
      ),
    }),
  },
});
