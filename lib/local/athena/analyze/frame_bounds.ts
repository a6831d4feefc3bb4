/**
 * Translates the bounds of window frames.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { FrameBound, SortItem, WindowSpec } from "../sql/ast.ts";
import { isInteger, isNumeric, isTemporal, type Type, typeName } from "../types/types.ts";
import type { Typed } from "../values/typed.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";

type Unit = "ROWS" | "RANGE" | "GROUPS";
type Offset = Extract<FrameBound, { kind: "preceding" | "following" }>;

/**
 * Translates a bound.
 *
 * @param bound The bound
 * @param side Which of the two it is
 * @param unit What is counted
 * @param window The window, which has the order
 * @param context Where it stands
 * @returns DuckDB's SQL
 * @throws {QueryError} What is wrong with it
 */
export function boundSql(
  bound: FrameBound,
  side: "start" | "end",
  unit: Unit,
  window: WindowSpec,
  context: Context,
): string {
  if (bound.kind !== "preceding" && bound.kind !== "following") return bound.kind.toUpperCase();
  const offset = unit === "RANGE"
    ? rangeOffset(bound, window, context)
    : rowsOffset(bound, side, unit, window, context);
  return `${offset} ${bound.kind.toUpperCase()}`;
}

/** How many rows or groups of rows. */
function rowsOffset(
  { value }: Offset,
  side: "start" | "end",
  unit: "ROWS" | "GROUPS",
  window: WindowSpec,
  context: Context,
): string {
  if (unit === "GROUPS" && window.orderBy.length === 0) {
    throw new QueryError(
      "MISSING_ORDER_BY",
      "Window frame of type GROUPS PRECEDING or FOLLOWING requires ORDER BY",
      window.position,
    );
  }
  const count = translate(value, context);
  const { type } = count;
  if (isInteger(type)) return checked(count, count.sql);
  if (type.kind === "decimal" && type.scale === 0) {
    return checked(count, `CAST(${count.sql} AS BIGINT)`);
  }
  throw new QueryError(
    "TYPE_MISMATCH",
    `Window frame ${unit} ${side} value type must be exact numeric type with scale 0 (actual ${
      typeName(type)
    })`,
    value.position,
  );
}

/** How far away in the order. */
function rangeOffset({ kind, value }: Offset, window: WindowSpec, context: Context): string {
  const { key, descending } = singleKey(window);
  const { type } = translate(key, context);
  if (!isNumeric(type) && !isTemporal(type) && !/^(?:time|interval)/.test(type.kind)) {
    throw new QueryError(
      "TYPE_MISMATCH",
      "Window frame of type RANGE PRECEDING or FOLLOWING requires that sort item type be numeric, " +
        `datetime or interval (actual: ${typeName(type)})`,
      key.position,
    );
  }
  const offset = translate(value, context);
  if (!fits(offset.type, type)) {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Window frame RANGE value type (${
        typeName(offset.type)
      }) not compatible with sort item type (${typeName(type)})`,
      value.position,
    );
  }
  // Behind midnight they begin anew, and the engine's frames are what comes of it.
  if (type.kind.startsWith("time") && !isTemporal(type)) {
    throw notSupported("A window frame of type RANGE over times of day", value.position);
  }
  if (type.kind !== "date" || offset.type.kind !== "interval day to second") {
    return checked(offset, offset.sql);
  }
  const subtracts = (kind === "preceding") !== descending;
  return wholeDays(checked(offset, offset.sql), subtracts);
}

function singleKey({ orderBy, orderAt, position }: WindowSpec): SortItem {
  const [item, ...others] = orderBy;
  const type = "Window frame of type RANGE PRECEDING or FOLLOWING";
  if (!item) throw new QueryError("MISSING_ORDER_BY", `${type} requires ORDER BY`, position);
  if (others.length === 0) return item;
  const message = `${type} requires single sort item in ORDER BY (actual: ${orderBy.length})`;
  throw new QueryError("INVALID_ORDER_BY", message, orderAt);
}

/** Whether values of the one type can be added to those of the other. */
function fits(offset: Type, key: Type): boolean {
  if (isNumeric(key)) return isNumeric(offset);
  const ofTime = key.kind.startsWith("time") && !isTemporal(key);
  if (offset.kind === "interval year to month") {
    return !ofTime && key.kind !== "interval day to second";
  }
  return offset.kind === "interval day to second" && key.kind !== "interval year to month";
}

/** An offset that fails where there is none, or where it goes back. */
function checked({ sql: value, type, constant }: Typed, sql: string): string {
  const message = "Window frame offset value must not be negative or null";
  if (typeof constant === "bigint" || typeof constant === "number") {
    if (constant >= 0) return sql;
    throw new QueryError("INVALID_WINDOW_FRAME", message);
  }
  const [zero, name] = isInteger(type)
    ? ["0", "BIGINT"]
    : isNumeric(type)
    ? ["0", "DOUBLE"]
    : ["INTERVAL 0 SECOND", "INTERVAL"];
  const isNumber = type.kind === "double" || type.kind === "real" ? ` AND NOT isnan(${value})` : "";
  return `CASE WHEN ${value} >= ${zero}${isNumber} THEN ${sql} ` +
    `ELSE CAST(t_fail('INVALID_WINDOW_FRAME: ${message}') AS ${name}) END`;
}

/** An interval that dates are as far apart as. */
function wholeDays(sql: string, subtracts: boolean): string {
  const message = `Cannot ${subtracts ? "subtract" : "add"} hour, minutes or seconds ${
    subtracts ? "from" : "to"
  } a date`;
  return `CASE WHEN epoch_ms(${sql}) % 86400000 = 0 THEN ${sql} ` +
    `ELSE CAST(t_fail('INVALID_FUNCTION_ARGUMENT: ${message}') AS INTERVAL) END`;
}
