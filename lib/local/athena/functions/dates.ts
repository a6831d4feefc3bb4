/**
 * Trino's documentation, "Date and time functions and operators".
 * @module
 */
import { isoInstant } from "../engine/times/iso_times.ts";
import { parseDatetime } from "../engine/times/joda_format.ts";
import { offsetName } from "../engine/times/zones.ts";
import { OWN_ZONE, type Type } from "../types/types.ts";
import { roundTime, timeSql } from "../values/convert_times.ts";
import { failure } from "../values/failure.ts";
import { unfolded } from "../values/fallible.ts";
import type { Typed } from "../values/typed.ts";
import { instantOf, inZoneOf, localOf, withInstant, zoneOf } from "../values/zoned.ts";
import { atTimeZone, instantAt, localAt, type NamedZone, namedZone } from "../values/zones.ts";
import { type Call, family, type FunctionDefinition, notOfNull, type Rendered } from "./define.ts";
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
  const { kind = "timestamp" } = values.at(-1)?.type ?? {};
  const units = kind === "date" ? UNITS.slice(4) : kind === "time" ? UNITS.slice(0, 4) : UNITS;
  const { constant } = first;
  const known = typeof constant === "string" ? constant.toLowerCase() : undefined;
  if (known !== undefined && units.includes(known)) return render(known);
  const what = kind.replace(" with time zone", "").toUpperCase();
  const message =
    `'INVALID_FUNCTION_ARGUMENT: ''' || t_lower(${first.sql}) || ''' is not a valid ${what} field'`;
  const nulls = call.args.map((value) => `${value.sql} IS NULL`).join(" OR ");
  const others = known === undefined
    ? units.map((unit) => `WHEN lower(${first.sql}) = '${unit}' THEN ${render(unit)} `).join("")
    : "";
  return `CASE WHEN ${nulls} THEN NULL ${others}` +
    `ELSE ${failure(`t_fail(${message})`, call.result)} END`;
}

/** Does something to local time, and goes back to the instant where the value has a zone. */
function inLocal(value: Typed, change: (local: string) => string): string {
  const changed = change(localTime(value));
  if (value.type.kind === "date") return `CAST(${changed} AS DATE)`;
  if (value.type.kind !== "timestamp with time zone") return changed;
  return inZoneOf(value, changed);
}

const MICROS: Record<string, number> = {
  millisecond: 1e3,
  second: 1e6,
  minute: 6e7,
  hour: 36e8,
  day: 864e8,
  week: 6048e8,
};

const dateAdd = notOfNull(
  POINTS.map((type): Overload => [
    `(varchar, bigint, ${type}) -> ${type}`,
    ([_, n], call) =>
      withUnit(call, (unit) => {
        const value = call.args[2] as Typed;
        const months = { month: 1, quarter: 3, year: 12 }[unit];
        const amount = `CAST(${n} AS BIGINT)`;
        if (months) {
          return inLocal(
            value,
            (x) => `(${x} + to_months(CAST(${amount} * ${months} AS INTEGER)))`,
          );
        }
        if (value.type.kind === "date") {
          return `(${value.sql} + CAST(${amount} * ${unit === "week" ? 7 : 1} AS INTEGER))`;
        }
        if (value.type.kind === "timestamp") {
          const sum = `(${value.sql} + to_microseconds(${amount} * ${MICROS[unit]}))`;
          return unit === "millisecond" ? roundTime(sum, 3, value.type.precision) : sum;
        }
        const span = `to_microseconds(${amount} * ${MICROS[unit]})`;
        if (unit === "day" || unit === "week") {
          return inZoneOf(value, `(${localOf(value)} + ${span})`);
        }
        const sum = `((${instantOf(value)} AT TIME ZONE 'UTC') + ${span})`;
        const { precision } = value.type as { precision: number };
        const rounded = unit === "millisecond" ? roundTime(sum, 3, precision) : sum;
        return withInstant(value, `(${rounded} AT TIME ZONE 'UTC')`);
      }),
  ]),
  [2],
);

const dateDiff: Overload[] = POINTS.map((type): Overload => [
  `(varchar, ${type}, ${type}) -> bigint`,
  (_, call) =>
    withUnit(call, (unit) => {
      const [, a, b] = call.args as [Typed, Typed, Typed];
      const months = { month: 1, quarter: 3, year: 12 }[unit];
      const clock = ["millisecond", "second", "minute", "hour"].includes(unit);
      // What is finer than milliseconds does not count.
      const micros = (value: Typed) => {
        if (value.type.kind === "date") return `epoch_us(CAST(${value.sql} AS TIMESTAMP))`;
        if (
          value.type.kind !== "timestamp with time zone"
        ) return `t_whole_millis(epoch_us(${value.sql}))`;
        const instant = instantOf(value);
        // Days and what is longer go by the calendar of the first value's zone, or where the type is
        // finer by that of UTC.
        const local = clock || value.type.precision > 3
          ? instant
          : `t_local(${instant}, ${zoneOf(a)})`;
        return `t_whole_millis(epoch_us(${local}))`;
      };
      if (months) return `t_months_between(${micros(a)}, ${micros(b)}) // ${months}`;
      return `((${micros(b)} - ${micros(a)}) // ${MICROS[unit]})`;
    }),
]);

