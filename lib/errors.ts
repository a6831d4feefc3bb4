/**
 * Errors that tell what could not be done, why, and what to do about it.
 * @module
 */

/** What a {@linkcode TickertapeError} is made of. */
export interface ErrorDetails {
  /** Stable upper-snake-case name of the failure, such as `CSV_WRONG_FIELDS`. */
  code: string;
  /** What could not be done, with which value, and why; one line. */
  message: string;
  /** What the reader can do about it; one or more lines. */
  remedy: string;
  /** Whether the same call may succeed later without a change. */
  retriable?: boolean;
  /** The error underneath. */
  cause?: unknown;
}

/**
 * A failure the user can do something about.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const error = new TickertapeError({
 *   code: "TOPIC_MISSING",
 *   message: "Could not read topic 'prices': it does not exist",
 *   remedy: "Make it with: deno task topic create prices",
 * });
 * assertEquals(error.code, "TOPIC_MISSING");
 * assertEquals(error.retriable, false);
 * ```
 */
export class TickertapeError extends Error {
  override name = "TickertapeError";
  /** Stable upper-snake-case name of the failure. */
  readonly code: string;
  /** What the reader can do about it. */
  readonly remedy: string;
  /** Whether the same call may succeed later without a change. */
  readonly retriable: boolean;

  constructor(details: ErrorDetails) {
    super(details.message, "cause" in details ? { cause: details.cause } : undefined);
    this.code = details.code;
    this.remedy = details.remedy;
    this.retriable = details.retriable ?? false;
    // Where nobody catches it, as in a notebook's cell, the stack is all that is shown.
    const frames = this.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
    this.stack = [`${new.target.name}: ${details.message}`, `→ ${details.remedy}`, ...frames]
      .join("\n");
  }
}

/**
 * A flag, an argument or a setting that cannot be used; tasks end with exit code 2.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const error = new UsageError("--rate takes a positive number or max, not 'fast'", "Try --rate 50");
 * assertEquals(error.code, "USAGE");
 * ```
 */
export class UsageError extends TickertapeError {
  override name = "UsageError";

  constructor(message: string, remedy: string, cause?: unknown) {
    super({ code: "USAGE", message, remedy, cause });
  }
}
