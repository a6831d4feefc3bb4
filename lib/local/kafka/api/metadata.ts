/** The broker's address, and the topics with their partitions. @module */
import type { Broker } from "../broker.ts";
import { ERRORS, outcomeOf } from "../protocol/errors.ts";
import { metadataRequest, metadataResponse } from "../protocol/messages/metadata.ts";
import type { Topic } from "../topics.ts";
import { api, type RequestContext } from "./api.ts";
import { withState } from "./log_access.ts";
import { authorized } from "./authorized.ts";

/** First version that may ask for a topic by its id. */
const IDS_SINCE = 12;

const NO_ID = "0".repeat(32);

export const metadata = api({
  key: 3,
  name: "Metadata",
  versions: [0, 12],
  request: metadataRequest,
  response: metadataResponse,
  handle(request, { broker, version }: RequestContext) {
    const { topics: wanted, allowAutoTopicCreation } = request;
    // In version 0 an empty list means all topics; later that is null.
    const all = wanted === null || version === 0 && wanted.length === 0;
    return {
      brokers: [{ nodeId: broker.nodeId, host: broker.host, port: broker.port }],
      clusterId: broker.clusterId,
      controllerId: broker.nodeId,
      topics: (all
        ? broker.topics.all().map((topic) =>
          describe(broker, topic)
        )
        : wanted.map(({ name, topicId }) =>
          name === null || name === "" && topicId !== NO_ID
            ? byId(broker, topicId, version)
            : byName(broker, name, allowAutoTopicCreation)
        )).map((topic) => ({
          ...topic,
          topicAuthorizedOperations: authorized("topic", request.includeTopicAuthorizedOperations),
        })),
      clusterAuthorizedOperations: authorized(
        "cluster",
        request.includeClusterAuthorizedOperations,
      ),
    };
  },
});

function byId(broker: Broker, id: string, version: number) {
  // The versions before have the field, but Kafka never answered it there.
  if (version < IDS_SINCE) {
    return { errorCode: ERRORS.INVALID_REQUEST, name: "", topicId: id, partitions: [] };
  }
  const topic = broker.topics.byId(id);
  if (topic !== undefined) return describe(broker, topic);
  return { errorCode: ERRORS.UNKNOWN_TOPIC_ID, name: null, topicId: id, partitions: [] };
}

function byName(broker: Broker, name: string, mayCreate: boolean) {
  const found = broker.topics.get(name);
  if (found !== undefined) return describe(broker, found);
  const creates = mayCreate && broker.config("auto.create.topics.enable") === "true";
  const partitions = Number(broker.config("num.partitions"));
  const { errorCode, value } = outcomeOf(() => {
    broker.topics.checkNew(name, partitions, {});
    if (!creates) return undefined;
    return withState(broker, () => broker.topics.create(name, partitions, {}));
  });
  if (value !== undefined) return describe(broker, value);
  return { errorCode: errorCode || ERRORS.UNKNOWN_TOPIC_OR_PARTITION, name, partitions: [] };
}

function describe({ nodeId }: Broker, topic: Topic) {
  return {
    errorCode: ERRORS.NONE,
    name: topic.name,
    topicId: topic.id,
    partitions: topic.partitions.map((_, partitionIndex) => ({
      errorCode: ERRORS.NONE,
      partitionIndex,
      leaderId: nodeId,
      leaderEpoch: 0,
      replicaNodes: [nodeId],
      isrNodes: [nodeId],
    })),
  };
}
