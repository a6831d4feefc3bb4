/**
 * DescribeTransactions, version 0.
 * @module
 */
import { array, fallback, int16, int32, int64, message, string } from "../schema.ts";

/**
 * DescribeTransactions Request => [transactional_ids]
 */
export const describeTransactionsRequest = message({
  flexibleSince: 0,
  fields: {
    transactionalIds: array(string),
  },
});

/**
 * DescribeTransactions Response => throttle_time_ms [transaction_states]
 *   transaction_states => error_code transactional_id transaction_state transaction_timeout_ms
 *       transaction_start_time_ms producer_id producer_epoch [topics]
 *     topics => topic [partitions]
 */
export const describeTransactionsResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    transactionStates: array({
      errorCode: int16,
      transactionalId: string,
      transactionState: string,
      transactionTimeoutMs: int32,
      transactionStartTimeMs: int64,
      producerId: int64,
      producerEpoch: int16,
      topics: array({
        topic: string,
        partitions: array(int32),
      }),
    }),
  },
});
