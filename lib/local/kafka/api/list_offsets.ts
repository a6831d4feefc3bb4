/** Finds offsets by time, and the first and the last. @module */
import { currentEpochFault, LEADER_EPOCH } from "../log/leader_epoch.ts";
import type { PartitionLog } from "../log/partition_log.ts";
import { ERRORS, outcomeOf } from "../protocol/errors.ts";
import { listOffsetsRequest, listOffsetsResponse } from "../protocol/messages/list_offsets.ts";
import { api, type RequestContext } from "./api.ts";
import { withLog } from "./log_access.ts";

/** Times with a meaning of their own. */
const LATEST = -1n;
const EARLIEST = -2n;
const MAX_TIMESTAMP = -3n;
const EARLIEST_LOCAL = -4n;
const LATEST_TIERED = -5n;

/** First versions that know them (KIP-734, KIP-405, KIP-1005). */
const KNOWN_SINCE = new Map([
  [LATEST, 1],
  [EARLIEST, 1],
  [MAX_TIMESTAMP, 7],
  [EARLIEST_LOCAL, 8],
  [LATEST_TIERED, 9],
]);

export const listOffsets = api({
  key: 2,
  name: "ListOffsets",
  versions: [1, 10],
  request: listOffsetsRequest,
  response: listOffsetsResponse,
  handle({ topics }, { broker, version }: RequestContext) {
    return {
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex, timestamp, currentLeaderEpoch }) => {
          const log = broker.topics.get(name)?.partitions[partitionIndex];
          if (log === undefined) {
            return { partitionIndex, errorCode: ERRORS.UNKNOWN_TOPIC_OR_PARTITION };
          }
          const epochFault = currentEpochFault(currentLeaderEpoch);
          if (epochFault !== ERRORS.NONE) return { partitionIndex, errorCode: epochFault };
          if (timestamp < 0n && version < (KNOWN_SINCE.get(timestamp) ?? Infinity)) {
            return { partitionIndex, errorCode: ERRORS.UNSUPPORTED_VERSION };
          }
          const { value: found = NONE, errorCode } = outcomeOf(() =>
            withLog(broker, () => find(log, timestamp))
          );
          return {
            partitionIndex,
            errorCode,
            ...found,
            leaderEpoch: found.offset < 0n ? -1 : LEADER_EPOCH,
          };
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
