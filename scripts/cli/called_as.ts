/**
 * How the tasks are called here: hints are there to be typed.
 * @module
 */

/** npm tells what it runs as what; `npx` is its name for a package's program that is run once. */
const isNpx = Deno.env.get("npm_lifecycle_event") === "npx";

/** What stands before a task's name. */
export const CALLED_AS: string = isNpx ? "npx -y deno task" : "deno task";

/**
 * Puts command lines of the tasks as they are called here.
 *
 * @param text Text in which `deno task` stands for how they are called
 * @returns The text for the reader
 */
export function asCalled(text: string): string {
  return text.replace(/\bdeno task\b/g, CALLED_AS);
}
