/**
 * The part of `.env` that points the pipeline at the stack.
 * @module
 */
const BEGIN = "# Written by deno task aws up; deno task aws down takes it away.";
const END = "# End of what deno task aws up wrote.";

/**
 * Puts settings into the text of an `.env` file, in a part of their own at its end, in place of
 * the part that was there before. Every other line stays as it is.
 *
 * @param text Text of the file; empty where there is none
 * @param settings Variables to set, none of them a secret; `undefined` takes the part away
 * @returns The new text
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const text = withSettings("KAFKA_TOPIC=ticks\n", { PIPELINE_TARGET: "aws" });
 * assertEquals(text.split("\n").at(0), "KAFKA_TOPIC=ticks");
 * assertEquals(text.includes("\nPIPELINE_TARGET=aws\n"), true);
 * assertEquals(withSettings(text, undefined), "KAFKA_TOPIC=ticks\n");
 * ```
 */
export function withSettings(text: string, settings: Record<string, string> | undefined): string {
  // Editors on Windows end lines with CR LF.
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(/\r?\n/);
  const begin = lines.indexOf(BEGIN);
  const end = lines.indexOf(END);
  if (begin !== -1 && end > begin) lines.splice(begin, end - begin + 1);
  while (lines.at(-1) === "") lines.pop();
  if (settings !== undefined) {
    const assignments = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    lines.push(BEGIN, ...assignments, END);
  }
  return lines.length === 0 ? "" : `${lines.join(lineEnd)}${lineEnd}`;
}
