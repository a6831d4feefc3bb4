/**
 * SASL/OAUTHBEARER, with the broker's refusals.
 *
 * kafkajs's own takes every answer for a consent. But a broker refuses a token in an answer without
 * an error, which says why, and ends the connection at the request that follows: what should read
 * "access denied" reads "no brokers in the broker pool".
 *
 * @see https://www.rfc-editor.org/rfc/rfc7628#section-3.2
 * @module
 */
import { Buffer } from "node:buffer";
import type { Mechanism } from "kafkajs";
import errors from "kafkajs/src/errors.js";

/** Separates the parts of the message. */
const SEPARATOR = "\x01";

/** Bytes of the size in front of a message and of an answer. */
const SIZE_BYTES = 4;

/**
 * Gives the mechanism to make kafkajs's client with.
 *
 * @param token Gives a token that is good now; called at each connection, and when a session ends
 * @returns The mechanism
 */
export function oauthBearer(token: () => Promise<string>): Mechanism {
  return {
    mechanism: "oauthbearer",
    authenticationProvider: ({ saslAuthenticate }) => ({
      authenticate: async () => {
        const message = `n,,${SEPARATOR}auth=Bearer ${await token()}${SEPARATOR}${SEPARATOR}`;
        const refusal = await saslAuthenticate<string>({
          request: { encode: () => withSize(message) },
          response: {
            decode: (answer) => answer.subarray(SIZE_BYTES),
            parse: (answer) => answer.toString(),
          },
        });
        if (refusal) throw refused(refusal);
      },
    }),
  };
}

function withSize(message: string): Buffer {
  const text = Buffer.from(message);
  const size = Buffer.alloc(SIZE_BYTES);
  size.writeInt32BE(text.length);
  return Buffer.concat([size, text]);
}

/** The error of kafkajs's other mechanisms. The refusal is JSON with a `status`. */
function refused(refusal: string): Error {
  const status = /"status"\s*:\s*"([^"]+)"/.exec(refusal)?.[1];
  // Its types know no message.
  const { KafkaJSSASLAuthenticationError } = errors as {
    KafkaJSSASLAuthenticationError: new (message: string) => Error;
  };
  return new KafkaJSSASLAuthenticationError(status ?? refusal);
}
