/**
 * Memory that all connections share for large requests.
 * @module
 */
import { MalformedError } from "../protocol/reader.ts";

/** What is left of the memory. */
export interface Budget {
  /** @throws {MalformedError} There is not as much left: the connection must close */
  take(bytes: number): void;
  give(bytes: number): void;
}

/**
 * Sets memory aside.
 *
 * @param limit Bytes there are
 * @returns The budget, all of it left
 */
export function createBudget(limit: number): Budget {
  let left = limit;
  return {
    take(bytes) {
      // Waiting for others to finish could wait for ever: they may wait as well. The client that is
      // cut off tries again.
      if (bytes > left) throw new MalformedError("Too many large requests at once");
      left -= bytes;
    },
    give(bytes) {
      left += bytes;
    },
  };
}
