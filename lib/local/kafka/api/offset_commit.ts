/** A group says how far it has come. @module */
import type { Broker } from "../broker.ts";
import type { CommittedOffset } from "../group/offsets.ts";
import { ERRORS, outcomeOf, ProtocolError } from "../protocol/errors.ts";
import { offsetCommitRequest, offsetCommitResponse } from "../protocol/messages/offset_commit.ts";
import type { Read } from "../protocol/schema.ts";
import { api, type RequestContext } from "./api.ts";
import { withState } from "./log_access.ts";

type Request = Read<typeof offsetCommitRequest>;

export const offsetCommit = api({
  key: 8,
  name: "OffsetCommit",
  versions: [2, 9],
  request: offsetCommitRequest,
  response: offsetCommitResponse,
  handle(request, { broker, version }: RequestContext) {
    const { errorCode: refusal, value: check } = outcomeOf(() => checkOf(broker, request, version));
    const maxMetadata = Number(broker.config("offset.metadata.max.bytes"));
    const accepted: CommittedOffset[] = [];
    const topics = request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((partition) => {
        const { partitionIndex, committedOffset, committedMetadata } = partition;
        const topic = broker.topics.get(name);
        if (topic?.partitions[partitionIndex] === undefined) {
          return { partitionIndex, errorCode: ERRORS.UNKNOWN_TOPIC_OR_PARTITION };
        }
        if (check === undefined) return { partitionIndex, errorCode: refusal };
        const { errorCode } = outcomeOf(() => check(topic.id, partitionIndex));
        if (errorCode !== ERRORS.NONE) return { partitionIndex, errorCode };
        if ((committedMetadata?.length ?? 0) > maxMetadata) {
          return { partitionIndex, errorCode: ERRORS.OFFSET_METADATA_TOO_LARGE };
        }
        accepted.push({
          topic: name,
          partition: partitionIndex,
          offset: committedOffset,
          leaderEpoch: partition.committedLeaderEpoch,
          metadata: committedMetadata ?? "",
        });
        return { partitionIndex, errorCode: ERRORS.NONE };
      }),
    }));
    if (accepted.length === 0) return { topics };
    // As Kafka's coordinator, which cannot append to its own log: none of them is committed.
    const { errorCode: failure } = outcomeOf(() =>
      withState(
        broker,
        () => broker.groups.offsets.commit(request.groupId, accepted),
        "NOT_COORDINATOR",
      )
    );
    if (failure === ERRORS.NONE) return { topics };
    return {
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex, errorCode }) => ({
          partitionIndex,
          errorCode: errorCode || failure,
        })),
      })),
    };
  },
});

/** Checks who commits; what it returns checks each partition. */
function checkOf(
  broker: Broker,
  request: Request,
  version: number,
): (topicId: string, partition: number) => void {
  const { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generationId } = request;
  const consumers = broker.groups.consumerGroup(groupId);
  if (consumers !== undefined) return consumers.checkCommit(memberId, generationId, version);
  const group = broker.groups.get(groupId);
  // A consumer that chose its partitions itself needs no group: the commit makes it known.
  if (group === undefined && generationId >= 0) {
    throw new ProtocolError("ILLEGAL_GENERATION", `There is no group '${groupId}'.`);
  }
  group?.checkCommit({ memberId, groupInstanceId, generationId });
  return () => {};
}
