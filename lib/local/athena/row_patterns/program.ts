/**
 * Patterns as programs of a machine that goes through rows.
 *
 * A thread of the machine takes a row where it comes to `label`. At `split` it becomes two, of which the
 * one that goes on at the first place is preferred. So the order of threads is that of preference.
 * @module
 */
import { QueryError } from "../errors.ts";

/** A pattern of labels. */
export type Pattern =
  | { kind: "label"; label: number }
  | { kind: "empty" | "partition start" | "partition end" }
  | { kind: "exclusion"; pattern: Pattern }
  | { kind: "sequence" | "alternation" | "permutation"; patterns: readonly Pattern[] }
  | { kind: "quantified"; pattern: Pattern; least: number; most?: number; greedy: boolean };

/** A step of a program. */
export type Instruction =
  | { kind: "label"; label: number }
  | { kind: "split"; first: number; second: number }
  | { kind: "jump"; to: number }
  /** Notes the place: an excluded part begins or ends here. */
  | { kind: "save" }
  | { kind: "partition start" | "partition end" | "done" };

/** Longer programs are refused, as they are where memory ends. */
const MOST_INSTRUCTIONS = 500_000;

/**
 * Writes a pattern as a program.
 *
 * @param pattern The pattern
 * @returns The program, which ends with `done`
 * @throws {QueryError} It would be too long
 */
export function programOf(pattern: Pattern): Instruction[] {
  const program: Instruction[] = [];
  write(simplified(pattern, false), program);
  program.push({ kind: "done" });
  return program;
}

/** A pattern without what is redundant: exclusions in exclusions, and empty parts. */
function simplified(pattern: Pattern, excluded: boolean): Pattern {
  switch (pattern.kind) {
    case "exclusion": {
      const inner = simplified(pattern.pattern, true);
      return excluded ? inner : { kind: "exclusion", pattern: inner };
    }
    case "quantified": {
      const inner = simplified(pattern.pattern, excluded);
      return inner.kind === "empty" ? inner : { ...pattern, pattern: inner };
    }
    case "sequence":
    case "permutation": {
      const patterns = pattern.patterns.map((part) => simplified(part, excluded))
        .filter(({ kind }) => kind !== "empty");
      if (patterns.length === 0) return { kind: "empty" };
      return patterns.length === 1 ? patterns[0] as Pattern : { kind: pattern.kind, patterns };
    }
    case "alternation":
      return { ...pattern, patterns: pattern.patterns.map((part) => simplified(part, excluded)) };
    default:
      return pattern;
  }
}

function write(pattern: Pattern, program: Instruction[]): void {
  if (program.length > MOST_INSTRUCTIONS) {
    throw new QueryError(
      "EXCEEDED_LOCAL_MEMORY_LIMIT",
      "Query exhausted resources at this scale factor",
    );
  }
  switch (pattern.kind) {
    case "label":
      program.push({ kind: "label", label: pattern.label });
      return;
    case "partition start":
    case "partition end":
      program.push({ kind: pattern.kind });
      return;
    case "empty":
      return;
    case "exclusion":
      program.push({ kind: "save" });
      write(pattern.pattern, program);
      program.push({ kind: "save" });
      return;
    case "sequence":
      for (const part of pattern.patterns) write(part, program);
      return;
    case "alternation":
      writeAlternatives(pattern.patterns, program);
      return;
    case "permutation":
      writeAlternatives(
        [...permutations(pattern.patterns)].map((patterns) => ({ kind: "sequence", patterns })),
        program,
      );
      return;
    case "quantified":
      if (pattern.most === undefined) writeLoop(pattern, program);
      else writeRange({ ...pattern, most: pattern.most }, program);
  }
}

function writeAlternatives(patterns: readonly Pattern[], program: Instruction[]): void {
  const ends: number[] = [];
  for (const [i, pattern] of patterns.entries()) {
    const split = program.length;
    const isLast = i === patterns.length - 1;
    if (!isLast) program.push({ kind: "done" });
    write(pattern, program);
    if (isLast) continue;
    ends.push(program.push({ kind: "done" }) - 1);
    program[split] = { kind: "split", first: split + 1, second: program.length };
  }
  for (const end of ends) program[end] = { kind: "jump", to: program.length };
}

type Quantified = Extract<Pattern, { kind: "quantified" }>;

function writeLoop({ pattern, least, greedy }: Quantified, program: Instruction[]): void {
  const begin = program.length;
  if (least === 0) program.push({ kind: "done" });
  let loop = program.length;
  for (let i = 0; i < Math.max(least, 1); i++) {
    loop = program.length;
    write(pattern, program);
  }
  const after = program.length + 1;
  program.push(split(loop, after, greedy));
  if (least === 0) program[begin] = split(begin + 1, after, greedy);
}

function writeRange(
  { pattern, least, most, greedy }: Quantified & { most: number },
  program: Instruction[],
): void {
  for (let i = 0; i < least; i++) write(pattern, program);
  const splits: number[] = [];
  for (let i = least; i < most; i++) {
    splits.push(program.push({ kind: "done" }) - 1);
    write(pattern, program);
  }
  for (const place of splits) program[place] = split(place + 1, program.length, greedy);
}

function split(into: number, past: number, greedy: boolean): Instruction {
  return greedy
    ? { kind: "split", first: into, second: past }
    : { kind: "split", first: past, second: into };
}

/** All orders of a list's items, those first that keep the first items in front. */
function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries()) {
    for (const rest of permutations(items.toSpliced(i, 1))) yield [item, ...rest];
  }
}
