/** Forgets committed offsets of partitions that the group does not read. @module */
import { ERRORS } from "../protocol/errors.ts";
import { offsetDeleteRequest, offsetDeleteResponse } from "../protocol/messages/offset_delete.ts";
import { api, type RequestContext } from "./api.ts";

export const offsetDelete = api({
  key: 47,
  name: "OffsetDelete",
  versions: [0, 0],
  request: offsetDeleteRequest,
  response: offsetDeleteResponse,
  handle({ groupId, topics }, { broker }: RequestContext) {
    if (groupId === "") return { errorCode: ERRORS.INVALID_GROUP_ID, topics: [] };
    const group = broker.groups.get(groupId) ?? broker.groups.consumerGroup(groupId);
    if (group === undefined) return { errorCode: ERRORS.GROUP_ID_NOT_FOUND, topics: [] };
    if (group.members.length > 0 && "protocolType" in group && group.protocolType !== "consumer") {
      return { errorCode: ERRORS.NON_EMPTY_GROUP, topics: [] };
    }
    return {
      errorCode: ERRORS.NONE,
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => {
          const log = broker.topics.get(name)?.partitions[partitionIndex];
          if (log === undefined) {
            return { partitionIndex, errorCode: ERRORS.UNKNOWN_TOPIC_OR_PARTITION };
          }
          if (group.subscribesTo(name)) {
            return { partitionIndex, errorCode: ERRORS.GROUP_SUBSCRIBED_TO_TOPIC };
          }
          broker.groups.offsets.delete(groupId, name, partitionIndex);
          return { partitionIndex, errorCode: ERRORS.NONE };
        }),
      })),
    };
  },
});
