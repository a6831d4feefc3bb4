/**
 * How the partitions of topics are shared among the members that read them.
 * @module
 */
import { collect, has, type Partitions } from "./partitions.ts";

/** A topic, seen by an assignor. */
export interface AssignableTopic {
  id: string;
  partitions: number;
}

/** A member, seen by an assignor. */
export interface Assignee {
  memberId: string;
  instanceId: string | null;
  topics: readonly AssignableTopic[];
  /** What it was to read before. */
  before: Partitions;
}

/** Shares partitions: what each member is to read, by its id. */
export type Assignor = (members: readonly Assignee[]) => Map<string, Partitions>;

/** As many partitions to each as to the others, or one more; as few as can be change hands. */
export const uniform: Assignor = (members) => {
  const owners = new Map<Place, Assignee>();
  const loads = new Map(members.map((member) => [member, 0]));
  const give = (place: Place, member: Assignee) => {
    const owner = owners.get(place);
    if (owner !== undefined) loads.set(owner, loads.get(owner)! - 1);
    owners.set(place, member);
    loads.set(member, loads.get(member)! + 1);
  };
  const idlest = (readers: readonly Assignee[]) =>
    readers.reduce((least, other) => loads.get(other)! < loads.get(least)! ? other : least);
  const places = placesOf(members);
  for (const place of places) {
    const owner = place.readers.find(({ before }) => has(before, place.topicId, place.partition));
    if (owner !== undefined) give(place, owner);
  }
  // The fewer members may read one, the earlier it is given.
  for (const place of places.toSorted((a, b) => a.readers.length - b.readers.length)) {
    if (!owners.has(place)) give(place, idlest(place.readers));
  }
  for (let isEven = false; !isEven;) {
    isEven = true;
    for (const place of places) {
      const other = idlest(place.readers);
      if (loads.get(owners.get(place)!)! - loads.get(other)! < 2) continue;
      give(place, other);
      isEven = false;
    }
  }
  const pairs = Map.groupBy(owners, ([, { memberId }]) => memberId);
  return new Map(members.map(({ memberId }) => [
    memberId,
    collect((pairs.get(memberId) ?? []).map(([place]) => [place.topicId, place.partition])),
  ]));
};

/** Of each topic a range of neighbours to each: the same range of topics with as many partitions. */
export const range: Assignor = (members) => {
  const pairs = new Map<string, [string, number][]>(members.map(({ memberId }) => [memberId, []]));
  const topics = new Map(
    members.flatMap((member) => member.topics.map((topic) => [topic.id, topic])),
  );
  const inOrder = [...members].sort(byInstanceThenId);
  for (const topic of topics.values()) {
    const readers = inOrder.filter((member) => member.topics.some(({ id }) => id === topic.id));
    const least = Math.floor(topic.partitions / readers.length);
    const oneMore = topic.partitions % readers.length;
    let next = 0;
    readers.forEach(({ memberId }, i) => {
      const end = next + least + (i < oneMore ? 1 : 0);
      for (; next < end; next++) pairs.get(memberId)!.push([topic.id, next]);
    });
  }
  return new Map([...pairs].map(([memberId, own]) => [memberId, collect(own)]));
};

/** The assignors by their name, the first one where nobody asks for another. */
export const ASSIGNORS: Readonly<Record<string, Assignor>> = { uniform, range };

/** A partition, and the members that may read it. */
interface Place {
  topicId: string;
  partition: number;
  readers: readonly Assignee[];
}

function placesOf(members: readonly Assignee[]): Place[] {
  const topics = new Map(
    members.flatMap((member) => member.topics.map((topic) => [topic.id, topic])),
  );
  return [...topics.values()].flatMap(({ id: topicId, partitions }) => {
    const readers = members.filter((member) => member.topics.some(({ id }) => id === topicId));
    return Array.from({ length: partitions }, (_, partition) => ({ topicId, partition, readers }));
  });
}

/** Instances first, so that a range is the same when one comes again under its name. */
function byInstanceThenId(a: Assignee, b: Assignee): number {
  const key = ({ instanceId, memberId }: Assignee) =>
    instanceId === null ? `1${memberId}` : `0${instanceId}`;
  return key(a) < key(b) ? -1 : 1;
}
