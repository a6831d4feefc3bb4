/**
 * Says which broker keeps a group: this one. It says so of transactions, too, although there are none:
 * kafkajs would not tell its user why no coordinator is found, while InitProducerId's refusal stops
 * every client with its reason.
 * @module
 */
import { ERRORS, ProtocolError } from "../protocol/errors.ts";
import {
  findCoordinatorRequest,
  findCoordinatorResponse,
} from "../protocol/messages/find_coordinator.ts";
import { api, type RequestContext } from "./api.ts";

const GROUP = 0;
const TRANSACTION = 1;

/** First version that asks for several at once. */
const MANY_SINCE = 4;

export const findCoordinator = api({
  key: 10,
  name: "FindCoordinator",
  versions: [0, 6],
  request: findCoordinatorRequest,
  response: findCoordinatorResponse,
  handle({ key, keyType, coordinatorKeys }, { broker, version }: RequestContext) {
    const refusal = refusalOf(keyType);
    const coordinator = {
      nodeId: refusal ? -1 : broker.nodeId,
      host: refusal ? "" : broker.host,
      port: refusal ? -1 : broker.port,
      errorCode: refusal?.code ?? ERRORS.NONE,
      errorMessage: refusal?.message ?? null,
    };
    if (version < MANY_SINCE) return { ...coordinator, key };
    return { coordinators: coordinatorKeys.map((key) => ({ ...coordinator, key })) };
  },
});

function refusalOf(keyType: number): ProtocolError | undefined {
  if (keyType === GROUP || keyType === TRANSACTION) return undefined;
  return new ProtocolError("INVALID_REQUEST", `Coordinators of type ${keyType} are not known.`);
}
