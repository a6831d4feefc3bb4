/** Deletes a partition's records up to an offset. @module */
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  deleteRecordsRequest,
  deleteRecordsResponse,
} from "../protocol/messages/delete_records.ts";
import { api, type RequestContext } from "./api.ts";
import { withState } from "./log_access.ts";
import { unknownPartition } from "./produce.ts";

/** Stands for the offset after the last record. */
const ALL = -1n;

export const deleteRecords = api({
  key: 21,
  name: "DeleteRecords",
  versions: [0, 2],
  request: deleteRecordsRequest,
  response: deleteRecordsResponse,
  handle({ topics }, { broker }: RequestContext) {
    return {
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex, offset }) => {
          const { errorCode, value } = outcomeOf(() => {
            const topic = broker.topics.get(name);
            const log = topic?.partitions[partitionIndex];
            if (topic === undefined || log === undefined) {
              throw unknownPartition(name, partitionIndex);
            }
            if (topic.config("cleanup.policy").trim() === "compact") {
              throw new ProtocolError("POLICY_VIOLATION", "The topic's policy is not to delete.");
            }
            const end = offset === ALL ? log.nextOffset : offset;
            if (end < 0n || end > log.nextOffset) {
              throw new ProtocolError("OFFSET_OUT_OF_RANGE", `There is no offset ${offset}.`);
            }
            withState(broker, () => log.deleteBefore(end));
            return log.startOffset;
          });
          return { partitionIndex, lowWatermark: value ?? -1n, errorCode };
        }),
      })),
    };
  },
});
