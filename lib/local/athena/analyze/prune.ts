/**
 * Finds the conditions that tell which partitions a query needs.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import type { Context, Field, Scan } from "./context.ts";
import { logical } from "./expression.ts";
import { conjuncts, some } from "./walk.ts";

class NotPrunable extends Error {}

const CHANGING = ["rand", "random", "uuid", "shuffle"];

/**
 * Notes, for each table, the parts of a condition that name its partition columns alone: partitions
 * for which one does not hold need not be read.
 */
export function prune(condition: Expression, context: Context, side?: readonly Field[]): void {
  for (const conjunct of conjuncts(condition)) {
    const dynamic = some(
      conjunct,
      (part) =>
        ["subquery", "exists", "inquery", "quantified"].includes(part.kind) ||
        (part.kind === "call" && CHANGING.includes(part.name)),
    );
    if (dynamic) continue;
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
      const { sql } = logical(conjunct, { ...context, replace });
      scan?.conditions.push(sql);
    } catch (error) {
      if (!(error instanceof NotPrunable) && !(error instanceof QueryError)) throw error;
    }
  }
}

/** Name of a partition column while partitions are chosen. */
export function partitionAlias(scan: Scan, column: string): string {
  return `k${scan.columns.findIndex((candidate) => candidate.name === column)}`;
}
