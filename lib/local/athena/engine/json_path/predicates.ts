/**
 * Conditions of filters, which never fail: what fails in them is unknown.
 * @module
 */
import type { Predicate } from "./ast.ts";
import { evaluate, type Evaluation } from "./evaluate.ts";
import { type Item, MISSING, PathError, Scalar, scalarOf, unwrapped } from "./items.ts";
import { compareScalars } from "./numbers.ts";

/** Whether a condition is true; it is not where it is unknown. */
export function holds(test: Predicate, at: Evaluation): boolean {
  return truth(test, at) === true;
}

/** Runs what may fail; nothing where it does. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof PathError) return undefined;
    throw error;
  }
}

function truth(test: Predicate, at: Evaluation): boolean | undefined {
  switch (test.kind) {
    case "and":
    case "or": {
      const decisive = test.kind === "or";
      const left = truth(test.left, at);
      if (left === decisive) return decisive;
      const right = truth(test.right, at);
      if (right === decisive) return decisive;
      return left === undefined || right === undefined ? undefined : !decisive;
    }
    case "not": {
      const value = truth(test.test, at);
      return value === undefined ? undefined : !value;
    }
    case "unknown":
      return truth(test.test, at) === undefined;
    case "exists": {
      const items = attempt(() => evaluate(test.path, at));
      return items && items.length > 0;
    }
    case "compare":
      return comparison(test, at);
    case "starts":
      return startsWith(test, at);
    case "like":
      throw new Error("like_regex is refused before it is evaluated");
  }
}

type Kind = "null" | "scalar" | "other";

function kindOf(item: Item): Kind {
  if (item === null) return "null";
  return Array.isArray(item) || item instanceof Map || item === MISSING ? "other" : "scalar";
}

function comparison(
  { operator, left, right }: Extract<Predicate, { kind: "compare" }>,
  at: Evaluation,
): boolean | undefined {
  const sides = attempt(() =>
    [left, right].map((side) => {
      const items = evaluate(side, at);
      return at.lax ? unwrapped(items) : items;
    }) as [Item[], Item[]]
  );
  if (!sides) return undefined;
  if (sides.some((items) => items.length === 0)) return false;
  const [a, b] = sides.map((items) => new Set(items.map(kindOf))) as [Set<Kind>, Set<Kind>];
  if (a.has("other") && (b.has("other") || b.has("scalar"))) return undefined;
  if (a.has("scalar") && b.has("other")) return undefined;
  const beside = (one: Set<Kind>, other: Set<Kind>) =>
    one.has("null") && (other.has("scalar") || other.has("other"));
  let found = operator === "=="
    ? a.has("null") && b.has("null")
    : (operator === "<>" || operator === "!=") && (beside(a, b) || beside(b, a));
  if ((found && at.lax) || !a.has("scalar") || !b.has("scalar")) return found;
  const scalars = attempt(() =>
    sides.map((items) => items.map(scalarOf).filter((item) => item instanceof Scalar))
  );
  if (!scalars) return undefined;
  for (const x of scalars[0] ?? []) {
    for (const y of scalars[1] ?? []) {
      const result = compareScalars(operator, x, y);
      if (result === undefined) return undefined;
      if (result && at.lax) return true;
      found ||= result;
    }
  }
  return found;
}

function startsWith(
  { whole, prefix }: Extract<Predicate, { kind: "starts" }>,
  at: Evaluation,
): boolean | undefined {
  const items = attempt(() => evaluate(whole, at));
  const prefixes = items && attempt(() => evaluate(prefix, at));
  const start = prefixes?.length === 1 ? textOf(prefixes[0] as Item) : undefined;
  if (!items || start === undefined) return undefined;
  let found = false;
  for (const item of at.lax ? unwrapped(items) : items) {
    const text = textOf(item);
    if (text === undefined) return undefined;
    if (!text.startsWith(start)) continue;
    if (at.lax) return true;
    found = true;
  }
  return found;
}

function textOf(item: Item): string | undefined {
  const value = item instanceof Scalar ? item.value : item;
  return typeof value === "string" ? value : undefined;
}
