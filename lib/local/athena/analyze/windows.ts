/**
 * Translates windows and orders.
 * @module
 */
import { type Position, QueryError } from "../errors.ts";
import type { Expression, FrameBound, Select, SortItem, WindowSpec } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { isFloat, isOrderable, type Type, typeName } from "../types/types.ts";
import { keyOf, sortKey } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import type { Window } from "../values/window.ts";
import type { Context, Scope } from "./context.ts";
import { translate } from "./expression.ts";
import { boundSql } from "./frame_bounds.ts";

/**
 * One key of ORDER BY: NULLs stand where Athena puts them, last unless said otherwise. Where they are
 * first, NaN is less than every number.
 */
export function sortSql(
  item: SortItem,
  key: Typed,
  nan: "first" | "last" = item.nullsFirst ? "first" : "last",
): string {
  const own = sortKey(key.sql, key.type, "ORDER BY", nan);
  // DuckDB takes what it sorts by out of its keys again, which keep no sign of a zero.
  const sql = isFloat(key.type) && nan === "last" ? `${own} + 0` : own;
  return `${sql} ${item.descending ? "DESC" : "ASC"} NULLS ${item.nullsFirst ? "FIRST" : "LAST"}`;
}

/**
 * Refuses to order what has no order.
 *
 * @param type Type of what rows are to be ordered by
 * @param refusal How it is refused, given the type's name
 * @throws {QueryError} The type has no order
 */
export function requireOrderable(type: Type, refusal: (type: string) => QueryError): void {
  if (!isOrderable(type)) throw refusal(typeName(type));
}

/** How a query refuses to be ordered by what has no order. */
export function unorderable(shown: string, queryAt: Position): (type: string) => QueryError {
  return (type) =>
    new QueryError(
      "TYPE_MISMATCH",
      `Type ${type} is not orderable, and therefore cannot be used in ORDER BY: ${shown}`,
      queryAt,
    );
}

/**
 * Translates a window.
 *
 * @param spec The window
 * @param context Where it stands
 * @throws {QueryError} What is wrong with it
 */
export function translateWindow(spec: WindowSpec, context: Context): Window {
  const window = resolveWindow(spec, context.scope);
  const partitionBy = window.partitionBy.map((key) => {
    const { sql, type } = translate(key, context);
    return keyOf(sql, type);
  });
  const orderBy = window.orderBy.map((item) => {
    const key = translate(item.key, context);
    requireOrderable(key.type, (type) =>
      new QueryError(
        "TYPE_MISMATCH",
        `${type} is not orderable, and therefore cannot be used in window function ORDER BY`,
        item.key.position,
      ));
    // What frames are measured by is a number.
    return isMeasured(window) ? sortSql(item, key, "last") : sortSql(item, key);
  });
  if (!window.frame) return { partitionBy, orderBy };
  const { unit, start, end = CURRENT_ROW, position } = window.frame;
  const wrong = wrongFrame(start.kind, end.kind);
  if (wrong) throw new QueryError("INVALID_WINDOW_FRAME", wrong, position);
  const [from, to] = [start, end].map((bound, i) =>
    boundSql(bound, i === 0 ? "start" : "end", unit, window, context)
  ) as [string, string];
  // Without an order all rows are one group.
  const groups = unit === "GROUPS" && window.orderBy.length > 0;
  const units = unit === "GROUPS" && !groups ? "RANGE" : unit;
  return { partitionBy, orderBy, frame: { unit: units, start: from, end: to } };
}

/** Whether frames reach as far as a value from the row's own. */
function isMeasured({ frame }: WindowSpec): boolean {
  const measured = (bound?: FrameBound) =>
    bound?.kind === "preceding" || bound?.kind === "following";
  return frame?.unit === "RANGE" && (measured(frame.start) || measured(frame.end));
}

const CURRENT_ROW: FrameBound = { kind: "current row" };

/** Whether the frame of each row is its whole partition. */
export function isWhole(spec: WindowSpec, { scope }: Context): boolean {
  const { orderBy, frame } = resolveWindow(spec, scope);
  if (!frame) return orderBy.length === 0;
  const alike = frame.unit !== "ROWS" && orderBy.length === 0;
  return alike || (frame.start.kind === "unbounded preceding" &&
    frame.end?.kind === "unbounded following");
}

/** Functions that take a value of another row; they may pass over NULLs. */
const VALUES = ["lag", "lead", "first_value", "last_value", "nth_value"];

/**
 * Refuses what the engine does not take in windows, or in those of a function.
 *
 * @throws {QueryError} What it does not take
 */
