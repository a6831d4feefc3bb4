/**
 * Sets of partitions, of topics by their id.
 * @module
 */

/** Partitions, by the id of their topic. None is empty. */
export type Partitions = ReadonlyMap<string, ReadonlySet<number>>;

/** As the protocol has them. */
export type TopicPartitions = readonly { topicId: string; partitions: readonly number[] }[];

/** No partitions. */
export const NONE: Partitions = new Map();

/** Partitions from the protocol's. */
export function partitionsOf(topics: TopicPartitions): Partitions {
  return collect(
    topics.flatMap(({ topicId, partitions }) =>
      partitions.map((partition): [string, number] => [topicId, partition])
    ),
  );
}

/** Partitions as the protocol has them, in the order of their numbers. */
export function toProtocol(partitions: Partitions) {
  return [...partitions].map(([topicId, indexes]) => ({
    topicId,
    partitions: [...indexes].sort((a, b) => a - b),
  }));
}

/** A partition as the key of a map. */
export const placeOf = (topicId: string, partition: number): string => `${topicId} ${partition}`;

/** Each partition of a set. */
export function* each(partitions: Partitions): Generator<[topicId: string, partition: number]> {
  for (const [topicId, indexes] of partitions) for (const index of indexes) yield [topicId, index];
}

/** The set of some partitions. */
export function collect(
  pairs: Iterable<readonly [topicId: string, partition: number]>,
): Partitions {
  const found = new Map<string, Set<number>>();
  for (const [topicId, partition] of pairs) {
    const indexes = found.get(topicId);
    if (indexes === undefined) found.set(topicId, new Set([partition]));
    else indexes.add(partition);
  }
  return found;
}

/** Whether a set has a partition. */
export function has(partitions: Partitions, topicId: string, partition: number): boolean {
  return partitions.get(topicId)?.has(partition) ?? false;
}

/** Those of a set that something holds for. */
export function filter(
  partitions: Partitions,
  test: (topicId: string, partition: number) => boolean,
): Partitions {
  return collect([...each(partitions)].filter(([topicId, partition]) => test(topicId, partition)));
}

/** All of two sets. */
export function union(a: Partitions, b: Partitions): Partitions {
  return collect([...each(a), ...each(b)]);
}

/** Number of partitions. */
export function size(partitions: Partitions): number {
  let count = 0;
  for (const indexes of partitions.values()) count += indexes.size;
  return count;
}

/** Whether all of a set are in another. */
export function isSubset(part: Partitions, whole: Partitions): boolean {
  return [...each(part)].every(([topicId, partition]) => has(whole, topicId, partition));
}

/** Whether two sets are the same. */
export function isSame(a: Partitions, b: Partitions): boolean {
  return size(a) === size(b) && isSubset(a, b);
}