const dateTrunc = notOfNull(
  POINTS.map((type): Overload => [
    `(varchar, ${type}) -> ${type}`,
    (_, call) =>
      withUnit(call, (unit) => {
        const value = call.args[1] as Typed;
        if (type.endsWith("zone") && ["millisecond", "second", "minute", "hour"].includes(unit)) {
          // Where clocks show an hour twice, each stays the one it is.
          const local = localTime(value);
          const instant = `(${instantOf(value)} - (${local} - date_trunc('${unit}', ${local})))`;
          return withInstant(value, instant);
        }
        return inLocal(value, (x) => `date_trunc('${unit}', ${x})`);
      }),
  ]),
  [1],
);

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
const OWN: Type = { kind: "timestamp with time zone", precision: 3, zone: OWN_ZONE };

/** The zone so many hours and minutes ahead of UTC. */
function zoneAhead(hours: Typed, minutes: Typed): NamedZone {
  const [h, m] = [hours.constant, minutes.constant];
  const ahead = typeof h === "bigint" && typeof m === "bigint" ? Number(h * 60n + m) : NaN;
  return Math.abs(ahead) <= 14 * 60
    ? { name: offsetName(ahead) }
    : { sql: `t_zone_at(${hours.sql} * 60 + ${minutes.sql})` };
}

const unixInstant = (x: string) =>
  `(make_timestamp(t_unix_millis(${x}) * 1000) AT TIME ZONE 'UTC')`;

const fromUnixtime: Overload[] = [
  ["(double) -> timestamp(p) with time zone", ([x]) => ({
    sql: unixInstant(x as string),
    type: UTC,
  })],
  ["(double, varchar) -> timestamp(p) with time zone", ([x], call) => {
    const zone = namedZone(call.args[1] as Typed, "NOT_SUPPORTED: Time zone not supported: %");
    return instantAt(unixInstant(x as string), 3, zone);
  }],
  ["(double, bigint, bigint) -> timestamp(p) with time zone", ([x], call) => {
    const [, hours, minutes] = call.args as [Typed, Typed, Typed];
    return instantAt(unixInstant(x as string), 3, zoneAhead(hours, minutes));
  }],
];

/** What reads a text as an instant in a zone: now where the text is known, else for each value. */
function read(texts: readonly Typed[], parse: (...texts: string[]) => string, name: string): Typed {
  const call = `${name}(${texts.map(({ sql }) => sql).join(", ")})`;
  const known = texts.every(({ constant }) => typeof constant === "string");
  if (known) {
    try {
      const found = parse(...texts.map(({ constant }) => constant as string)).split(" ");
      const [micros, zone] = found as [string, string];
      return {
        sql: `(make_timestamp(${micros}) AT TIME ZONE 'UTC')`,
        type: { ...UTC, zone } as Type,
      };
    } catch (error) {
      // It fails where a row gets to it.
      if (!(error instanceof Error)) throw error;
    }
  }
  return { sql: `t_zoned(${known ? unfolded(call) : call})`, type: OWN };
}

function formatted(name: string): Overload[] {
  return POINTS.map((type): Overload => [`(${type}, varchar) -> varchar`, ([, f], call) => {
    const value = call.args[0] as Typed;
    const zoned = value.type.kind === "timestamp with time zone";
    const local = value.type.kind === "date" ? `CAST(${value.sql} AS TIMESTAMP)` : localTime(value);
    const instant = zoned ? instantOf(value) : local;
    const zone = zoned ? zoneOf(value) : "'UTC'";
    return `${name}(epoch_us(${local}), epoch_us(${instant}), ${f}, ${zone})`;
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
      (_, call) => `t_unixtime(epoch_us(${instantOf(call.args[0] as Typed)}))`,
    ],
    ["(timestamp(p)) -> double", ([t]) => `(epoch_us(${t}) / CAST(1000000 AS DOUBLE))`],
  ],
  from_iso8601_timestamp: [[
    "(varchar) -> timestamp(p) with time zone",
    (_, call) => read(call.args, isoInstant, "t_iso_timestamp"),
  ]],
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
    return {
      sql: `(${text} || t_zone_offset(epoch_us(${instantOf(value)}), ${zoneOf(value)}))`,
      type: { kind: "varchar", length: length + 6 },
    };
  }]),
  date_format: formatted("t_date_format"),
  format_datetime: formatted("t_format_datetime"),
  date_parse: [[
    "(varchar, varchar) -> timestamp(p)",
    ([s, f]) => `make_timestamp(t_date_parse(${s}, ${f}))`,
  ]],
  parse_datetime: [[
    "(varchar, varchar) -> timestamp(p) with time zone",
    (_, call) => read(call.args, parseDatetime, "t_parse_datetime"),
  ]],
  at_timezone: ["varchar", "interval day to second"].map((zone) => [
    `(timestamp(p) with time zone, ${zone}) -> timestamp(p) with time zone`,
    (_, call) => atTimeZone(call.args[0] as Typed, call.args[1] as Typed, call.expression),
  ]),
  with_timezone: [["(timestamp(p), varchar) -> timestamp(p) with time zone", ([t], call) => {
    const { precision } = call.args[0]?.type as { precision: number };
    return localAt(t as string, precision, namedZone(call.args[1] as Typed));
  }]],
  human_readable_seconds: [["(double) -> varchar", ([x]) => `t_human_seconds(${x})`]],
  to_milliseconds: [[
    "(interval day to second) -> bigint",
    ([i]) => `CAST(epoch_ms(${i}) AS BIGINT)`,
  ]],
  current_timezone: [["() -> varchar", () => "'UTC'"]],
});
