/** Finds offsets by time, and the first and the last. @module */
import type { PartitionLog } from "../log/partition_log.ts";
import { ERRORS } from "../protocol/errors.ts";
import { listOffsetsRequest, listOffsetsResponse } from "../protocol/messages/list_offsets.ts";
import { api, type RequestContext } from "./api.ts";

/** Times with a meaning of their own (KIP-734, KIP-405, KIP-1005). */
const LATEST = -1n;
const EARLIEST = -2n;
const MAX_TIMESTAMP = -3n;
const EARLIEST_LOCAL = -4n;
const LATEST_TIERED = -5n;

export const listOffsets = api({
  key: 2,
  name: "ListOffsets",
  versions: [1, 10],
  request: listOffsetsRequest,
  response: listOffsetsResponse,
  handle({ topics }, { broker }: RequestContext) {
    return {
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex, timestamp }) => {
          const log = broker.topics.get(name)?.partitions[partitionIndex];
          return log === undefined
            ? { partitionIndex, errorCode: ERRORS.UNKNOWN_TOPIC_OR_PARTITION }
            : { partitionIndex, errorCode: ERRORS.NONE, leaderEpoch: 0, ...find(log, timestamp) };
        }),
      })),
    };
  },
});

const NONE = { timestamp: -1n, offset: -1n };

function find(log: PartitionLog, timestamp: bigint): { timestamp: bigint; offset: bigint } {
  switch (timestamp) {
    case LATEST:
      return { timestamp: -1n, offset: log.nextOffset };
    case EARLIEST:
    case EARLIEST_LOCAL:
      return { timestamp: -1n, offset: log.startOffset };
    case MAX_TIMESTAMP:
      return log.newestRecord() ?? NONE;
    case LATEST_TIERED:
      return NONE;
    default:
      return log.recordFrom(timestamp) ?? NONE;
  }
}
