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
  const shares = new Map(members.map((member) => [member, new Set<Place>()]));
  const load = (member: Assignee) => shares.get(member)!.size;
  const idlest = (readers: readonly Assignee[]) =>
    readers.reduce((least, other) => load(other) < load(least) ? other : least);
  const give = (place: Place, member: Assignee) => {
    const owner = owners.get(place);
    if (owner !== undefined) shares.get(owner)!.delete(place);
    owners.set(place, member);
    shares.get(member)!.add(place);
  };
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
    for (const member of members) {
      for (let path = wayDown(member, shares); path !== undefined; path = wayDown(member, shares)) {
        for (const [place, reader] of path) give(place, reader);
        isEven = false;
      }
    }
  }
  return new Map([...shares].map(([{ memberId }, share]) => [
    memberId,
    collect([...share].map(({ topicId, partition }) => [topicId, partition])),
  ]));
};

/**
 * How a member gets rid of one partition, so that it ends with one that has two fewer at least: each
 * on the way gives the next one what that may read. Without such a way it has as few as it can.
 */
function wayDown(
  from: Assignee,
  shares: ReadonlyMap<Assignee, ReadonlySet<Place>>,
): [Place, Assignee][] | undefined {
  const most = shares.get(from)!.size - 2;
  const before = new Map<Assignee, [Place, Assignee]>();
  const queue = [from];
  for (const giver of queue) {
    for (const place of shares.get(giver)!) {
      for (const reader of place.readers) {
        if (reader === from || before.has(reader)) continue;
        before.set(reader, [place, giver]);
        queue.push(reader);
        if (shares.get(reader)!.size > most) continue;
        const path: [Place, Assignee][] = [];
        for (let at = reader; at !== from;) {
          const [place, giver] = before.get(at)!;
          path.push([place, at]);
          at = giver;
        }
        return path;
      }
    }
  }
  return undefined;
}

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
