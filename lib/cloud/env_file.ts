/**
 * The part of `.env` that points the pipeline at a stack.
 * @module
 */
import type { Identity } from "./clients.ts";

const END = "# End of what deno task aws up wrote.";

/** Which stack a part of `.env` belongs to. */
export interface EnvOwner {
  stackName: string;
  region: Identity["region"];
}

/** First line of the part; of any stack's where none is named. */
function begin(owner?: EnvOwner): RegExp {
  const whose = owner === undefined ? ".*" : `'${owner.stackName}' in ${owner.region}`;
  return new RegExp(`^# Stack ${whose}, written by deno task aws up; aws down takes it away\\.$`);
}

/**
 * Puts settings into the text of an `.env` file, in a part of their own at its end, in place of
 * the part that was there before, whichever stack's. Every other line stays as it is.
 *
 * @param text Text of the file; empty where there is none
 * @param owner Stack that the settings lead to
 * @param settings Variables to set, none of them a secret
 * @returns The new text
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const owner = { stackName: "tickertape", region: "eu-west-1" };
 * const text = withSettings("KAFKA_TOPIC=ticks\n", owner, { PIPELINE_TARGET: "aws" });
 * assertEquals(text.split("\n").at(0), "KAFKA_TOPIC=ticks");
 * assertEquals(text.includes("\nPIPELINE_TARGET=aws\n"), true);
 * ```
 */
export function withSettings(
  text: string,
  owner: EnvOwner,
  settings: Record<string, string>,
): string {
  const first = `# Stack '${owner.stackName}' in ${owner.region}, ` +
    "written by deno task aws up; aws down takes it away.";
  const assignments = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return replacePart(text, begin(), [first, ...assignments, END]);
}

/**
 * Takes a stack's part out of the text of an `.env` file; another stack's stays.
 *
 * @param text Text of the file
 * @param owner Stack that the settings lead to
 * @returns The new text
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const owner = { stackName: "tickertape", region: "eu-west-1" };
 * const text = withSettings("KAFKA_TOPIC=ticks\n", owner, { PIPELINE_TARGET: "aws" });
 * assertEquals(withoutSettings(text, { ...owner, stackName: "other" }), text);
 * assertEquals(withoutSettings(text, owner), "KAFKA_TOPIC=ticks\n");
 * ```
 */
export function withoutSettings(text: string, owner: EnvOwner): string {
  return replacePart(text, begin(owner), []);
}

function replacePart(text: string, first: RegExp, part: readonly string[]): string {
  // Editors on Windows end lines with CR LF.
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => first.test(line));
  const end = lines.indexOf(END, start);
  const found = start !== -1 && end !== -1;
  if (!found && part.length === 0) return text;
  if (found) lines.splice(start, end - start + 1);
  while (lines.at(-1) === "") lines.pop();
  lines.push(...part);
  return lines.length === 0 ? "" : `${lines.join(lineEnd)}${lineEnd}`;
}
