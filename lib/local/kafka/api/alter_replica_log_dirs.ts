/** Moving partitions to other folders of this broker: there is one. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  alterReplicaLogDirsRequest,
  alterReplicaLogDirsResponse,
} from "../protocol/messages/alter_replica_log_dirs.ts";
import { api, type RequestContext } from "./api.ts";

export const alterReplicaLogDirs = api({
  key: 34,
  name: "AlterReplicaLogDirs",
  versions: [1, 2],
  request: alterReplicaLogDirsRequest,
  response: alterReplicaLogDirsResponse,
  handle({ dirs }, { broker }: RequestContext) {
    const errorOf = (path: string, topic: string, partition: number) => {
      if (path !== broker.dir) return ERRORS.LOG_DIR_NOT_FOUND;
      return broker.topics.get(topic)?.partitions[partition] === undefined
        ? ERRORS.UNKNOWN_TOPIC_OR_PARTITION
        : ERRORS.NONE;
    };
    const results = dirs.flatMap(({ path, topics }) =>
      topics.map(({ name, partitions }) => ({
        topicName: name,
        partitions: partitions.map((partitionIndex) => ({
          partitionIndex,
          errorCode: errorOf(path, name, partitionIndex),
        })),
      }))
    );
    return {
      results: [...Map.groupBy(results, ({ topicName }) => topicName)].map(([topicName, of]) => ({
        topicName,
        partitions: of.flatMap(({ partitions }) => partitions),
      })),
    };
  },
});
