/**
 * Which failures of Kafka last.
 * @module
 */
import { TickertapeError } from "../errors.ts";

/** Kafka's names of errors that trying again does not mend. */
const LASTING_TYPES = [
  "CLUSTER_AUTHORIZATION_FAILED",
  "GROUP_AUTHORIZATION_FAILED",
  "TOPIC_AUTHORIZATION_FAILED",
  "INCONSISTENT_GROUP_PROTOCOL",
  "INVALID_GROUP_ID",
  "INVALID_SESSION_TIMEOUT",
  "INVALID_TOPIC_EXCEPTION",
  "ILLEGAL_SASL_STATE",
  "SASL_AUTHENTICATION_FAILED",
  "UNSUPPORTED_SASL_MECHANISM",
  "UNSUPPORTED_VERSION",
];
/** The client's names of such errors. */
const LASTING_NAMES = [
  "KafkaJSNotImplemented",
  "KafkaJSSASLAuthenticationError",
  "KafkaJSServerDoesNotSupportApiKey",
];
/** The project's codes of such errors. */
const LASTING_CODES = ["KAFKA_AUTHENTICATION", "KAFKA_DENIED", "KAFKA_TLS", "KAFKA_TOO_OLD"];

/**
 * Tells whether a failure lasts. A broker that is gone, or half gone, comes back: the client calls
 * many of those failures final, so what does not last is told by exclusion.
 *
 * @param error What was caught
 * @returns Whether to give up at once
 */
export function isLasting(error: unknown): boolean {
  if (error instanceof TickertapeError) {
    if (LASTING_CODES.includes(error.code)) return true;
    return !error.code.startsWith("KAFKA_") ? !error.retriable : isLasting(error.cause);
  }
  if (!(error instanceof Error)) return error !== undefined;
  const { name, type, cause } = error as Error & { type?: string };
  if (LASTING_NAMES.includes(name) || LASTING_TYPES.includes(type ?? "")) return true;
  // What is no failure of the client is a fault of the program.
  if (!name.startsWith("KafkaJS")) return !("code" in error) && !("errno" in error);
  return cause instanceof Error && cause.name.startsWith("KafkaJS") && isLasting(cause);
}
