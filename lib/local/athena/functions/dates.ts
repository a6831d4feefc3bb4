/**
 * Trino's documentation, "Date and time functions and operators".
 * @module
 */
import { failure } from "../analyze/containers.ts";
import { quote, type Typed } from "../analyze/context.ts";
import { instantSql, roundTime, timeSql, zoneSql } from "../analyze/convert.ts";
import { atTimeZone, checkZone } from "../analyze/zones.ts";
import { notSupported, QueryError } from "../errors.ts";
import { two } from "../engine/time_fields.ts";
import type { Type } from "../types/types.ts";
import { type Call, family, type FunctionDefinition, type Rendered } from "./define.ts";
import { localTime, timeField } from "./extract.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

const POINTS = ["date", "timestamp(p)", "timestamp(p) with time zone"];
const SPAN = "interval day to second";
const MONTHS = "interval year to month";

function part(field: string, types = POINTS): Overload[] {
  return types.map((type): Overload => [
    `(${type}) -> bigint`,
    (_, call) => timeField(field, call.args[0] as Typed) as Typed,
  ]);
}

const UNITS = [
  "millisecond",
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
];

/** What a call with a unit becomes; a unit that there is not fails where a row gets to it. */
function withUnit(call: Call, render: (unit: string) => string): string {
  const [first, ...values] = call.args as [Typed, ...Typed[]];
  if (typeof first.constant !== "string") {
    throw notSupported("a unit that is not a literal", call.expression.position);
  }
  const { kind = "timestamp" } = values.at(-1)?.type ?? {};
  const unit = first.constant.toLowerCase();
  const units = kind === "date" ? UNITS.slice(4) : kind === "time" ? UNITS.slice(0, 4) : UNITS;
  if (units.includes(unit)) return render(unit);
  const what = kind.replace(" with time zone", "").toUpperCase();
  const message = `'${first.constant}' is not a valid ${what} field`;
  const fails = `t_fail(${quote(`INVALID_FUNCTION_ARGUMENT: ${message}`)})`;
  const nulls = values.map((value) => `${value.sql} IS NULL`).join(" OR ");
  return `CASE WHEN ${nulls} THEN NULL ELSE ${failure(fails, call.result)} END`;
}

/** Does something to local time, and goes back to the instant where the value has a zone. */
function inLocal(value: Typed, change: (local: string) => string): string {
  const changed = change(localTime(value));
  if (value.type.kind === "date") return `CAST(${changed} AS DATE)`;
  if (value.type.kind !== "timestamp with time zone") return changed;
  return instantSql(changed, value.type.zone);
}

const MICROS: Record<string, number> = {
  millisecond: 1e3,
  second: 1e6,
  minute: 6e7,
  hour: 36e8,
  day: 864e8,
  week: 6048e8,
};

const dateAdd: Overload[] = POINTS.map((type): Overload => [
  `(varchar, bigint, ${type}) -> ${type}`,
  ([_, n], call) =>
    withUnit(call, (unit) => {
      const value = call.args[2] as Typed;
      const months = { month: 1, quarter: 3, year: 12 }[unit];
      const amount = `CAST(${n} AS BIGINT)`;
      if (months) {
        return inLocal(value, (x) => `(${x} + to_months(CAST(${amount} * ${months} AS INTEGER)))`);
      }
      if (value.type.kind === "date") {
        return `(${value.sql} + CAST(${amount} * ${unit === "week" ? 7 : 1} AS INTEGER))`;
      }
      if (value.type.kind === "timestamp") {
        const sum = `(${value.sql} + to_microseconds(${amount} * ${MICROS[unit]}))`;
        return unit === "millisecond" ? roundTime(sum, 3, value.type.precision) : sum;
      }
      const zone = unit === "day" || unit === "week"
        ? (value.type as { zone: string }).zone
        : "UTC";
      const sum = `((${value.sql} AT TIME ZONE ${zoneSql(zone)}) + to_microseconds(${amount} * ${
        MICROS[unit]
      }))`;
      return instantSql(sum, zone);
    }),
]);

