/**
 * Memory that all connections share for large requests and answers.
 * @module
 */
import { MalformedError } from "../protocol/reader.ts";

/** Memory of a broker's connections. */
export interface Budgets {
  /** For requests of more than 1 MB that are being read or worked on. */
  requests: Budget;
  /** For answers that are on their way to clients, which may read slowly. */
  answers: Budget;
}

/** What is left of the memory. */
export interface Budget {
  /** Bytes left; less than none where more was used than there is. */
  readonly left: number;
  /** @throws {MalformedError} There is not as much left: the connection must close */
  take(bytes: number): void;
  /** Takes what is needed in any case. */
  use(bytes: number): void;
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
    get left() {
      return left;
    },
    use(bytes) {
      left -= bytes;
    },
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