export function refuseInWindow(
  expression: Extract<Expression, { kind: "call" }>,
  { scope, selectAt }: Context,
): void {
  const { name, over, filter, orderBy, distinct, nulls, position } = expression;
  if (!over) return;
  const refused = filter
    ? "FILTER is not yet supported for window functions"
    : orderBy.length > 0
    ? "Window function with ORDER BY is not supported"
    : distinct
    ? `DISTINCT in window function parameters not yet supported: ${format(expression)}`
    : undefined;
  if (refused) {
    throw new QueryError("NOT_SUPPORTED", refused, filter || distinct ? selectAt : position);
  }
  if (name === "lag" || name === "lead") requireOffsets(name, resolveWindow(over, scope));
  if (nulls && !VALUES.includes(name)) {
    throw new QueryError(
      "NULL_TREATMENT_NOT_ALLOWED",
      `Cannot specify null treatment clause for ${name} function`,
      position,
    );
  }
}

/** The functions that count rows from the current one take an order, and no frame. */
function requireOffsets(name: string, window: WindowSpec): void {
  if (window.orderBy.length === 0) {
    throw new QueryError(
      "MISSING_ORDER_BY",
      `${name} function requires an ORDER BY window clause`,
      window.position,
    );
  }
  if (window.frame) {
    throw new QueryError(
      "INVALID_WINDOW_FRAME",
      `Cannot specify window frame for ${name} function`,
      window.frame.position,
    );
  }
}

function wrongFrame(start: FrameBound["kind"], end: FrameBound["kind"]): string | undefined {
  if (start === "unbounded following") return "Window frame start cannot be UNBOUNDED FOLLOWING";
  if (end === "unbounded preceding") return "Window frame end cannot be UNBOUNDED PRECEDING";
  if (start === "current row" && end === "preceding") {
    return "Window frame starting from CURRENT ROW cannot end with PRECEDING";
  }
  if (start === "following" && (end === "preceding" || end === "current row")) {
    return `Window frame starting from FOLLOWING cannot end with ${end.toUpperCase()}`;
  }
  return undefined;
}

/** Named windows of SELECTs, by their scopes; each as it is with what it takes of others. */
const named = new WeakMap<object, Map<string, WindowSpec>>();

/**
 * Checks the named windows of a SELECT, which calls in its scope may use.
 *
 * @param windows The windows; each may take from those before it
 * @param context Where they stand
 * @throws {QueryError} What is wrong with them
 */
export function declareWindows(windows: Select["windows"], context: Context): void {
  const known = new Map<string, WindowSpec>();
  named.set(context.scope, known);
  for (const { name, window } of windows) {
    const key = name.value.toLowerCase();
    if (known.has(key)) {
      throw new QueryError(
        "DUPLICATE_WINDOW_NAME",
        `WINDOW name '${name.value}' specified more than once`,
        name.position,
      );
    }
    const resolved = resolveWindow(window, context.scope);
    translateWindow(resolved, context);
    known.set(key, resolved);
  }
}

/** Lets calls in another scope use the windows of one. */
export function shareWindows(from: Scope, to: Scope): void {
  named.set(to, named.get(from) ?? new Map());
}

/** A window with what it takes of a named one. */
function resolveWindow(spec: WindowSpec, scope: Scope): WindowSpec {
  const { base: reference, partitionBy, orderBy } = spec;
  if (!reference) return spec;
  const base = named.get(scope)?.get(reference.value.toLowerCase());
  if (!base) {
    throw new QueryError(
      "INVALID_WINDOW_REFERENCE",
      `Cannot resolve WINDOW name ${reference.value}`,
      reference.position,
    );
  }
  if (spec.alone) return { ...base, position: spec.position };
  if (partitionBy[0]) {
    throw new QueryError(
      "INVALID_PARTITION_BY",
      "WINDOW specification with named WINDOW reference cannot specify PARTITION BY",
      partitionBy[0].position,
    );
  }
  if (orderBy.length > 0 && base.orderBy.length > 0) {
    throw new QueryError(
      "INVALID_ORDER_BY",
      "Cannot specify ORDER BY if referenced named WINDOW specifies ORDER BY",
      spec.orderAt,
    );
  }
  if (base.frame) {
    throw new QueryError(
      "INVALID_WINDOW_REFERENCE",
      "Cannot reference named WINDOW containing frame specification",
      reference.position,
    );
  }
  const { base: _, ...own } = spec;
  const order = orderBy.length > 0 ? {} : { orderBy: base.orderBy };
  return { ...own, ...order, partitionBy: base.partitionBy };
}
