import { hourOf } from "../../../lib/sink/object_key.ts";
import { Violation, type World } from "./world.ts";

/** Checks what is in the model's S3, offset by offset, against the topic. */
export function check(world: World): void {
  // A sink that finds another topic's objects stops; what is there is left as it is.
  if (world.stopped) {
    if (world.topic.life === 0) throw new Violation("a sink stopped, and the topic is the same");
    return;
  }
  if (world.began === undefined) throw new Violation("nothing was ever read");
  const places = new Map<bigint, string>();
  const ranges: { first: bigint; next: bigint; key: string }[] = [];
  for (const [key, { metadata, offsets }] of world.objects) {
    for (const offset of offsets) {
      const other = places.get(offset);
      if (other) throw new Violation(`${offset} is in ${other} and in ${key}`);
      places.set(offset, key);
    }
    if (metadata.records !== offsets.length) {
      throw new Violation(`${key} says it holds ${metadata.records}, and holds ${offsets.length}`);
    }
    if (metadata.kind === "letters") continue;
    ranges.push({ first: metadata.firstOffset, next: metadata.nextOffset, key });
  }
  let edge: bigint | undefined;
  for (const { first, next, key } of ranges.sort((a, b) => a.first < b.first ? -1 : 1)) {
    if (edge !== undefined && first !== edge) {
      throw new Violation(`${key} starts at ${first}, and the object before ends at ${edge}`);
    }
    edge = next;
  }
  if (world.topic.life > 0 && world.objects.size > 0) requireOneLife(world);
  for (const { offset, timestamp, dead } of world.topic.records) {
    if (offset < world.began) continue;
    const key = places.get(offset);
    if (key === undefined) throw new Violation(`${offset} is nowhere`);
    if (key.startsWith("dead_letter/") !== dead) throw new Violation(`${offset} is in ${key}`);
    const [, day, hour] = key.match(/dt=(.+)\/hour=(\d\d)\//)!;
    if (hourOf(Date.parse(`${day}T${hour}:00Z`)) < hourOf(timestamp)) {
      throw new Violation(`${offset} is of a later hour than ${key}`);
    }
  }
  if (edge !== undefined && world.committed !== edge) {
    throw new Violation(`${world.committed} is committed, and the objects end at ${edge}`);
  }
}

/** What is stored of this life must not have been taken for stored from one before. */
function requireOneLife(world: World): void {
  const offsets = new Set(world.topic.records.map((record) => record.offset));
  for (const [key, object] of world.objects) {
    const foreign = object.offsets.find((offset) => !offsets.has(offset));
    if (foreign !== undefined) throw new Violation(`${key} holds ${foreign} of another life`);
  }
}
