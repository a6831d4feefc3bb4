/** Deletes topics, with their logs and the offsets committed in them. @module */
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import { deleteTopicsRequest, deleteTopicsResponse } from "../protocol/messages/delete_topics.ts";
import { api, type RequestContext } from "./api.ts";

/** First version that may name a topic by its id. */
const IDS_SINCE = 6;

export const deleteTopics = api({
  key: 20,
  name: "DeleteTopics",
  versions: [0, 6],
  request: deleteTopicsRequest,
  response: deleteTopicsResponse,
  handle({ topics, topicNames }, { broker, version }: RequestContext) {
    const wanted = version >= IDS_SINCE
      ? topics
      : topicNames.map((name) => ({ name, topicId: "" }));
    return {
      responses: wanted.map(({ name, topicId }) => {
        const topic = name === null ? broker.topics.byId(topicId) : broker.topics.get(name);
        const { errorCode, errorMessage } = outcomeOf(() => {
          if (topic !== undefined) return broker.topics.delete(topic);
          throw name === null
            ? new ProtocolError("UNKNOWN_TOPIC_ID", "This server does not host this topic ID.")
            : new ProtocolError(
              "UNKNOWN_TOPIC_OR_PARTITION",
              "This server does not host this topic-partition.",
            );
        });
        return {
          name: topic?.name ?? name,
          topicId: topic?.id ?? (topicId || "0".repeat(32)),
          errorCode,
          errorMessage,
        };
      }),
    };
  },
});
