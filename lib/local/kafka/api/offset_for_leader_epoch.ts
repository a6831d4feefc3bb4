/** Where the records of a leader's time end: one leader, one time. @module */
import { currentEpochFault, endOfEpoch } from "../log/leader_epoch.ts";
import { ERRORS } from "../protocol/errors.ts";
import {
  offsetForLeaderEpochRequest,
  offsetForLeaderEpochResponse,
} from "../protocol/messages/offset_for_leader_epoch.ts";
import { api, type RequestContext } from "./api.ts";

export const offsetForLeaderEpoch = api({
  key: 23,
  name: "OffsetForLeaderEpoch",
  versions: [2, 4],
  request: offsetForLeaderEpochRequest,
  response: offsetForLeaderEpochResponse,
  handle: ({ topics }, { broker }: RequestContext) => ({
    topics: topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map(({ partition, currentLeaderEpoch, leaderEpoch }) => {
        const log = broker.topics.get(topic)?.partitions[partition];
        if (log === undefined) {
          return { partition, errorCode: ERRORS.UNKNOWN_TOPIC_OR_PARTITION };
        }
        const errorCode = currentEpochFault(currentLeaderEpoch);
        const end = errorCode === ERRORS.NONE ? endOfEpoch(log, leaderEpoch) : undefined;
        return { partition, errorCode, ...end };
      }),
    })),
  }),
});
