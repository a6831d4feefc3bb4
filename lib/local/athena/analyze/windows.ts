/**
 * Translates windows and orders.
 * @module
 */
import { type Position, QueryError } from "../errors.ts";
import type { Expression, FrameBound, SortItem, WindowSpec } from "../sql/ast.ts";
import {
  DAY_INTERVAL,
  isInteger,
  isNumeric,
  isOrderable,
  isTemporal,
  type Type,
  typeName,
} from "../types/types.ts";
import { keyOf, sortKey } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";

/** One key of ORDER BY: NULLs stand where Athena puts them, last unless said otherwise. */
export function sortSql(item: SortItem, key: Typed): string {
  const sql = sortKey(key.sql, key.type, "ORDER BY");
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

/** What stands after OVER. */
export function windowSql(
  spec: WindowSpec,
  expression: Extract<Expression, { kind: "call" }>,
  context: Context,
): string {
  const window = resolveWindow(spec, context, expression.position);
  if (expression.name === "lag" || expression.name === "lead") requireOffsets(window, expression);
  const parts: string[] = [];
  if (window.partitionBy.length > 0) {
    parts.push(
      `PARTITION BY ${
        window.partitionBy.map((key) => {
          const { sql, type } = translate(key, context);
          return keyOf(sql, type);
        }).join(", ")
      }`,
    );
  }
  if (window.orderBy.length > 0) {
    parts.push(
      `ORDER BY ${
        window.orderBy.map((item) => {
          const key = translate(item.key, context);
          requireOrderable(key.type, (type) =>
            new QueryError(
              "TYPE_MISMATCH",
              `${type} is not orderable, and therefore cannot be used in window function ORDER BY`,
              item.key.position,
            ));
          return sortSql(item, key);
        }).join(", ")
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
    const wrong = wrongFrame(start.kind, end?.kind ?? "current row");
    if (wrong) throw new QueryError("INVALID_WINDOW_FRAME", wrong, window.frame.position);
    const bounds = [start, end ?? { kind: "current row" as const }].map((bound) =>
      boundSql(bound, unit, window, context)
    );
    parts.push(`${unit} BETWEEN ${bounds.join(" AND ")}`);
  }
  return `(${parts.join(" ")})`;
}

/** The functions that count rows from the current one take an order, and no frame. */
function requireOffsets(
  window: WindowSpec,
  { name }: Extract<Expression, { kind: "call" }>,
): void {
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
  if (unit === "RANGE") {
    const { key } = window.orderBy[0] as SortItem;
    const { type } = translate(key, context);
    if (!isNumeric(type) && !isTemporal(type) && !type.kind.startsWith("interval")) {
      throw new QueryError(
        "TYPE_MISMATCH",
        `Window frame of type RANGE PRECEDING or FOLLOWING requires that sort item type be numeric, datetime or interval (actual: ${
          typeName(type)
        })`,
        key.position,
      );
    }
    const fits = isNumeric(type)
      ? isNumeric(value.type) || value.type.kind === "unknown"
      : value.type.kind.startsWith("interval") || value.type.kind === "unknown";
    if (!fits) {
      throw new QueryError(
        "TYPE_MISMATCH",
        `Window frame RANGE value type (${
          typeName(value.type)
        }) not compatible with sort item type (${typeName(type)})`,
        bound.value.position,
      );
    }
  }
  if (unit === "RANGE" && value.type.kind === DAY_INTERVAL.kind) {
    const { key, descending } = window.orderBy[0] as SortItem;
    if (translate(key, context).type.kind === "date") {
      const subtracts = (bound.kind === "preceding") !== descending;
      return `${wholeDays(value.sql, subtracts)} ${bound.kind.toUpperCase()}`;
    }
  }
  const message = "Window frame offset value must not be negative or null";
  const { constant } = value;
  const negative = (typeof constant === "bigint" || typeof constant === "number") && constant < 0;
  if (value.type.kind === "unknown" || negative) {
    throw new QueryError("INVALID_WINDOW_FRAME", message);
  }
  if (constant !== undefined || !isInteger(value.type)) {
    return `${value.sql} ${bound.kind.toUpperCase()}`;
  }
  const checked = `CASE WHEN ${value.sql} >= 0 THEN ${value.sql} ` +
    `ELSE CAST(t_fail('INVALID_WINDOW_FRAME: ${message}') AS BIGINT) END`;
  return `${checked} ${bound.kind.toUpperCase()}`;
}

/** An interval that dates are as far apart as. */
function wholeDays(sql: string, subtracts: boolean): string {
  const message = `Cannot ${subtracts ? "subtract" : "add"} hour, minutes or seconds ${
    subtracts ? "from" : "to"
  } a date`;
  return `CASE WHEN epoch_ms(${sql}) % 86400000 = 0 THEN ${sql} ` +
    `ELSE CAST(t_fail('INVALID_FUNCTION_ARGUMENT: ${message}') AS INTERVAL) END`;
}
