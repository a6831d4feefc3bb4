/** Forgetting a broker that is gone: there was never another than this one. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  unregisterBrokerRequest,
  unregisterBrokerResponse,
} from "../protocol/messages/unregister_broker.ts";
import { api, type RequestContext } from "./api.ts";

export const unregisterBroker = api({
  key: 64,
  name: "UnregisterBroker",
  versions: [0, 0],
  request: unregisterBrokerRequest,
  response: unregisterBrokerResponse,
  handle: ({ brokerId }, { broker }: RequestContext) =>
    brokerId === broker.nodeId
      ? {
        errorCode: ERRORS.INVALID_REQUEST,
        errorMessage: `Broker ID ${brokerId} is the only one there is, and answers this: stop it.`,
      }
      : {
        errorCode: ERRORS.BROKER_ID_NOT_REGISTERED,
        errorMessage: `Broker ID ${brokerId} is not currently registered`,
      },
});