const dateDiff: Overload[] = POINTS.map((type): Overload => [
  `(varchar, ${type}, ${type}) -> bigint`,
  (_, call) =>
    withUnit(call, (unit) => {
      const [, a, b] = call.args as [Typed, Typed, Typed];
      const months = { month: 1, quarter: 3, year: 12 }[unit];
      const clock = ["millisecond", "second", "minute", "hour"].includes(unit);
      const micros = (value: Typed) => {
        if (value.type.kind === "date") return `epoch_us(CAST(${value.sql} AS TIMESTAMP))`;
        if (value.type.kind !== "timestamp with time zone") return `epoch_us(${value.sql})`;
        // Days and what is longer go by the calendar of the first value's zone.
        const first = call.types[1] as Type;
        const zone = first.kind === "timestamp with time zone" ? first.zone : "UTC";
        return clock
          ? `epoch_us(${value.sql})`
          : `epoch_us(${value.sql} AT TIME ZONE ${zoneSql(zone)})`;
      };
      if (months) return `t_months_between(${micros(a)}, ${micros(b)}) // ${months}`;
      return `((${micros(b)} - ${micros(a)}) // ${MICROS[unit]})`;
    }),
]);

const dateTrunc: Overload[] = POINTS.map((type): Overload => [
  `(varchar, ${type}) -> ${type}`,
  (_, call) =>
    withUnit(call, (unit) => {
      const value = call.args[1] as Typed;
      if (type.endsWith("zone") && ["millisecond", "second", "minute", "hour"].includes(unit)) {
        // Where clocks show an hour twice, each stays the one it is.
        const local = localTime(value);
        return `(${value.sql} - (${local} - date_trunc('${unit}', ${local})))`;
      }
      return inLocal(value, (x) => `date_trunc('${unit}', ${x})`);
    }),
]);

/** `date_add`, `date_diff` and `date_trunc` of times of day. */
const TIME_ADD: Overload = [
  "(varchar, bigint, time(p)) -> time(p)",
  ([_, n, t], call) =>
    withUnit(call, (unit) => timeSql(`epoch_us(${t}) + ${n} % 86400000 * ${MICROS[unit]}`)),
];
const TIME_DIFF: Overload = [
  "(varchar, time(p), time(p)) -> bigint",
  ([_, a, b], call) =>
    withUnit(call, (unit) => `((epoch_us(${b}) - epoch_us(${a})) // ${MICROS[unit]})`),
];
const TIME_TRUNC: Overload = [
  "(varchar, time(p)) -> time(p)",
  ([_, t], call) =>
    withUnit(call, (unit) => timeSql(`epoch_us(${t}) // ${MICROS[unit]} * ${MICROS[unit]}`)),
];

const UTC: Type = { kind: "timestamp with time zone", precision: 3, zone: "UTC" };

