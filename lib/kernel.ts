/**
 * Whether the code runs in a notebook.
 * @module
 */

/**
 * Gives the Deno kernel that runs the code, as its `Deno.jupyter` is.
 *
 * @returns The kernel; `undefined` outside of a notebook
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(runningKernel(), undefined);
 * ```
 */
export function runningKernel(): unknown {
  try {
    return (Deno as unknown as { jupyter?: unknown }).jupyter;
  } catch {
    // Outside of a notebook Deno throws where it is asked for the kernel.
    return undefined;
  }
}
