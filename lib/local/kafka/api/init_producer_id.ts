/** Gives an idempotent producer its id. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  initProducerIdRequest,
  initProducerIdResponse,
} from "../protocol/messages/init_producer_id.ts";
import { api, type RequestContext } from "./api.ts";

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
    return { errorCode: ERRORS.NONE, producerId: broker.nextProducerId(), producerEpoch: 0 };
  },
});
