/**
 * Questions that a person at a terminal answers.
 * @module
 */
import { createInterface } from "node:readline/promises";
import process from "node:process";
import { UsageError } from "../../lib/errors.ts";

/**
 * Asks a yes-or-no question on standard error. Deno's own `confirm` would block the process, and
 * Ctrl-C with it.
 *
 * @param question The question, without the answers to choose from
 * @param options The signal that ends the waiting, and what to say where nobody can be asked
 * @returns Whether the answer was yes; Enter alone, the end of the input and Ctrl-C mean no
 * @throws {UsageError} Standard input is no terminal
 */
export async function agreed(
  question: string,
  { signal, unasked }: { signal: AbortSignal; unasked: { message: string; remedy: string } },
): Promise<boolean> {
  if (!Deno.stdin.isTerminal()) throw new UsageError(unasked.message, unasked.remedy);
  // The terminal keeps its own line editing, and makes a signal of Ctrl-C.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const ended = new Promise<string>((resolve) => {
    lines.once("close", () => resolve(""));
    signal.addEventListener("abort", () => resolve(""), { once: true });
  });
  try {
    const answer = await Promise.race([lines.question(`${question} [y/N] `), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
