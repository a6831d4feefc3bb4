/**
 * A guard against commits that the client makes by itself.
 * @module
 */
import type { Broker, Cluster } from "kafkajs";

/** What a commit carries, as the client makes it. */
type CommitRequest = Parameters<Broker["offsetCommit"]>[0];

/**
 * Keeps the client from committing "begin anew" where the topic no longer has the offset it is at:
 * the group would forget where what is stored ends.
 *
 * @param cluster The client's view of the brokers
 * @param topic The topic
 * @param onLost Told of each partition whose offset the topic no longer has
 */
export function guardCommits(
  cluster: Cluster,
  topic: string,
  onLost: (partition: number) => void,
): void {
  const find = cluster.findGroupCoordinator.bind(cluster);
  const guarded = new WeakSet<Broker>();
  cluster.findGroupCoordinator = async (group) => {
    const broker = await find(group);
    if (guarded.has(broker)) return broker;
    guarded.add(broker);
    const commit = broker.offsetCommit.bind(broker);
    broker.offsetCommit = async (request: CommitRequest) => {
      const lost = request.topics.filter((one) => one.topic === topic)
        .flatMap(({ partitions }) => partitions.filter(({ offset }) => BigInt(offset) < 0n));
      if (lost.length === 0) return await commit(request);
      for (const { partition } of lost) onLost(partition);
    };
    return broker;
  };
}
