/**
 * Tells a consumer of the new group protocol (KIP-848) to use the classic one. Kafka answers the same
 * where the new one is switched off; without the API some clients would wait and not say for what.
 * @module
 */
import { ERRORS } from "../protocol/errors.ts";
import {
  consumerGroupHeartbeatRequest,
  consumerGroupHeartbeatResponse,
} from "../protocol/messages/consumer_group_heartbeat.ts";
import { api } from "./api.ts";

export const consumerGroupHeartbeat = api({
  key: 68,
  name: "ConsumerGroupHeartbeat",
  versions: [0, 1],
  request: consumerGroupHeartbeatRequest,
  response: consumerGroupHeartbeatResponse,
  handle: () => ({
    errorCode: ERRORS.UNSUPPORTED_VERSION,
    errorMessage: "This broker has the classic group protocol alone: set group.protocol=classic.",
  }),
});
