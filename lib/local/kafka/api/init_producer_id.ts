/** Gives an idempotent producer its id. @module */
import { ERRORS, outcomeOf } from "../protocol/errors.ts";
import {
  initProducerIdRequest,
  initProducerIdResponse,
} from "../protocol/messages/init_producer_id.ts";
import { api, type RequestContext } from "./api.ts";
import { withState } from "./log_access.ts";

export const initProducerId = api({
  key: 22,
  name: "InitProducerId",
  versions: [0, 5],
  request: initProducerIdRequest,
  response: initProducerIdResponse,
  handle({ transactionalId, producerId, producerEpoch }, { broker }: RequestContext) {
    const refused = { producerId: -1n, producerEpoch: -1 };
    // Both or neither are known from before.
    const isHalf = (producerId === -1n) !== (producerEpoch === -1);
    if (transactionalId === "" || isHalf) return { errorCode: ERRORS.INVALID_REQUEST, ...refused };
    if (transactionalId !== null) {
      return { errorCode: ERRORS.TRANSACTIONAL_ID_AUTHORIZATION_FAILED, ...refused };
    }
    const { errorCode, value: next } = outcomeOf(() => withState(broker, broker.nextProducerId));
    return next === undefined
      ? { errorCode, ...refused }
      : { errorCode, producerId: next, producerEpoch: 0 };
  },
});
