/**
 * How the tasks are called here: hints are there to be typed.
 * @module
 */

/** Whether the tasks are run through npx, which is npm's name for a program that is run once. */
export const IS_NPX = Deno.env.get("npm_lifecycle_event") === "npx";

/** What stands before a task's name. */
export const CALLED_AS: string = IS_NPX ? "npx -y deno task" : "deno task";

/**
 * Puts command lines of the tasks as they are called here.
 *
 * @param text Text in which `deno task` stands for how they are called
 * @returns The text for the reader
 */
export function asCalled(text: string): string {
  return text.replace(/\bdeno task\b/g, CALLED_AS);
}
