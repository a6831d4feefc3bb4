/**
 * Values as text.
 * @module
 */
import type { Type } from "../types/types.ts";
import { localOf, zoneOf } from "./zoned.ts";

/** A value as text, the way a cast to varchar gives it. */
export function textOf(sql: string, from: Type): string | undefined {
  switch (from.kind) {
    case "varchar":
    case "char":
      return sql;
    case "boolean":
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
    case "decimal":
    case "uuid":
      return `CAST(${sql} AS VARCHAR)`;
    case "date":
      return `ltrim(t_date_varchar(${sql}), '+')`;
    case "double":
      return `t_double_text(${sql})`;
    case "real":
      return `t_real_text(CAST(${sql} AS DOUBLE))`;
    case "timestamp":
      return timestampText(sql, from.precision);
    case "timestamp with time zone": {
      const value = { sql, type: from };
      return `(${timestampText(localOf(value), from.precision)} || ' ' || ${zoneOf(value)})`;
    }
    case "time":
      return `left(strftime(DATE '2000-01-01' + ${sql}, '%H:%M:%S.%f'), ${
        from.precision === 0 ? 8 : 9 + from.precision
      })`;
    case "interval day to second":
      return `t_interval_text(epoch_ms(${sql}))`;
    case "interval year to month":
      return `t_months_text(CAST(12 * date_part('year', ${sql}) + date_part('month', ${sql}) AS BIGINT))`;
    default:
      return undefined;
  }
}

function timestampText(sql: string, precision: number): string {
  const time = precision === 0
    ? `strftime(${sql}, ' %H:%M:%S')`
    : `left(strftime(${sql}, ' %H:%M:%S.%f'), ${10 + precision})`;
  return `(t_date_varchar(CAST(${sql} AS DATE)) || ${time})`;
}
