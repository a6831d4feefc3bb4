/** Deletes topics, with their logs and the offsets committed in them. @module */
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import { deleteTopicsRequest, deleteTopicsResponse } from "../protocol/messages/delete_topics.ts";
import { api, type RequestContext } from "./api.ts";
import { withState } from "./log_access.ts";

/** First version that may name a topic by its id. */
const IDS_SINCE = 6;

const NO_ID = "0".repeat(32);

export const deleteTopics = api({
  key: 20,
  name: "DeleteTopics",
  versions: [0, 6],
  request: deleteTopicsRequest,
  response: deleteTopicsResponse,
  handle({ topics, topicNames }, { broker, version }: RequestContext) {
    const wanted = version >= IDS_SINCE
      ? topics
      : topicNames.map((name) => ({ name, topicId: NO_ID }));
    const named = Map.groupBy(wanted, ({ name, topicId }) => name ?? topicId);
    return {
      responses: [...named.values()].map(([first, again]) => {
        const { name, topicId } = first!;
        const topic = name === null ? broker.topics.byId(topicId) : broker.topics.get(name);
        const { errorCode, errorMessage } = outcomeOf(() => {
          if (again !== undefined) {
            throw new ProtocolError("INVALID_REQUEST", "Duplicate topic name.");
          }
          if ((name === null) === (topicId === NO_ID)) {
            throw new ProtocolError("INVALID_REQUEST", "A topic goes by its name, or by its id.");
          }
          if (topic !== undefined) return withState(broker, () => broker.topics.delete(topic));
          throw name === null
            ? new ProtocolError("UNKNOWN_TOPIC_ID", "This server does not host this topic ID.")
            : new ProtocolError(
              "UNKNOWN_TOPIC_OR_PARTITION",
              "This server does not host this topic-partition.",
            );
        });
        return {
          name: topic?.name ?? name,
          topicId: topic?.id ?? topicId,
          errorCode,
          errorMessage,
        };
      }),
    };
  },
});
