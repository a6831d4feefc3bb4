/** Moving partitions to other brokers: there is one, where they are already. @module */
import type { Broker } from "../broker.ts";
import { ERRORS, outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  alterPartitionReassignmentsRequest,
  alterPartitionReassignmentsResponse,
} from "../protocol/messages/alter_partition_reassignments.ts";
import { api, type RequestContext } from "./api.ts";

export const alterPartitionReassignments = api({
  key: 45,
  name: "AlterPartitionReassignments",
  versions: [0, 1],
  request: alterPartitionReassignmentsRequest,
  response: alterPartitionReassignmentsResponse,
  handle: ({ topics, allowReplicationFactorChange }, { broker }: RequestContext) => ({
    allowReplicationFactorChange,
    errorCode: ERRORS.NONE,
    responses: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex, replicas }) => {
        const { errorCode, errorMessage } = outcomeOf(() =>
          checkMove(broker, name, partitionIndex, replicas)
        );
        return { partitionIndex, errorCode, errorMessage };
      }),
    })),
  }),
});

/** Checks a move; one to where the partition is needs nothing done. */
function checkMove(
  broker: Broker,
  topic: string,
  partition: number,
  replicas: readonly number[] | null,
): void {
  if (broker.topics.get(topic)?.partitions[partition] === undefined) {
    throw new ProtocolError(
      "UNKNOWN_TOPIC_OR_PARTITION",
      `Unable to find partition ${topic}:${partition}.`,
    );
  }
  if (replicas === null) {
    throw new ProtocolError(
      "NO_REASSIGNMENT_IN_PROGRESS",
      "No partition reassignment is in progress.",
    );
  }
  const refuse = (why: string) => {
    throw new ProtocolError(
      "INVALID_REPLICA_ASSIGNMENT",
      `The manual partition assignment includes ${why}.`,
    );
  };
  if (replicas.length === 0) refuse("an empty replica list");
  const other = replicas.find((id) => id !== broker.nodeId);
  if (other !== undefined) refuse(`broker ${other}, but no such broker is registered`);
  if (replicas.length > 1) refuse(`the broker ${broker.nodeId} more than once`);
}
