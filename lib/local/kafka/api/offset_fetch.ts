/** How far groups have come. @module */
import type { Broker } from "../broker.ts";
import type { CommittedOffset } from "../group/offsets.ts";
import { ERRORS, outcomeOf } from "../protocol/errors.ts";
import { offsetFetchRequest, offsetFetchResponse } from "../protocol/messages/offset_fetch.ts";
import { api, type RequestContext } from "./api.ts";

/** First version that asks for several groups at once (KIP-709). */
const MANY_SINCE = 8;

type Wanted = { name: string; partitionIndexes: number[] }[] | null;

export const offsetFetch = api({
  key: 9,
  name: "OffsetFetch",
  versions: [1, 9],
  request: offsetFetchRequest,
  response: offsetFetchResponse,
  handle({ groupId, topics, groups }, { broker, version }: RequestContext) {
    if (version < MANY_SINCE) return { topics: offsetsOf(broker, groupId, topics) };
    return {
      groups: groups.map(({ groupId, memberId, memberEpoch, topics }) => {
        const { errorCode } = outcomeOf(() => {
          // Who names no member asks as an outsider.
          if (memberId === null && memberEpoch < 0) return;
          broker.groups.consumerGroup(groupId)?.checkOffsets(memberId ?? "", memberEpoch);
        });
        const isRefused = errorCode !== ERRORS.NONE;
        return { groupId, topics: isRefused ? [] : offsetsOf(broker, groupId, topics), errorCode };
      }),
    };
  },
});

/** The committed offsets of some partitions, or of all that have any. */
function offsetsOf({ groups: { offsets } }: Broker, groupId: string, wanted: Wanted) {
  if (wanted !== null) {
    return wanted.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partition) =>
        answer(partition, offsets.get(groupId, name, partition))
      ),
    }));
  }
  const topics = new Map<string, ReturnType<typeof answer>[]>();
  for (const committed of offsets.all(groupId)) {
    const partitions = topics.get(committed.topic) ?? [];
    topics.set(committed.topic, partitions);
    partitions.push(answer(committed.partition, committed));
  }
  return [...topics].map(([name, partitions]) => ({ name, partitions }));
}

function answer(partitionIndex: number, committed: CommittedOffset | undefined) {
  return {
    partitionIndex,
    committedOffset: committed?.offset ?? -1n,
    committedLeaderEpoch: committed?.leaderEpoch ?? -1,
    metadata: committed?.metadata ?? "",
    errorCode: ERRORS.NONE,
  };
}
