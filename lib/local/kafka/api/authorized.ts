/**
 * What a client may do, which is everything: the answer of a broker without an authorizer.
 * @module
 */

/** Operations by their number (`org.apache.kafka.common.acl.AclOperation`). */
const OPERATIONS = {
  read: 3,
  write: 4,
  create: 5,
  delete: 6,
  alter: 7,
  describe: 8,
  clusterAction: 9,
  describeConfigs: 10,
  alterConfigs: 11,
  idempotentWrite: 12,
} as const;

type Operation = keyof typeof OPERATIONS;

/** What an answer has where the client did not ask. */
const NOT_ASKED = -2147483648;

/** The operations there are of a kind of thing, as a set of bits. */
const ALL = {
  topic: setOf(
    ...["read", "write", "create", "delete", "alter", "describe", "describeConfigs"] as const,
    "alterConfigs",
  ),
  group: setOf("read", "delete", "describe", "describeConfigs", "alterConfigs"),
  cluster: setOf(
    ...["create", "alter", "describe", "clusterAction", "describeConfigs"] as const,
    ...["alterConfigs", "idempotentWrite"] as const,
  ),
};

/**
 * Tells what a client may do.
 *
 * @param kind With what
 * @param isAsked Whether it asked
 * @returns The operations, as a set of bits
 */
export function authorized(kind: keyof typeof ALL, isAsked: boolean): number {
  return isAsked ? ALL[kind] : NOT_ASKED;
}

function setOf(...operations: Operation[]): number {
  return operations.reduce((bits, operation) => bits | 1 << OPERATIONS[operation], 0);
}
