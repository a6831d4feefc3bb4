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
  handle({ transactionalId }, { broker }: RequestContext) {
    if (transactionalId !== null) {
      return {
        errorCode: ERRORS.TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
        producerId: -1n,
        producerEpoch: -1,
      };
    }
    return { errorCode: ERRORS.NONE, producerId: broker.nextProducerId(), producerEpoch: 0 };
  },
});
