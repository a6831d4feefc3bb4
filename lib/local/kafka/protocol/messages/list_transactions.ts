/**
 * ListTransactions, versions 0 to 2.
 * @module
 */
import {
  array,
  fallback,
  int16,
  int32,
  int64,
  message,
  nullable,
  since,
  string,
} from "../schema.ts";

/**
 * ListTransactions Request => [state_filters] [producer_id_filters] duration_filter(1+)
 *     transactional_id_pattern(2+)
 */
export const listTransactionsRequest = message({
  flexibleSince: 0,
  fields: {
    stateFilters: array(string),
    producerIdFilters: array(int64),
    durationFilter: since(1, fallback(int64, -1n)),
    transactionalIdPattern: since(2, nullable(string)),
  },
});

/**
 * ListTransactions Response => throttle_time_ms error_code [unknown_state_filters]
 *     [transaction_states]
 *   transaction_states => transactional_id producer_id transaction_state
 */
export const listTransactionsResponse = message({
  flexibleSince: 0,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    unknownStateFilters: array(string),
    transactionStates: array({
      transactionalId: string,
      producerId: int64,
      transactionState: string,
    }),
  },
});
