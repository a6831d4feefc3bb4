/**
 * DeleteTopics, versions 0 to 6.
 * @module
 */
import { array, int16, int32, message, nullable, since, string, until, uuid } from "../schema.ts";

/**
 * DeleteTopics Request => [topics](6+) [topic_names](0-5) timeout_ms
 *   topics => name topic_id
 */
export const deleteTopicsRequest = message({
  flexibleSince: 4,
  fields: {
    topics: since(
      6,
      array({
        name: nullable(string),
        topicId: uuid,
      }),
    ),
    topicNames: until(5, array(string)),
    timeoutMs: int32,
  },
});

/**
 * DeleteTopics Response => throttle_time_ms(1+) [responses]
 *   responses => name topic_id(6+) error_code error_message(5+)
 */
export const deleteTopicsResponse = message({
  flexibleSince: 4,
  fields: {
    throttleTimeMs: since(1, int32),
    responses: array({
      name: nullable(string, 6),
      topicId: since(6, uuid),
      errorCode: int16,
      errorMessage: since(5, nullable(string)),
    }),
  },
});
