/**
 * The protocol's errors that this broker answers with.
 *
 * @see https://kafka.apache.org/protocol#protocol_error_codes
 * @module
 */

/** Codes by Kafka's names. */
export const ERRORS = {
  UNKNOWN_SERVER_ERROR: -1,
  NONE: 0,
  OFFSET_OUT_OF_RANGE: 1,
  CORRUPT_MESSAGE: 2,
  UNKNOWN_TOPIC_OR_PARTITION: 3,
  REPLICA_NOT_AVAILABLE: 9,
  MESSAGE_TOO_LARGE: 10,
  OFFSET_METADATA_TOO_LARGE: 12,
  COORDINATOR_NOT_AVAILABLE: 15,
  NOT_COORDINATOR: 16,
  INVALID_TOPIC_EXCEPTION: 17,
  RECORD_LIST_TOO_LARGE: 18,
  INVALID_REQUIRED_ACKS: 21,
  ILLEGAL_GENERATION: 22,
  INCONSISTENT_GROUP_PROTOCOL: 23,
  INVALID_GROUP_ID: 24,
  UNKNOWN_MEMBER_ID: 25,
  INVALID_SESSION_TIMEOUT: 26,
  REBALANCE_IN_PROGRESS: 27,
  INVALID_TIMESTAMP: 32,
  UNSUPPORTED_SASL_MECHANISM: 33,
  ILLEGAL_SASL_STATE: 34,
  UNSUPPORTED_VERSION: 35,
  TOPIC_ALREADY_EXISTS: 36,
  INVALID_PARTITIONS: 37,
  INVALID_REPLICATION_FACTOR: 38,
  INVALID_REPLICA_ASSIGNMENT: 39,
  INVALID_CONFIG: 40,
  INVALID_REQUEST: 42,
  POLICY_VIOLATION: 44,
  OUT_OF_ORDER_SEQUENCE_NUMBER: 45,
  INVALID_PRODUCER_EPOCH: 47,
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: 53,
  SECURITY_DISABLED: 54,
  KAFKA_STORAGE_ERROR: 56,
  LOG_DIR_NOT_FOUND: 57,
  DELEGATION_TOKEN_REQUEST_NOT_ALLOWED: 64,
  NON_EMPTY_GROUP: 68,
  GROUP_ID_NOT_FOUND: 69,
  FETCH_SESSION_ID_NOT_FOUND: 70,
  FENCED_LEADER_EPOCH: 74,
  UNKNOWN_LEADER_EPOCH: 75,
  UNSUPPORTED_COMPRESSION_TYPE: 76,
  MEMBER_ID_REQUIRED: 79,
  GROUP_MAX_SIZE_REACHED: 81,
  FENCED_INSTANCE_ID: 82,
  ELECTION_NOT_NEEDED: 84,
  NO_REASSIGNMENT_IN_PROGRESS: 85,
  GROUP_SUBSCRIBED_TO_TOPIC: 86,
  INVALID_RECORD: 87,
  RESOURCE_NOT_FOUND: 91,
  DUPLICATE_RESOURCE: 92,
  UNACCEPTABLE_CREDENTIAL: 93,
  INVALID_UPDATE_VERSION: 95,
  UNKNOWN_TOPIC_ID: 100,
  BROKER_ID_NOT_REGISTERED: 102,
  TRANSACTIONAL_ID_NOT_FOUND: 105,
  FENCED_MEMBER_EPOCH: 110,
  UNRELEASED_INSTANCE_ID: 111,
  UNSUPPORTED_ASSIGNOR: 112,
  STALE_MEMBER_EPOCH: 113,
  MISMATCHED_ENDPOINT_TYPE: 114,
  UNSUPPORTED_ENDPOINT_TYPE: 115,
  INVALID_REGULAR_EXPRESSION: 128,
} as const;

/** Name of an error. */
export type ErrorName = keyof typeof ERRORS;

/** A refusal the client is told of. */
export class ProtocolError extends Error {
  override name = "ProtocolError";

  /**
   * @param error Kafka's name of the error
   * @param message What could not be done and why, for the messages that have room for it
   * @param records Which records of a batch are to blame, by their place in it, and why
   */
  constructor(
    readonly error: ErrorName,
    message: string,
    readonly records: readonly { batchIndex: number; batchIndexErrorMessage: string }[] = [],
  ) {
    super(message);
  }

  /** The code on the wire. */
  get code(): number {
    return ERRORS[this.error];
  }
}

/** What a call came to: its result, or the code and the words of its refusal. */
export type Outcome<T> = { errorCode: 0; errorMessage: null; value: T; refusal?: undefined } | {
  errorCode: number;
  errorMessage: string;
  value: undefined;
  refusal: ProtocolError;
};

/**
 * Runs what may be refused. Other errors pass through.
 *
 * @param body What to do
 * @returns Its result, or the refusal
 */
export function outcomeOf<T>(body: () => T): Outcome<T> {
  try {
    return { errorCode: 0, errorMessage: null, value: body() };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return {
      errorCode: error.code,
      errorMessage: error.message,
      value: undefined,
      refusal: error,
    };
  }
}
