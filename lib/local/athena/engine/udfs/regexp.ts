/**
 * Regular expressions in Java's syntax.
 * @module
 */
import { badArgument, udf, type Udfs } from "../udf.ts";

const compiled = new Map<string, RegExp>();

/** Compiles a pattern; refuses what JavaScript would read in another way than Java. */
export function compile(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) {
    known.lastIndex = 0;
    return known;
  }
  let flags = "gu";
  let source = pattern;
  const leading = /^\(\?([imsx]+)\)/.exec(source);
  if (leading) {
    for (const flag of leading[1] as string) {
      if (flag === "x") unsupported(pattern);
      flags += flag;
    }
    source = source.slice(leading[0].length);
  }
  if (
    /[*+?}]\+|\(\?[imsx-]+[:)]|\[[^\]]*(&&|\[)|\\[QEGXRhHvV]|\\p\{(java|Is|In|L[A-Z1]|Alpha|Digit|Alnum|Punct|Space|Upper|Lower)/
      .test(source)
  ) {
    source = source.replace(
      /\\p\{(Alpha|Digit|Alnum|Upper|Lower|Space)\}/g,
      (_, name: string) => POSIX[name] as string,
    );
    if (/[*+?}]\+|\(\?[imsx-]+[:)]|\[[^\]]*(&&|\[)|\\[QEGXRhHvV]|\\p\{/.test(source)) {
      unsupported(pattern);
    }
  }
  source = source.replace(/\\A/g, "^(?<!.)").replace(/\\[zZ]/g, "$(?!.)");
  const regexp = tryCompile(source, flags, pattern);
  if (compiled.size > 1000) compiled.clear();
  compiled.set(pattern, regexp);
  return regexp;
}

const POSIX: Record<string, string> = {
  Alpha: "[A-Za-z]",
  Digit: "[0-9]",
  Alnum: "[A-Za-z0-9]",
  Upper: "[A-Z]",
  Lower: "[a-z]",
  Space: "\\s",
};

function tryCompile(source: string, flags: string, pattern: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    // With the flag u escapes like \- or \_ are errors; Java takes them as the character.
    const relaxed = source.replace(/\\([^\w\s^$\\.*+?()[\]{}|/-])/g, "$1").replace(
      /\\([_\-])/g,
      (_, c) => c === "-" ? "\\x2d" : c,
    );
    try {
      return new RegExp(relaxed, flags);
    } catch (error) {
      const said = FAULTS.find(([fault]) => String(error).includes(fault))?.[1];
      return badArgument(said ?? `Invalid regular expression: ${pattern}`);
    }
  }
}

/** What is said of a pattern that is none: here, and in the engine's words. */
const FAULTS: [string, string][] = [
  ["Unterminated character class", "premature end of char-class"],
  ["Unterminated group", "end pattern with unmatched parenthesis"],
  ["Invalid capture group name", "end pattern with unmatched parenthesis"],
  ["Unmatched ')'", "unmatched close parenthesis"],
  ["Nothing to repeat", "target of repeat operator is not specified"],
  ["\\ at end of pattern", "end pattern at escape"],
  ["Range out of order in character class", "empty range in char class"],
];

function unsupported(pattern: string): never {
  throw new Error(`NOT_SUPPORTED: the regular expression '${pattern}' is not supported`);
}

function group(match: RegExpMatchArray, number: bigint): string | null {
  if (number < 0n) badArgument("Group cannot be negative");
  if (Number(number) >= match.length) {
    badArgument(`Pattern has ${match.length - 1} groups. Cannot access group ${number}`);
  }
  return match[Number(number)] ?? null;
}

function checkGroup(regexp: RegExp, number: bigint): void {
  const groups =
    (new RegExp(`${regexp.source}|`, regexp.flags).exec("") as RegExpExecArray).length - 1;
  if (number < 0n) badArgument("Group cannot be negative");
  if (Number(number) > groups) {
    badArgument(`Pattern has ${groups} groups. Cannot access group ${number}`);
  }
}

function replaceAll(text: string, pattern: string, replacement: string): string {
  const regexp = compile(pattern);
  return text.replace(regexp, (...found) => {
    const named = typeof found.at(-1) === "object" ? found.pop() as Record<string, string> : {};
    const groups = found.slice(0, -2) as (string | undefined)[];
    return replacement.replace(
      /\\(.)|\$(?:\{(\w+)\}|(\d))(\d*)|\$/gs,
      (whole, escaped?: string, name?: string, digit?: string, more = "") => {
        if (escaped !== undefined) return escaped;
        if (name !== undefined) {
          return (named[name] ??
            badArgument(`Illegal replacement sequence: unknown group { ${name} }`)) + more;
        }
        if (digit === undefined) return badArgument(`Illegal replacement sequence: ${whole}`);
        let index = digit;
        let rest = more;
        if (Number(index) >= groups.length) {
          badArgument(`Illegal replacement sequence: unknown group { ${index} }`);
        }
        while (rest && Number(index + rest[0]) < groups.length) {
          index += rest[0];
          rest = rest.slice(1);
        }
        return (groups[Number(index)] ?? "") + rest;
      },
    );
  });
}

function position(text: string, pattern: string, start: bigint, occurrence: bigint): bigint {
  if (start < 1n) badArgument("start position cannot be smaller than 1");
  if (occurrence < 1n) badArgument("occurrence cannot be smaller than 1");
  const chars = [...text];
  if (Number(start) > chars.length) return -1n;
  const from = chars.slice(0, Number(start) - 1).join("").length;
  let left = occurrence;
  for (const found of text.matchAll(compile(pattern))) {
    if (found.index < from) continue;
    if (--left === 0n) return BigInt([...text.slice(0, found.index)].length + 1);
  }
  return -1n;
}

export const REGEXP_UDFS: Udfs = {
  t_regexp_like: udf("ss", "b", (text: string, pattern: string) => compile(pattern).test(text)),
  t_regexp_extract: udf("ssi", "s", (text: string, pattern: string, n: bigint) => {
    const regexp = compile(pattern);
    checkGroup(regexp, n);
    const found = regexp.exec(text);
    return found && group(found, n);
  }),
  t_regexp_extract_all: udf("ssi", "s", (text: string, pattern: string, n: bigint) => {
    const regexp = compile(pattern);
    checkGroup(regexp, n);
    return JSON.stringify([...text.matchAll(regexp)].map((found) => group(found, n)));
  }),
  t_regexp_replace: udf("sss", "s", replaceAll),
  // What stands before each match with its groups, and what stands after the last.
  t_regexp_parts: udf("ss", "s", (text: string, pattern: string) => {
    const parts: { b: string; g: (string | null)[] | null }[] = [];
    let at = 0;
    for (const found of text.matchAll(compile(pattern))) {
      parts.push({ b: text.slice(at, found.index), g: found.slice(1).map((g) => g ?? null) });
      at = found.index + found[0].length;
    }
    return JSON.stringify([...parts, { b: text.slice(at), g: null }]);
  }),
  t_regexp_split: udf("ss", "s", (text: string, pattern: string) => {
    const parts: string[] = [];
    let at = 0;
    for (const found of text.matchAll(compile(pattern))) {
      parts.push(text.slice(at, found.index));
      at = found.index + found[0].length;
    }
    parts.push(text.slice(at));
    return JSON.stringify(parts);
  }),
  t_regexp_count: udf(
    "ss",
    "i",
    (text: string, pattern: string) => BigInt([...text.matchAll(compile(pattern))].length),
  ),
  t_regexp_position: udf("ssii", "i", position),
};
