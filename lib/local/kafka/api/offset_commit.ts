/** A group says how far it has come. @module */
import type { Broker } from "../broker.ts";
import type { CommittedOffset } from "../group/offsets.ts";
import { ERRORS, outcomeOf } from "../protocol/errors.ts";
import { offsetCommitRequest, offsetCommitResponse } from "../protocol/messages/offset_commit.ts";
import type { Read } from "../protocol/schema.ts";
import { api, type RequestContext } from "./api.ts";

type Request = Read<typeof offsetCommitRequest>;

export const offsetCommit = api({
  key: 8,
  name: "OffsetCommit",
  versions: [2, 9],
  request: offsetCommitRequest,
  response: offsetCommitResponse,
  handle(request, { broker }: RequestContext) {
    const refusal = refusalOf(broker, request);
    const maxMetadata = Number(broker.config("offset.metadata.max.bytes"));
    const accepted: CommittedOffset[] = [];
    const topics = request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((partition) => {
        const { partitionIndex, committedOffset, committedMetadata } = partition;
        if (broker.topics.get(name)?.partitions[partitionIndex] === undefined) {
          return { partitionIndex, errorCode: ERRORS.UNKNOWN_TOPIC_OR_PARTITION };
        }
        if (refusal !== ERRORS.NONE) return { partitionIndex, errorCode: refusal };
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
    if (accepted.length > 0) broker.groups.offsets.commit(request.groupId, accepted);
    return { topics };
  },
});

function refusalOf(broker: Broker, request: Request): number {
  const { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generationId } = request;
  const consumers = broker.groups.consumerGroup(groupId);
  if (consumers !== undefined) {
    return outcomeOf(() => consumers.checkOffsets(memberId, generationId)).errorCode;
  }
  const group = broker.groups.get(groupId);
  // A consumer that chose its partitions itself needs no group: the commit makes it known.
  if (group === undefined) return generationId < 0 ? ERRORS.NONE : ERRORS.ILLEGAL_GENERATION;
  return outcomeOf(() => group.checkCommit({ memberId, groupInstanceId, generationId })).errorCode;
}
