/**
 * Exercises that check themselves, and failures that are meant to be.
 * @module
 */
import { TickertapeError } from "../errors.ts";
import { escapeMarkdown, markdown, show } from "./display.ts";
import type { View } from "./view.ts";

/** An exercise that is not solved yet. */
export class ExerciseError extends Error {
  override name = "ExerciseError";
  /** What to try next. */
  readonly hint: string;

  constructor(exercise: string, hint: string, cause?: unknown) {
    const verdict = cause instanceof Error ? `not yet: ${cause.message}` : "not yet.";
    super(`${exercise}: ${verdict}\nHint: ${hint}`, cause === undefined ? undefined : { cause });
    this.hint = hint;
    // The kernel shows the stack; where in this file it was thrown helps no learner.
    this.stack = `${new.target.name}: ${this.message}`;
  }
}

/**
 * Checks the answer to an exercise: says so where it is right, and throws with a hint where not.
 *
 * @param exercise What the exercise is called
 * @param isRight Whether the answer is right; an error it throws counts as not right, and is told
 * @param hint What to try next
 * @throws {ExerciseError} The answer is not right yet
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 *
 * await check("Exercise 1", () => 1 + 1 === 2, "Count on your fingers");
 * await assertRejects(() => check("Exercise 2", () => false, "Look again"), Error, "Look again");
 * ```
 */
export async function check(
  exercise: string,
  isRight: () => unknown,
  hint: string,
): Promise<void> {
  let right: unknown;
  try {
    right = await isRight();
  } catch (error) {
    throw new ExerciseError(exercise, hint, error);
  }
  if (right !== true) throw new ExerciseError(exercise, hint);
  await show(markdown(`✓ **${exercise}**: right.`));
}

/**
 * Does something that is meant to fail, and shows how it failed and what to do about it.
 *
 * @param work Something that throws
 * @throws {Error} It did not fail
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 *
 * await showFailure(() => JSON.parse("{"));
 * await assertRejects(() => showFailure(() => JSON.parse("{}")), Error, "meant to fail");
 * ```
 */
export async function showFailure(work: () => unknown): Promise<void> {
  let failure: unknown;
  try {
    await work();
  } catch (error) {
    failure = error;
  }
  if (failure === undefined) {
    throw new Error(
      "This was meant to fail, and it did not: cells further down have been run before. " +
        "Run the notebook from its top to see it fail.",
    );
  }
  await show(failureView(failure instanceof Error ? failure : new Error(String(failure))));
}

/**
 * Lays an error out: what failed, and what to do about it.
 *
 * @param error The error
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const view = failureView(new TypeError("2 < 1"));
 * assertEquals(view.data["text/plain"], "✗ TypeError: 2 < 1");
 * assertEquals(view.data["text/markdown"], "✗ **TypeError:** 2 \\< 1");
 * ```
 */
export function failureView(error: Error): View {
  const { name, message } = error;
  const remedy = error instanceof TickertapeError ? error.remedy : undefined;
  return {
    data: {
      "text/markdown": [
        `✗ **${name}:** ${escapeMarkdown(message)}`,
        ...(remedy === undefined ? [] : ["**What to do:**", ...paragraphs(remedy)]),
      ].join("\n\n"),
      "text/plain": [
        `✗ ${name}: ${message}`,
        ...(remedy === undefined ? [] : ["What to do:", remedy]),
      ].join("\n\n"),
    },
  };
}

/** A line of the statement that is at fault, or the mark below it, as errors of queries show them. */
const EXCERPT = /^\s*\d* \| /;

/** Lines of a remedy, each a paragraph; those of a statement keep their places in a block. */
function paragraphs(remedy: string): string[] {
  const lines = remedy.split("\n");
  const excerpt = lines.filter((line) => EXCERPT.test(line));
  const words = lines.filter((line) => !EXCERPT.test(line) && line.trim() !== "");
  return [
    ...(excerpt.length === 0 ? [] : ["```text\n" + excerpt.join("\n") + "\n```"]),
    ...words.map(escapeMarkdown),
  ];
}
