/**
 * The pattern variables of MATCH_RECOGNIZE.
 * @module
 */
import { type Position, QueryError } from "../../errors.ts";
import type { Pattern } from "../../row_patterns/program.ts";
import type { Expression, Identifier } from "../../sql/ast.ts";
import type { Quantifier, RowPattern, RowPatternClauses } from "../../sql/row_pattern_ast.ts";
import { some } from "../tree/walk.ts";

/** The variables: those of the pattern are labels, the others stand for several of these. */
export class Variables {
  /** Names of the labels. */
  readonly labels: readonly string[];
  readonly #sets: ReadonlyMap<string, readonly number[]>;

  constructor(labels: readonly string[], sets: ReadonlyMap<string, readonly number[]>) {
    this.labels = labels;
    this.#sets = sets;
  }

  /** The labels that a variable stands for. */
  find(variable: Identifier): readonly number[] | undefined {
    const name = nameOf(variable);
    const label = this.labels.indexOf(name);
    return label >= 0 ? [label] : this.#sets.get(name);
  }
}

/** The name of a variable: one without quotes is in upper case. */
export function nameOf({ value, quoted }: Identifier): string {
  return quoted ? value : value.toUpperCase();
}

/** A name as messages show it. */
export function shown({ value, quoted }: Identifier): string {
  return quoted ? `"${value.replaceAll('"', '""')}"` : value;
}

function wrongLabel(message: string, { position }: Identifier): QueryError {
  return new QueryError("INVALID_LABEL", message, position);
}

/**
 * Finds the variables, and checks the clauses that name them.
 *
 * @param clauses The clauses
 * @throws {QueryError} What is wrong with them
 */
export function variablesOf(clauses: RowPatternClauses): Variables {
  const { pattern, subsets, definitions, skip } = clauses;
  const parts = partsOf(pattern);
  const labels = [
    ...new Set(parts.flatMap((part) => part.kind === "variable" ? [nameOf(part.name)] : [])),
  ];
  const sets = new Map<string, readonly number[]>();
  for (const { name, variables } of subsets) {
    const union = nameOf(name);
    const called = `union pattern variable name: ${shown(name)}`;
    if (labels.includes(union)) {
      throw wrongLabel(`${called} is a duplicate of primary pattern variable name`, name);
    }
    if (sets.has(union)) throw wrongLabel(`${called} is declared twice`, name);
    const members = variables.map((variable) => {
      const label = labels.indexOf(nameOf(variable));
      if (label >= 0) return label;
      const message = `subset element: ${shown(variable)} is not a primary pattern variable`;
      throw wrongLabel(message, variable);
    });
    sets.set(union, [...new Set(members)].sort((a, b) => a - b));
  }
  checkDefinitions(definitions, labels);
  for (const part of parts) if (part.kind === "quantified") checkQuantifier(part.quantifier);
  const found = new Variables(labels, sets);
  if ("variable" in skip && !found.find(skip.variable)) {
    const message = `${shown(skip.variable)} is not a primary or union pattern variable`;
    throw wrongLabel(message, skip.variable);
  }
  return found;
}

function checkDefinitions(
  definitions: RowPatternClauses["definitions"],
  labels: readonly string[],
): void {
  const defined = new Set<string>();
  for (const { name, condition } of definitions) {
    if (!labels.includes(nameOf(name))) {
      const message = `defined variable: ${shown(name)} is not a primary pattern variable`;
      throw wrongLabel(message, name);
    }
    if (defined.has(nameOf(name))) {
      throw wrongLabel(`pattern variable with name: ${shown(name)} is defined twice`, name);
    }
    defined.add(nameOf(name));
    some(condition, refuseFinal);
  }
}

function refuseFinal(part: Expression): boolean {
  if (part.kind !== "call" || part.mode?.name !== "FINAL") return false;
  throw new QueryError(
    "INVALID_PROCESSING_MODE",
    "FINAL semantics is not supported in DEFINE clause",
    part.mode.position,
  );
}

const GREATEST = 2n ** 31n - 1n;

function checkQuantifier({ least, most, position }: Quantifier): void {
  const wrong = (message: string, code = "NUMERIC_VALUE_OUT_OF_RANGE") =>
    new QueryError(code, `Pattern quantifier ${message}`, position);
  if (least > GREATEST) throw wrong(`lower bound must not exceed ${GREATEST}`);
  if (most === undefined) return;
  if (most < 1n) throw wrong("upper bound must be greater than or equal to 1");
  if (most > GREATEST) throw wrong(`upper bound must not exceed ${GREATEST}`);
  if (least > most) throw wrong("lower bound must not exceed upper bound", "INVALID_RANGE");
}

/** A pattern with its parts, each before those inside it. */
function partsOf(pattern: RowPattern): RowPattern[] {
  if ("patterns" in pattern) return [pattern, ...pattern.patterns.flatMap(partsOf)];
  return "pattern" in pattern ? [pattern, ...partsOf(pattern.pattern)] : [pattern];
}

/** Where the first exclusion stands. */
export function exclusionIn(pattern: RowPattern): Position | undefined {
  return partsOf(pattern).flatMap((part) => part.kind === "exclusion" ? [part.position] : [])[0];
}

/** A pattern of the labels' numbers. */
export function numbered(pattern: RowPattern, { labels }: Variables): Pattern {
  const within = (part: RowPattern): Pattern => {
    switch (part.kind) {
      case "variable":
        return { kind: "label", label: labels.indexOf(nameOf(part.name)) };
      case "exclusion":
        return { kind: "exclusion", pattern: within(part.pattern) };
      case "sequence":
      case "alternation":
      case "permutation":
        return { kind: part.kind, patterns: part.patterns.map(within) };
      case "quantified": {
        const { least, most, greedy } = part.quantifier;
        return {
          kind: "quantified",
          pattern: within(part.pattern),
          least: Number(least),
          ...(most === undefined ? {} : { most: Number(most) }),
          greedy,
        };
      }
      default:
        return { kind: part.kind };
    }
  };
  return within(pattern);
}
