/**
 * What lists are made of.
 * @module
 */
import { Buffer } from "node:buffer";
import { badArgument, udf, type Udfs } from "../udf.ts";

/** Places of the parts of each combination, the first place 1: by the last of them, then the next. */
function combinations(length: bigint, size: bigint): string {
  if (size < 0n) badArgument(`combination size must not be negative: ${size}`);
  if (size > 5n) badArgument(`combination size must not exceed 5: ${size}`);
  const [n, k] = [Number(length), Number(size)];
  if (k > n) return "[]";
  let count = 1;
  for (let i = 1; i <= k; i++) {
    const product = count * (n - k + i);
    if (product > 2147483647) {
      badArgument(
        `Number of combinations too large for array of size ${n} and combination length ${k}`,
      );
    }
    count = Math.floor(product / i);
  }
  if (count * k > 100_000) badArgument("combinations exceed max size");
  const found: number[][] = [];
  const places = Array.from({ length: k }, (_, i) => i + 1);
  for (;;) {
    found.push([...places]);
    const moving = places.findIndex((place, i) => place + 1 < (places[i + 1] ?? n + 1));
    if (moving < 0) return JSON.stringify(found);
    places[moving]!++;
    for (let i = 0; i < moving; i++) places[i] = i + 1;
  }
}

/** Joins texts as long as there is room, and tells of the others. */
function truncated(
  { items }: { items: readonly string[] },
  separator: string,
  filler: string,
  count: boolean,
  most: bigint,
): string | null {
  if (items.length === 0) return null;
  let list = "";
  let room = Number(most);
  for (const [i, item] of items.entries()) {
    const next = i === 0 ? item : separator + item;
    room -= Buffer.byteLength(next);
    if (room >= 0) list += next;
    else {
      const others = count ? `(${items.length - i})` : "";
      return list + (i === 0 ? "" : separator) + filler + others;
    }
  }
  return list;
}

/** Of items that are the same the places, counted from 1; NULLs have none. */
function places({ items }: { items: readonly (string | null)[] }): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [i, item] of items.entries()) {
    if (item === null) continue;
    const same = found.get(item);
    if (same) same.push(i + 1);
    else found.set(item, [i + 1]);
  }
  return found;
}

export const LIST_UDFS: Udfs = {
  t_first_places: udf(
    "t",
    "q",
    (list) => Array.from(places(list).values(), ([first]) => BigInt(first as number)),
  ),
  t_same_places: udf("t", "t", (list) => Array.from(places(list).values(), (same) => same.join())),
  t_truncated_list: udf("tssbi", "s", truncated),
  t_combinations: udf("ii", "s", combinations),
};
