/**
 * DescribeProducers, version 0.
 * @module
 */
import { array, fallback, int16, int32, int64, message, nullable, string } from "../schema.ts";

/**
 * DescribeProducers Request => [topics]
 *   topics => name [partition_indexes]
 */
export const describeProducersRequest = message({
  flexibleSince: 0,
  fields: {
    topics: array({
      name: string,
      partitionIndexes: array(int32),
    }),
  },
});

/**
 * DescribeProducers Response => throttle_time_ms [topics]
 *   topics => name [partitions]
 *     partitions => partition_index error_code error_message [active_producers]
 *       active_producers => producer_id producer_epoch last_sequence last_timestamp
 *           coordinator_epoch current_txn_start_offset
 */
export const describeProducersResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    topics: array({
      name: string,
      partitions: array({
        partitionIndex: int32,
        errorCode: int16,
        errorMessage: nullable(string),
        activeProducers: array({
          producerId: int64,
          producerEpoch: int32,
          lastSequence: fallback(int32, -1),
          lastTimestamp: fallback(int64, -1n),
          coordinatorEpoch: int32,
          currentTxnStartOffset: fallback(int64, -1n),
        }),
      }),
    }),
  },
});