const fromUnixtime: Overload[] = [
  ["(double) -> timestamp(p) with time zone", ([x]) => ({
    sql: `(make_timestamp(t_unix_millis(${x}) * 1000) AT TIME ZONE 'UTC')`,
    type: UTC,
  })],
  ["(double, varchar) -> timestamp(p) with time zone", ([x], call) => {
    const zone = call.args[1]?.constant;
    if (typeof zone !== "string") {
      throw notSupported("a time zone that is not a literal", call.expression.position);
    }
    return {
      sql: `(make_timestamp(t_unix_millis(${x}) * 1000) AT TIME ZONE 'UTC')`,
      type: { ...UTC, zone: checkZone(zone) } as Type,
    };
  }],
  ["(double, bigint, bigint) -> timestamp(p) with time zone", ([x], call) => {
    const [hours, minutes] = call.args.slice(1).map(({ constant }) => constant);
    if (typeof hours !== "bigint" || typeof minutes !== "bigint") {
      throw notSupported("a time zone that is not a literal", call.expression.position);
    }
    const ahead = Number(hours * 60n + minutes);
    if (Math.abs(ahead) > 14 * 60) {
      throw new QueryError("INVALID_FUNCTION_ARGUMENT", `Invalid offset minutes ${ahead}`);
    }
    const [hour, minute] = [Math.trunc(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
    const zone = `${ahead < 0 ? "-" : "+"}${two(hour)}:${two(minute)}`;
    return {
      sql: `(make_timestamp(t_unix_millis(${x}) * 1000) AT TIME ZONE 'UTC')`,
      type: { ...UTC, zone: ahead === 0 ? "UTC" : checkZone(zone) } as Type,
    };
  }],
];

function formatted(name: string): Overload[] {
  return POINTS.map((type): Overload => [`(${type}, varchar) -> varchar`, ([, f], call) => {
    const value = call.args[0] as Typed;
    const zone = value.type.kind === "timestamp with time zone" ? value.type.zone : "UTC";
    const local = value.type.kind === "date" ? `CAST(${value.sql} AS TIMESTAMP)` : localTime(value);
    const instant = value.type.kind === "timestamp with time zone"
      ? `epoch_us(${value.sql})`
      : `epoch_us(${local})`;
    return `${name}(epoch_us(${local}), ${instant}, ${f}, '${zone}')`;
  }]);
}

export const DATES: FunctionDefinition[] = family("scalar", {
  year: part("YEAR", [...POINTS, MONTHS]),
  quarter: part("QUARTER"),
  month: part("MONTH", [...POINTS, MONTHS]),
  week: part("WEEK"),
  week_of_year: part("WEEK"),
  day: part("DAY", [...POINTS, SPAN]),
  day_of_month: part("DAY", [...POINTS, SPAN]),
  day_of_week: part("DAY_OF_WEEK"),
  dow: part("DAY_OF_WEEK"),
  day_of_year: part("DAY_OF_YEAR"),
  doy: part("DAY_OF_YEAR"),
  year_of_week: part("YEAR_OF_WEEK"),
  yow: part("YEAR_OF_WEEK"),
  hour: part("HOUR", [...POINTS.slice(1), SPAN, "time(p)"]),
  minute: part("MINUTE", [...POINTS.slice(1), SPAN, "time(p)"]),
  second: part("SECOND", [...POINTS.slice(1), SPAN, "time(p)"]),
  millisecond: [
    ...POINTS.slice(1).map((type): Overload => [
      `(${type}) -> bigint`,
      (_, call) => `(epoch_ms(${localTime(call.args[0] as Typed)}) % 1000 + 1000) % 1000`,
    ]),
    [`(${SPAN}) -> bigint`, ([x]) => `CAST(epoch_ms(${x}) AS BIGINT) % 1000`],
    ["(time) -> bigint", ([x]) => `CAST(date_part('millisecond', ${x}) AS BIGINT) % 1000`],
  ],
  timezone_hour: part("TIMEZONE_HOUR", POINTS.slice(2)),
  timezone_minute: part("TIMEZONE_MINUTE", POINTS.slice(2)),
  date: [
    ["(varchar) -> date", ([s]) => `CAST(t_parse_date(${s}) AS DATE)`],
    ["(date) -> date", ([d]) => d as string],
    ["(timestamp(p)) -> date", ([t]) => `CAST(${t} AS DATE)`],
    [
      "(timestamp(p) with time zone) -> date",
      (_, call) => `CAST(${localTime(call.args[0] as Typed)} AS DATE)`,
    ],
  ],
  date_add: [...dateAdd, TIME_ADD],
  date_diff: [...dateDiff, TIME_DIFF],
  date_trunc: [...dateTrunc, TIME_TRUNC],
  last_day_of_month: POINTS.map((type): Overload => [
    `(${type}) -> date`,
    (_, call) => `last_day(CAST(${localTime(call.args[0] as Typed)} AS DATE))`,
  ]),
  from_unixtime: fromUnixtime,
  to_unixtime: [
    [
      "(timestamp(p) with time zone) -> double",
      ([t]) => `(epoch_us(${t}) / CAST(1000000 AS DOUBLE))`,
    ],
    ["(timestamp(p)) -> double", ([t]) => `(epoch_us(${t}) / CAST(1000000 AS DOUBLE))`],
  ],
  from_iso8601_timestamp: [["(varchar) -> timestamp(p) with time zone", ([s], call) => {
    const constant = call.args[0]?.constant;
    const offset = typeof constant === "string"
      ? /T.*?([+-]\d\d(?::?\d\d)?)$/.exec(constant)?.[1]
      : undefined;
    const zone = offset ? checkZone(offset) : "UTC";
    return {
      sql: `(make_timestamp(t_iso_timestamp(${s}, '${zone}')) AT TIME ZONE 'UTC')`,
      type: { ...UTC, zone: zone === "+00:00" ? "UTC" : zone } as Type,
    };
  }]],
  from_iso8601_date: [["(varchar) -> date", ([s]) => `CAST(t_iso_date(${s}) AS DATE)`]],
  to_iso8601: POINTS.map((type): Overload => [`(${type}) -> varchar`, (_, call) => {
    const value = call.args[0] as Typed;
    if (value.type.kind === "date") {
      return { sql: `CAST(${value.sql} AS VARCHAR)`, type: { kind: "varchar", length: 16 } };
    }
    const precision = (value.type as { precision: number }).precision;
    const digits = precision ? 20 + precision : 19;
    const text = `left(strftime(${localTime(value)}, '%Y-%m-%dT%H:%M:%S.%f'), ${digits})`;
    const length = precision ? 23 + precision : 22;
    if (value.type.kind === "timestamp") return { sql: text, type: { kind: "varchar", length } };
    const zone = (value.type as { zone: string }).zone;
    return {
      sql: `(${text} || t_zone_offset(epoch_us(${value.sql}), '${zone}'))`,
      type: { kind: "varchar", length: length + 6 },
    };
  }]),
  date_format: formatted("t_date_format"),
  format_datetime: formatted("t_format_datetime"),
  date_parse: [[
    "(varchar, varchar) -> timestamp(p)",
    ([s, f]) => `make_timestamp(t_date_parse(${s}, ${f}))`,
  ]],
  parse_datetime: [["(varchar, varchar) -> timestamp(p) with time zone", ([s, f]) => ({
    sql: `(make_timestamp(t_parse_datetime(${s}, ${f})) AT TIME ZONE 'UTC')`,
    type: UTC,
  })]],
  at_timezone: [[
    "(timestamp(p) with time zone, varchar) -> timestamp(p) with time zone",
    (_, call) => atTimeZone(call.args[0] as Typed, call.args[1] as Typed, call.expression),
  ]],
  with_timezone: [["(timestamp(p), varchar) -> timestamp(p) with time zone", ([t], call) => {
    const zone = call.args[1]?.constant;
    if (typeof zone !== "string") {
      throw notSupported("a time zone that is not a literal", call.expression.position);
    }
    const name = checkZone(zone);
    const { precision } = call.args[0]?.type as { precision: number };
    return {
      sql: instantSql(t as string, name),
      type: { kind: "timestamp with time zone", precision, zone: name },
    };
  }]],
  human_readable_seconds: [["(double) -> varchar", ([x]) => `t_human_seconds(${x})`]],
  to_milliseconds: [[
    "(interval day to second) -> bigint",
    ([i]) => `CAST(epoch_ms(${i}) AS BIGINT)`,
  ]],
  current_timezone: [["() -> varchar", () => "'UTC'"]],
});
