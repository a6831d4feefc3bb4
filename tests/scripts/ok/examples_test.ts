import { assertEquals } from "@std/assert";
import { missingExamples } from "../../../scripts/ok/examples.ts";

async function documentationOf(source: string): Promise<unknown> {
  const dir = await Deno.makeTempDir();
  try {
    const file = `${dir}/mod.ts`;
    await Deno.writeTextFile(file, source);
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["doc", "-q", "--json", file],
    }).output();
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const RUNS = " * @example\n * ```ts\n * assertEquals(1, 1);\n * ```";

Deno.test("an exported function and class need an example that runs; the rest needs none", async () => {
  const documentation = await documentationOf(`
/**
 * Good.
${RUNS}
 */
export function good(): void {}
/** Bare. */
export function bare(): void {}
/**
 * Not run.
${RUNS.replace("```ts", "```ts ignore")}
 */
export class NotRun {}
/**
 * Asserts nothing.
${RUNS.replace("assertEquals(1, 1)", "console.log(1)")}
 */
export function silent(): void {}
/** A type. */
export interface Shape {}
/** A constant. */
export const SIZE = 1;
function inner(): void {}
inner();
`);
  assertEquals(missingExamples(documentation).map(({ name, why }) => [name, why.slice(0, 30)]), [
    ["bare", "has no @example"],
    ["NotRun", "has an @example that is not ru"],
    ["silent", "has an @example that asserts n"],
  ]);
});
