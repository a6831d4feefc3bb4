/**
 * Finds the conditions that tell which partitions a query needs.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import type { Context, Field, Scan } from "./context.ts";
import { logical } from "./expression.ts";
import { CHANGING } from "./tree/constants.ts";
import { conjuncts, some } from "./tree/walk.ts";

class NotPrunable extends Error {}

/**
 * Notes, for each table, the parts of a condition that name its partition columns alone: partitions
 * for which one does not hold need not be read.
 */
export function prune(condition: Expression, context: Context, side?: readonly Field[]): void {
  for (const conjunct of conjuncts(condition)) {
    for (const [scan, sql] of implied(conjunct, context, side)) {
      if (!scan.conditions.includes(sql)) scan.conditions.push(sql);
    }
  }
}

/** What has to hold of each table's partition columns for a condition to hold. */
function implied(
  condition: Expression,
  context: Context,
  side: readonly Field[] | undefined,
): Map<Scan, string> {
  const whole = alone(condition, context, side);
  if (whole) return new Map([whole]);
  if (condition.kind !== "and" && condition.kind !== "or") return new Map();
  const parts = condition.items.map((item) => implied(item, context, side));
  const all = new Map<Scan, string>();
  for (const scan of new Set(parts.flatMap((part) => [...part.keys()]))) {
    const known = parts.flatMap((part) => part.get(scan) ?? []);
    // Of alternatives, one that says nothing of the table leaves it open.
    if (condition.kind === "or" && known.length < parts.length) continue;
    all.set(scan, `(${known.join(condition.kind === "or" ? " OR " : " AND ")})`);
  }
  return all;
}

/** A condition over the partition columns of one table, and nothing else. */
function alone(
  condition: Expression,
  context: Context,
  side: readonly Field[] | undefined,
): [Scan, string] | undefined {
  const dynamic = some(
    condition,
    (part) =>
      ["subquery", "exists", "inquery", "quantified"].includes(part.kind) ||
      (part.kind === "call" && CHANGING.includes(part.name)),
  );
  if (dynamic) return undefined;
  let scan: Scan | undefined;
  const replace = (field: Field): string => {
    const allowed = side === undefined || side.includes(field);
    if (!field.origin || !allowed || (scan && scan !== field.origin.scan)) {
      throw new NotPrunable();
    }
    scan = field.origin.scan;
    return `p.${partitionAlias(scan, field.origin.column)}`;
  };
  try {
    const { sql } = logical(condition, { ...context, replace });
    return scan && [scan, sql];
  } catch (error) {
    if (!(error instanceof NotPrunable) && !(error instanceof QueryError)) throw error;
    return undefined;
  }
}

/** Name of a partition column while partitions are chosen. */
export function partitionAlias(scan: Scan, column: string): string {
  return `k${scan.columns.findIndex((candidate) => candidate.name === column)}`;
}
