/**
 * How whoever reads an error starts the embedded stack.
 * @module
 */
import { runningKernel } from "./kernel.ts";

/**
 * Tells how the embedded stack is started, where the code runs now.
 *
 * @returns A sentence
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(startHint(), "Start the embedded stack in another terminal: deno task local");
 * ```
 */
export function startHint(): string {
  return runningKernel() !== undefined
    ? "Run the notebook's set-up cell again: it starts the embedded stack."
    : "Start the embedded stack in another terminal: deno task local";
}
