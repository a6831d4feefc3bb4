/**
 * The rule that every exported function and class has an example that runs.
 * @module
 */

/** What `deno doc --json` says, as far as the rule reads it. */
interface Documentation {
  nodes: Record<string, { symbols: DocumentedSymbol[] }>;
}

interface DocumentedSymbol {
  name: string;
  declarations: {
    kind: string;
    location: { filename: string; line: number };
    jsDoc?: { doc?: string; tags?: { kind: string; doc?: string }[] };
  }[];
}

/** An exported function or class that breaks the rule. */
export interface MissingExample {
  name: string;
  /** `file:line` of its declaration. */
  place: string;
  why: string;
}

/** The opening of a block that `deno test --doc` runs, as opposed to one marked `ignore`. */
const RUNS = /^```(?:ts|typescript|js|javascript)[ \t]*$/m;

/**
 * Finds the exported functions and classes that have no example, or one that is not run or asserts
 * nothing.
 *
 * @param documentation What `deno doc --json` printed, parsed
 * @returns Those that break the rule
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const location = { filename: "file:///lib/a.ts", line: 3 };
 * const bare = { name: "double", declarations: [{ kind: "function", location }] };
 * const found = missingExamples({ nodes: { "file:///lib/mod.ts": { symbols: [bare] } } });
 * assertEquals(found.map(({ name, why }) => [name, why]), [["double", "has no @example"]]);
 * ```
 */
export function missingExamples(documentation: unknown): MissingExample[] {
  const { nodes } = documentation as Documentation;
  return Object.values(nodes).flatMap(({ symbols }) => symbols).flatMap(
    ({ name, declarations }) => {
      const callable = declarations.filter(({ kind }) => kind === "function" || kind === "class");
      const first = callable[0];
      if (first === undefined) return [];
      // An overloaded function is documented once.
      const examples = callable.flatMap(({ jsDoc }) => jsDoc?.tags ?? [])
        .filter(({ kind }) => kind === "example").map(({ doc }) => doc ?? "");
      const why = whyNot(examples);
      const { filename, line } = first.location;
      return why === undefined ? [] : [{ name, place: `${filename}:${line + 1}`, why }];
    },
  );
}

function whyNot(examples: readonly string[]): string | undefined {
  if (examples.length === 0) return "has no @example";
  const run = examples.filter((text) => RUNS.test(text));
  if (run.length === 0) {
    return "has an @example that is not run: it needs a block that begins ```ts";
  }
  if (!run.some((text) => /\bassert\w*\(/.test(text))) {
    return "has an @example that asserts nothing";
  }
  return undefined;
}
