/**
 * What equalities say of other conditions: one over a column holds of each that equals it.
 * @module
 */
import type { Expression } from "../../sql/ast.ts";
import { isConstant } from "../tree/constants.ts";
import { children, replaced } from "../tree/walk.ts";
import { keyOf } from "./normal_form.ts";
import { symbolsOf } from "./symbols.ts";

/** Equalities, and the values that are compared with a column of another relation. */
export interface Equalities {
  /** Whether both sides of a comparison are of one type, which has one form for each value. */
  sameType(comparison: Extract<Expression, { kind: "compare" }>): boolean;
  /** Keys of values that a join compares: the engine makes columns of them. */
  joined: ReadonlySet<string>;
}

/** Whether something is of the columns that are asked about. */
export type Reach = (symbol: string) => boolean;

/** Whether the engine takes a condition for an equality from which others follow. */
export function isEquality(condition: Expression, given: Equalities): boolean {
  if (condition.kind !== "compare" || condition.operator !== "=") return false;
  const sides = [condition.left, condition.right];
  if (keyOf(condition.left) === keyOf(condition.right)) return false;
  if (!sides.every((side) => given.joined.has(keyOf(side)) || !mayBeNull(side))) return false;
  return given.sameType(condition);
}

/** The conditions that are no equalities. */
export function otherThanEqualities(
  conditions: readonly Expression[],
  given: Equalities,
): Expression[] {
  return conditions.filter((condition) => !isEquality(condition, given));
}

/** What follows from the equalities in several lists of conditions. */
export function infer(
  given: Equalities,
  ...lists: (readonly Expression[])[]
): Inference {
  return new Inference(lists.flat(), given);
}

/** Whether a value may be NULL though its columns are not, as far as the engine sees. */
function mayBeNull(expression: Expression): boolean {
  if (expression.kind === "null") return true;
  if (isConstant(expression)) return false;
  switch (expression.kind) {
    case "binaryop":
      return expression.operator === "||" || children(expression).some(mayBeNull);
    case "call":
      return expression.name !== "coalesce" || children(expression).some(mayBeNull);
    case "name":
    case "unary":
    case "not":
    case "and":
    case "or":
    case "compare":
    case "between":
    case "isnull":
      return children(expression).some(mayBeNull);
    default:
      return true;
  }
}

function parts(expression: Expression): Expression[] {
  return [expression, ...children(expression).flatMap(parts)];
}

/** The simpler of two values that are the same: fewer columns, then fewer parts. */
function simpler(a: Expression, b: Expression): number {
  return symbolsOf(a).length - symbolsOf(b).length || parts(a).length - parts(b).length ||
    (keyOf(a) < keyOf(b) ? -1 : 1);
}

/** Equalities by what they reach. */
export interface Partition {
  within: Expression[];
  outside: Expression[];
  straddling: Expression[];
}

/** What follows from the equalities among conditions. */
export class Inference {
  /** Values that are the same, by the key of each of them. */
  readonly #sets = new Map<string, Map<string, Expression>>();
  readonly #derived = new Set<string>();

  /**
   * @param conditions Conditions that hold, of which the equalities count
   * @param given What is known of them
   */
  constructor(conditions: readonly Expression[], readonly given: Equalities) {
    for (const condition of conditions) {
      if (condition.kind !== "compare" || !isEquality(condition, given)) continue;
      this.#unite(condition.left, condition.right);
    }
    this.#derive();
  }

  #unite(a: Expression, b: Expression): void {
    const whole = new Map([...this.#setOf(a), ...this.#setOf(b)]);
    for (const key of whole.keys()) this.#sets.set(key, whole);
  }

  #setOf(value: Expression): Map<string, Expression> {
    const key = keyOf(value);
    return this.#sets.get(key) ?? new Map([[key, value]]);
  }

  /** Values within which there are others that equal something. */
  #derive(): void {
    for (const set of [...new Set(this.#sets.values())]) {
      for (const [key, value] of [...set]) {
        if (this.#derived.has(key)) continue;
        for (const part of parts(value).slice(1)) {
          for (const [other, same] of this.#sets.get(keyOf(part)) ?? []) {
            if (other === keyOf(part)) continue;
            const derived = replaced(value, (p) => keyOf(p) === keyOf(part) ? same : undefined);
            this.#derived.add(keyOf(derived));
            this.#unite(value, derived);
          }
        }
      }
    }
  }

  /** A condition over the columns that are reached, which says the same; nothing if there is none. */
  rewrite(condition: Expression, reach: Reach): Expression | undefined {
    return this.#rewritten(condition, reach, true);
  }

  /** Of conditions, those that can be written over the columns that are reached. */
  rewriteAll(conditions: readonly Expression[], reach: Reach): Expression[] {
    return conditions.flatMap((condition) => this.rewrite(condition, reach) ?? []);
  }

  #rewritten(expression: Expression, reach: Reach, whole: boolean): Expression | undefined {
    const top = keyOf(expression);
    const form = replaced(expression, (part) => {
      const key = keyOf(part);
      return key === top && !whole ? undefined : this.#canonical(part, key, reach);
    });
    return isReached(form, reach) ? form : undefined;
  }

  #canonical(part: Expression, key: string, reach: Reach): Expression | undefined {
    const same = [...this.#sets.get(key)?.values() ?? []].filter((one) => isReached(one, reach));
    const column = (one: Expression) =>
      one.kind === "name" || (this.given.joined.has(keyOf(one)) && symbolsOf(one).length > 0);
    if (part.kind === "name" && !same.some(column)) return undefined;
    return same.sort(simpler)[0];
  }

  /** The equalities, by whether they reach these columns, others, or both. */
  partition(reach: Reach): Partition {
    const found: Partition = { within: [], outside: [], straddling: [] };
    for (const set of new Set(this.#sets.values())) {
      const sides = {
        within: new Map<string, Expression>(),
        outside: new Map<string, Expression>(),
        straddling: new Map<string, Expression>(),
      };
      for (const [key, value] of set) {
        if (this.#derived.has(key)) continue;
        const inside = this.#rewritten(value, reach, false);
        const outside = this.#rewritten(value, (symbol) => !reach(symbol), false);
        if (inside) sides.within.set(keyOf(inside), inside);
        if (outside) sides.outside.set(keyOf(outside), outside);
        if (!inside && !outside) sides.straddling.set(key, value);
      }
      const all = (side: Map<string, Expression>) => [...side.values()];
      found.within.push(...equal(all(sides.within)));
      found.outside.push(...equal(all(sides.outside)));
      found.straddling.push(
        ...equal([
          ...all(sides.within).sort(simpler).slice(0, 1),
          ...all(sides.outside).sort(simpler).slice(0, 1),
          ...all(sides.straddling),
        ]),
      );
    }
    return found;
  }
}

function isReached(expression: Expression, reach: Reach): boolean {
  return symbolsOf(expression).every(reach);
}

/** The simplest of some values compared with each of the others. */
function equal(values: readonly Expression[]): Expression[] {
  const [first] = [...values].sort(simpler);
  return values.flatMap((other): Expression[] =>
    !first || keyOf(first) === keyOf(other) ? [] : [{
      kind: "compare",
      operator: "=",
      left: first,
      right: other,
      position: other.position,
    }]
  );
}
