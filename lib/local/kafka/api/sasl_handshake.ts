/** Tells a client that wants to sign in that nobody does here. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  saslHandshakeRequest,
  saslHandshakeResponse,
} from "../protocol/messages/sasl_handshake.ts";
import { api } from "./api.ts";

export const saslHandshake = api({
  key: 17,
  name: "SaslHandshake",
  versions: [0, 1],
  request: saslHandshakeRequest,
  response: saslHandshakeResponse,
  // What Kafka says at a listener without SASL.
  handle: () => ({ errorCode: ERRORS.ILLEGAL_SASL_STATE, mechanisms: [] }),
});
