/** The idempotent producers that a partition remembers. @module */
import type { ProducerEntry } from "../log/producers.ts";
import { outcomeOf } from "../protocol/errors.ts";
import {
  describeProducersRequest,
  describeProducersResponse,
} from "../protocol/messages/describe_producers.ts";
import { checkTopicName } from "../topic_name.ts";
import { api, type RequestContext } from "./api.ts";
import { unknownPartition } from "./produce.ts";

export const describeProducers = api({
  key: 61,
  name: "DescribeProducers",
  versions: [0, 0],
  request: describeProducersRequest,
  response: describeProducersResponse,
  handle: ({ topics }, { broker }: RequestContext) => ({
    topics: topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => {
        const { errorCode, errorMessage, value } = outcomeOf(() => {
          checkTopicName(name);
          const log = broker.topics.get(name)?.partitions[partitionIndex];
          if (log === undefined) throw unknownPartition(name, partitionIndex);
          return log.producers();
        });
        const activeProducers = (value ?? []).map(describe);
        return { partitionIndex, errorCode, errorMessage, activeProducers };
      }),
    })),
  }),
});

function describe({ producerId, epoch, batches }: ProducerEntry) {
  const last = batches.at(-1)!;
  return {
    producerId,
    producerEpoch: epoch,
    lastSequence: last.lastSequence,
    lastTimestamp: last.timestamp,
    // Of a producer that never had a transaction.
    coordinatorEpoch: -1,
    currentTxnStartOffset: -1n,
  };
}
