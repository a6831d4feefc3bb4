/**
 * What an API of the protocol is made of.
 * @module
 */
import type { Broker } from "../broker.ts";
import type { Draft, Fields, Message, Values } from "../protocol/schema.ts";

/** What a handler knows besides the request's fields. */
export interface RequestContext {
  readonly broker: Broker;
  readonly version: number;
  readonly clientId: string;
  /** Bytes of the request. */
  readonly requestBytes: number;
  /** Address of the client, as Kafka shows it: `/127.0.0.1`. */
  readonly clientHost: string;
  /** Aborted when the connection closes. */
  readonly signal: AbortSignal;
  /** Bytes that answers may take of the memory all connections share. */
  readonly answerBytesLeft: () => number;
  /** Takes some of them as soon as they are read: others may read before this answer is written. */
  readonly holdAnswer: (bytes: number) => void;
  /** Has the client wait before its next request is worked on (KIP-219). */
  throttle(ms: number): void;
  /**
   * Calls back when the client sends another request while this one waits; returns how to stop that.
   */
  onNextRequest(listener: () => void): () => void;
}

/** An API: its number, versions, messages, and what it does. */
export interface Api<Q extends Fields = Fields, A extends Fields = Fields> {
  readonly key: number;
  readonly name: string;
  readonly versions: readonly [min: number, max: number];
  readonly request: Message<Q>;
  readonly response: Message<A>;
  /** Answers a request; `undefined` sends no answer at all. */
  handle(
    request: Values<Q>,
    context: RequestContext,
  ): Draft<A> | undefined | Promise<Draft<A> | undefined>;
}

/** An API with its types inferred. */
export function api<const Q extends Fields, const A extends Fields>(definition: Api<Q, A>): Api {
  // The table holds all of them; a handler gets what its own request's table reads.
  return definition as unknown as Api;
}
