/**
 * Translates windows and orders.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Expression, FrameBound, SortItem, WindowSpec } from "../sql/ast.ts";
import { isInteger, isOrderable, typeName } from "../types/types.ts";
import type { Context, Typed } from "./context.ts";
import { translate } from "./expression.ts";

/** One key of ORDER BY: NULLs stand where Athena puts them, last unless said otherwise. */
export function sortSql(item: SortItem, key: Typed): string {
  requireOrderable(key, item.key);
  return `${key.sql} ${item.descending ? "DESC" : "ASC"} NULLS ${
    item.nullsFirst ? "FIRST" : "LAST"
  }`;
}

/** Refuses to order what has no order. */
export function requireOrderable(key: Typed, at: Expression): void {
  if (!isOrderable(key.type)) {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Type ${
        typeName(key.type)
      } is not orderable, and therefore cannot be used in ORDER BY: ${key.type.kind}`,
      at.position,
    );
  }
  if (key.type.kind === "array" || key.type.kind === "row") {
    throw notSupported(`ORDER BY a value of type ${typeName(key.type)}`, at.position);
  }
}

/** What stands after OVER. */
export function windowSql(
  spec: WindowSpec,
  expression: Extract<Expression, { kind: "call" }>,
  context: Context,
): string {
  const window = resolveWindow(spec, context, expression.position);
  const parts: string[] = [];
  if (window.partitionBy.length > 0) {
    parts.push(
      `PARTITION BY ${window.partitionBy.map((key) => translate(key, context).sql).join(", ")}`,
    );
  }
  if (window.orderBy.length > 0) {
    parts.push(
      `ORDER BY ${
        window.orderBy.map((item) => sortSql(item, translate(item.key, context))).join(", ")
      }`,
    );
  }
  if (window.frame) {
    const { unit, start, end } = window.frame;
    if (unit === "GROUPS" && window.orderBy.length === 0) {
      throw new QueryError(
        "MISSING_ORDER_BY",
        "Window frame of type GROUPS requires ORDER BY",
        window.position,
      );
    }
    const bounds = [start, end ?? { kind: "current row" as const }].map((bound) =>
      boundSql(bound, unit, window, context)
    );
    parts.push(`${unit} BETWEEN ${bounds.join(" AND ")}`);
  }
  return `(${parts.join(" ")})`;
}

/** Named windows of the SELECT around, kept where window functions may not nest. */
const named = new WeakMap<object, ReadonlyMap<string, WindowSpec>>();

/** Remembers the named windows that calls in a scope may use. */
export function declareWindows(scope: object, windows: ReadonlyMap<string, WindowSpec>): void {
  named.set(scope, windows);
}

function resolveWindow(
  spec: WindowSpec,
  context: Context,
  position: Expression["position"],
): WindowSpec {
  if (!spec.base) return spec;
  const name = spec.base.value.toLowerCase();
  const found = named.get(context.scope)?.get(name);
  if (!found) {
    throw new QueryError(
      "INVALID_WINDOW_REFERENCE",
      `Cannot resolve WINDOW name ${spec.base.value}`,
      spec.base.position,
    );
  }
  const base = resolveWindow(found, context, position);
  return {
    partitionBy: base.partitionBy,
    orderBy: spec.orderBy.length > 0 ? spec.orderBy : base.orderBy,
    ...(spec.frame ?? base.frame
      ? { frame: (spec.frame ?? base.frame) as NonNullable<WindowSpec["frame"]> }
      : {}),
    position: spec.position,
  };
}

function boundSql(
  bound: FrameBound,
  unit: "ROWS" | "RANGE" | "GROUPS",
  window: WindowSpec,
  context: Context,
): string {
  if (bound.kind !== "preceding" && bound.kind !== "following") return bound.kind.toUpperCase();
  const value = translate(bound.value, context);
  if (unit !== "RANGE" && !isInteger(value.type)) {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Window frame ${unit} ${bound.kind.toUpperCase()} value type must be exact numeric type with scale 0 (actual ${
        typeName(value.type)
      })`,
      bound.value.position,
    );
  }
  if (unit === "RANGE" && window.orderBy.length !== 1) {
    throw new QueryError(
      "MISSING_ORDER_BY",
      "Window frame of type RANGE PRECEDING or FOLLOWING requires single sort item in ORDER BY",
      window.position,
    );
  }
  return `${value.sql} ${bound.kind.toUpperCase()}`;
}
