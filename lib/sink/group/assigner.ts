/**
 * Who of a group reads which partition.
 * @module
 */
import { AssignerProtocol, type Cluster, type PartitionAssigner } from "kafkajs";

const { MemberAssignment, MemberMetadata } = AssignerProtocol;

/**
 * Gives each topic's partitions in turn to the members that read it. The client's own assigner gives
 * them to all members alike: one that reads another topic would get partitions that nobody reads
 * then.
 *
 * @param config What the client gives an assigner
 * @returns The assigner, under the name that the client's own has
 */
export const bySubscription: PartitionAssigner = ({ cluster }) => ({
  name: "RoundRobinAssigner",
  version: 0,
  async assign({ members }) {
    const readers = new Map<string, string[]>();
    for (const { memberId, memberMetadata } of members) {
      for (const topic of MemberMetadata.decode(memberMetadata)?.topics ?? []) {
        readers.set(topic, [...readers.get(topic) ?? [], memberId].sort());
      }
    }
    const given = new Map<string, Record<string, number[]>>();
    for (const topic of [...readers.keys()].sort()) {
      const those = readers.get(topic)!;
      for (const [turn, partition] of (await partitionsOf(cluster, topic)).entries()) {
        const member = those[turn % those.length]!;
        const assignment = given.get(member) ?? {};
        given.set(member, assignment);
        (assignment[topic] ??= []).push(partition);
      }
    }
    return [...given].map(([memberId, assignment]) => ({
      memberId,
      memberAssignment: MemberAssignment.encode({ version: 0, assignment, userData: empty }),
    }));
  },
  protocol: ({ topics }) => ({
    name: "RoundRobinAssigner",
    metadata: MemberMetadata.encode({ version: 0, topics, userData: empty }),
  }),
});

const empty = new Uint8Array() as Parameters<typeof MemberMetadata.encode>[0]["userData"];

/** Errors that say that a topic is not there for this member. */
const NO_TOPIC = [
  "UNKNOWN_TOPIC_OR_PARTITION",
  "TOPIC_AUTHORIZATION_FAILED",
  "INVALID_TOPIC_EXCEPTION",
];

async function partitionsOf(cluster: Cluster, topic: string): Promise<number[]> {
  const ids = () => cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId);
  const { targetTopics } = cluster as { targetTopics?: Set<string> };
  if (targetTopics?.has(topic)) return ids();
  // A topic of other members alone is looked at now, and not kept: it may be deleted one day.
  try {
    await cluster.addTargetTopic(topic);
    return ids();
  } catch (error) {
    if (NO_TOPIC.includes((error as { type?: string }).type ?? "")) return [];
    throw error;
  } finally {
    targetTopics?.delete(topic);
  }
}
