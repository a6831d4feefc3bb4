/** Makes topics. @module */
import type { Broker } from "../broker.ts";
import { describeTopic } from "../config/describe.ts";
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import { createTopicsRequest, createTopicsResponse } from "../protocol/messages/create_topics.ts";
import type { Read } from "../protocol/schema.ts";
import { api, type RequestContext } from "./api.ts";
import { withState } from "./log_access.ts";

type NewTopic = Read<typeof createTopicsRequest>["topics"][number];

export const createTopics = api({
  key: 19,
  name: "CreateTopics",
  versions: [0, 7],
  request: createTopicsRequest,
  response: createTopicsResponse,
  handle({ topics, validateOnly }, { broker }: RequestContext) {
    const named = Map.groupBy(topics, ({ name }) => name);
    return {
      topics: [...named].map(([name, [wanted, again]]) => {
        const { errorCode, errorMessage, value } = outcomeOf(() => {
          if (again !== undefined) {
            throw new ProtocolError("INVALID_REQUEST", "Duplicate topic name.");
          }
          return create(broker, wanted!, validateOnly);
        });
        return { name, errorCode, errorMessage, ...value };
      }),
    };
  },
});

function create(broker: Broker, wanted: NewTopic, validateOnly: boolean) {
  const { name } = wanted;
  const partitions = partitionsOf(broker, wanted);
  const overrides: Record<string, string> = {};
  for (const { name, value } of wanted.configs) {
    if (value === null) {
      throw new ProtocolError(
        "INVALID_CONFIG",
        `Null value not supported for topic configs: ${name}`,
      );
    }
    overrides[name] = value;
  }
  broker.topics.checkNew(name, partitions, overrides);
  const made = { numPartitions: partitions, replicationFactor: 1 };
  if (validateOnly) return made;
  const topic = withState(broker, () => broker.topics.create(name, partitions, overrides));
  return {
    ...made,
    topicId: topic.id,
    configs: describeTopic(broker, topic).map((
      { name, value, readOnly, configSource, isSensitive },
    ) => ({ name, value, readOnly, configSource, isSensitive })),
  };
}

/** Number of partitions a request asks for, by number or by naming their replicas. */
function partitionsOf(broker: Broker, wanted: NewTopic): number {
  const { numPartitions, replicationFactor, assignments } = wanted;
  if (assignments.length > 0) {
    if (numPartitions !== -1 || replicationFactor !== -1) {
      throw new ProtocolError(
        "INVALID_REQUEST",
        "Replication factor and partitions cannot be given together with an assignment.",
      );
    }
    const indexes = new Set(assignments.map(({ partitionIndex }) => partitionIndex));
    const isMine = assignments.every(({ partitionIndex, brokerIds }) =>
      brokerIds.length === 1 && brokerIds[0] === broker.nodeId &&
      partitionIndex >= 0 && partitionIndex < assignments.length
    );
    if (!isMine || indexes.size !== assignments.length) {
      throw new ProtocolError(
        "INVALID_REPLICA_ASSIGNMENT",
        `Each partition from 0 on needs one replica, on broker ${broker.nodeId}.`,
      );
    }
    return assignments.length;
  }
  if (replicationFactor !== -1 && replicationFactor !== 1) {
    throw new ProtocolError(
      "INVALID_REPLICATION_FACTOR",
      replicationFactor < 1
        ? "Replication factor must be larger than 0, or -1 to use the default value."
        : `Unable to replicate the partition ${replicationFactor} time(s): there is 1 broker.`,
    );
  }
  return numPartitions === -1 ? Number(broker.config("num.partitions")) : numPartitions;
}
