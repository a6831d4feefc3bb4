/**
 * The order of an object's keys that JSON_OBJECT makes: that of Java's `HashMap`.
 * @module
 */
import { QueryError } from "../../errors.ts";

/** `String.hashCode`, spread as the table spreads it. */
function hash(key: string): number {
  let code = 0;
  for (let i = 0; i < key.length; i++) code = (Math.imul(31, code) + key.charCodeAt(i)) | 0;
  return (code ^ (code >>> 16)) >>> 0;
}

/** Most keys of a bucket; beyond it the table grows, and then makes a tree of them. */
const MOST_KEYS = 8;
const SIZE_OF_TREES = 64;

/**
 * Keys in the order of a table to which they were added one after another.
 *
 * @throws {QueryError} `NOT_SUPPORTED`, where so many keys fall together that their order is a tree's
 */
export function objectOrder(keys: readonly string[]): string[] {
  let size = 16;
  let buckets = spread([], size);
  for (const [i, key] of keys.entries()) {
    const bucket = buckets[hash(key) & (size - 1)] as string[];
    bucket.push(key);
    let grows = i + 1 > size * 0.75;
    if (bucket.length > MOST_KEYS) {
      if (size >= SIZE_OF_TREES) {
        throw new QueryError(
          "NOT_SUPPORTED",
          "The order of these keys of JSON_OBJECT is not supported",
        );
      }
      grows = true;
    }
    if (!grows) continue;
    size *= 2;
    buckets = spread(keys.slice(0, i + 1), size);
  }
  return buckets.flat();
}

function spread(keys: readonly string[], size: number): string[][] {
  const buckets = Array.from({ length: size }, (): string[] => []);
  for (const key of keys) buckets[hash(key) & (size - 1)]?.push(key);
  return buckets;
}
