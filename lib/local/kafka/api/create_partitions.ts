/** Adds partitions to topics. @module */
import { findTopic } from "../config/resources.ts";
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  createPartitionsRequest,
  createPartitionsResponse,
} from "../protocol/messages/create_partitions.ts";
import { api, type RequestContext } from "./api.ts";
import { withState } from "./log_access.ts";

export const createPartitions = api({
  key: 37,
  name: "CreatePartitions",
  versions: [0, 3],
  request: createPartitionsRequest,
  response: createPartitionsResponse,
  handle({ topics, validateOnly }, { broker }: RequestContext) {
    const named = Map.groupBy(topics, ({ name }) => name);
    return {
      results: [...named].map(([name, [wanted, again]]) => {
        const { count, assignments } = wanted!;
        const { errorCode, errorMessage } = outcomeOf(() => {
          if (again !== undefined) {
            throw new ProtocolError("INVALID_REQUEST", "Duplicate topic name.");
          }
          const topic = findTopic(broker, name);
          const existing = topic.partitions.length;
          if (count <= existing) {
            throw new ProtocolError(
              "INVALID_PARTITIONS",
              count === existing
                ? `Topic already has ${count} partition(s).`
                : `The topic ${name} currently has ${existing} partition(s); ${count} would not ` +
                  "be an increase.",
            );
          }
          const isMine = assignments === null ||
            assignments.length === count - existing &&
              assignments.every(({ brokerIds }) =>
                brokerIds.length === 1 && brokerIds[0] === broker.nodeId
              );
          if (!isMine) {
            throw new ProtocolError(
              "INVALID_REPLICA_ASSIGNMENT",
              `Each new partition needs one replica, on broker ${broker.nodeId}.`,
            );
          }
          if (validateOnly) return;
          withState(broker, () => broker.topics.addPartitions(topic, count));
        });
        return { name, errorCode, errorMessage };
      }),
    };
  },
});
