/** Elections of leaders: each partition has the only one it can have. @module */
import { ERRORS } from "../protocol/errors.ts";
import { electLeadersRequest, electLeadersResponse } from "../protocol/messages/elect_leaders.ts";
import { api, type RequestContext } from "./api.ts";

export const electLeaders = api({
  key: 43,
  name: "ElectLeaders",
  versions: [0, 2],
  request: electLeadersRequest,
  response: electLeadersResponse,
  handle({ topicPartitions }, { broker }: RequestContext) {
    // Of all partitions those alone are told for which there was an election.
    const wanted = topicPartitions ??
      broker.topics.all().map(({ name }) => ({ topic: name, partitions: [] }));
    return {
      errorCode: ERRORS.NONE,
      replicaElectionResults: wanted.map(({ topic, partitions }) => ({
        topic,
        partitionResult: partitions.map((partitionId) =>
          broker.topics.get(topic)?.partitions[partitionId] === undefined
            ? {
              partitionId,
              errorCode: ERRORS.UNKNOWN_TOPIC_OR_PARTITION,
              errorMessage: `No such partition as ${topic}-${partitionId}`,
            }
            : {
              partitionId,
              errorCode: ERRORS.ELECTION_NOT_NEEDED,
              errorMessage: "Leader election not needed for topic partition.",
            }
        ),
      })),
    };
  },
});
