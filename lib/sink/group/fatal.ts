/**
 * Which failures of Kafka are fatal: trying again does not mend them.
 * @module
 */
import { TickertapeError } from "../../errors.ts";

/** Kafka's names of fatal errors. */
const FATAL_TYPES = [
  "CLUSTER_AUTHORIZATION_FAILED",
  "CORRUPT_MESSAGE",
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
/** The client's names of them. */
const FATAL_NAMES = [
  "KafkaJSNotImplemented",
  "KafkaJSSASLAuthenticationError",
  "KafkaJSServerDoesNotSupportApiKey",
];
/** The project's codes of them. */
const FATAL_CODES = ["KAFKA_AUTHENTICATION", "KAFKA_DENIED", "KAFKA_TLS", "KAFKA_TOO_OLD"];

/**
 * Tells whether a failure is fatal. A broker that is gone, or half gone, comes back. The client calls
 * many of those failures final, so this names what is fatal, and takes all other failures of the
 * client for ones that pass.
 *
 * @param error What was caught
 * @returns Whether to give up at once
 */
export function isFatal(error: unknown): boolean {
  if (error instanceof TickertapeError) {
    if (FATAL_CODES.includes(error.code)) return true;
    return !error.code.startsWith("KAFKA_") ? !error.retriable : isFatal(error.cause);
  }
  if (!(error instanceof Error)) return error !== undefined;
  const { name, type, cause } = error as Error & { type?: string };
  if (FATAL_NAMES.includes(name) || FATAL_TYPES.includes(type ?? "")) return true;
  // What is no failure of the client is a fault of the program.
  if (!name.startsWith("KafkaJS")) return !("code" in error) && !("errno" in error);
  return cause instanceof Error && cause.name.startsWith("KafkaJS") && isFatal(cause);
}
