/**
 * InitProducerId, versions 0 to 5.
 * @module
 */
import { fallback, int16, int32, int64, message, nullable, since, string } from "../schema.ts";

/**
 * InitProducerId Request => transactional_id transaction_timeout_ms producer_id(3+)
 *     producer_epoch(3+)
 */
export const initProducerIdRequest = message({
  flexibleSince: 2,
  fields: {
    transactionalId: nullable(string),
    transactionTimeoutMs: int32,
    producerId: since(3, fallback(int64, -1n)),
    producerEpoch: since(3, fallback(int16, -1)),
  },
});

/**
 * InitProducerId Response => throttle_time_ms error_code producer_id producer_epoch
 */
export const initProducerIdResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    producerId: fallback(int64, -1n),
    producerEpoch: int16,
  },
});
