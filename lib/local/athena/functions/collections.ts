/**
 * Trino's documentation, "Array functions and operators" and "Map functions and operators".
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import { BIGINT, BOOLEAN, duckType, hasFloat, type Type, typeName } from "../types/types.ts";
import { failure } from "../values/failure.ts";
import { counted, hasHole, needsSortKey, requirePlain } from "../values/keys.ts";
import { equal } from "../values/operators.ts";
import { textOf } from "../values/text.ts";
import type { Typed } from "../values/typed.ts";
import { sortedList } from "../values/whole_order.ts";
import {
  type Call,
  family,
  type FunctionDefinition,
  notOfNull,
  requireOrderable,
} from "./define.ts";
import { both, distinct, edge, element, keys, search, shared } from "./elements.ts";
import { lambda, substitute } from "./lambdas.ts";
import { MATCHES } from "./matches.ts";

function orderable(call: Call): void {
  requireOrderable(element(call), call);
}

/** Refuses keys of maps that DuckDB would compare otherwise than Athena. */
function plain(call: Call, type: Type = element(call)): void {
  requirePlain(type, call.expression.name, call.expression.position);
}

/** Keys of a map, which fail where one has a NULL inside. */
function determinate(list: string, call: Call): string {
  const type = element(call);
  plain(call, type);
  if (type.kind !== "array" && type.kind !== "row") return list;
  return `CASE WHEN ${hasHole(list, { kind: "array", element: type })} AND ` +
    `list_count(${list}) = len(${list}) THEN CASE WHEN ` +
    `t_fails(${list}, 'INVALID_FUNCTION_ARGUMENT: map key cannot be indeterminate') THEN ${list} END ` +
    `ELSE ${list} END`;
}

export const COLLECTIONS: FunctionDefinition[] = family("scalar", {
  cardinality: [
    ["(array(T)) -> bigint", ([a]) => `CAST(len(${a}) AS BIGINT)`],
    ["(map(K,V)) -> bigint", ([m]) => `CAST(cardinality(${m}) AS BIGINT)`],
    ["(HyperLogLog) -> bigint", ([s]) => `t_set_cardinality(${s})`],
  ],
  element_at: [
    [
      "(array(T), bigint) -> T",
      ([a, i], call) =>
        `CASE WHEN ${i} = 0 AND ${a} IS NOT NULL THEN ${
          failure(
            "t_fail('INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1')",
            element(call),
          )
        } ELSE list_extract(${a}, ${i}) END`,
    ],
    [
      "(map(K,V), K) -> V",
      ([m, k], call) => {
        const { type, sql } = call.args[1] as Typed;
        // NaN equals nothing, also no key.
        return hasFloat(type)
          ? `CASE WHEN ${equal(sql, sql, type)} THEN ${m}[${k}] END`
          : `${m}[${k}]`;
      },
    ],
  ],
  contains: [["(array(T), T) -> boolean", ([a, x], call) => {
    if (needsSortKey(element(call))) {
      return search(
        call,
        BOOLEAN,
        (all, at) =>
          `CASE WHEN ${at} > 0 THEN TRUE WHEN list_position(${all}, 3) IS NULL THEN FALSE END`,
      );
    }
    const found = equal("e", x as string, element(call));
    return `CASE WHEN ${x} IS NOT NULL THEN t_any(list_transform(${a}, lambda e: ${found})) END`;
  }], ["(varchar, unknown) -> boolean", () => "CAST(NULL AS BOOLEAN)"]],
  array_position: [["(array(T), T) -> bigint", ([a, x], call) => {
    if (needsSortKey(element(call))) {
      return search(call, BIGINT, (_, at) => `CAST(${at} AS BIGINT)`);
    }
    const at = `coalesce(list_position(${a}, ${x}), 0)`;
    const found = hasFloat(element(call)) ? `CASE WHEN isnan(${x}) THEN 0 ELSE ${at} END` : at;
    return `CASE WHEN ${a} IS NULL OR ${x} IS NULL THEN NULL ELSE CAST(${found} AS BIGINT) END`;
  }]],
  array_join: [
    [
      "(array(T), varchar) -> varchar",
      ([a, d], call) => joined(a as string, d as string, undefined, call),
    ],
    [
      "(array(T), varchar, varchar) -> varchar",
      ([a, d, n], call) => joined(a as string, d as string, n, call),
    ],
  ],
  array_distinct: [["(array(T)) -> array(T)", ([a], call) => {
    return `CASE WHEN ${a} IS NOT NULL THEN ${distinct(a as string, element(call))} END`;
  }]],
  array_sort: [["(array(T)) -> array(T)", ([a], call) => {
    orderable(call);
    if (needsSortKey(element(call))) return sortedList(a as string, element(call));
    return `list_sort(${a}, 'ASC', 'NULLS LAST')`;
  }], ["(array(T), function(T,T,integer)) -> array(T)", ([a, f], call) => {
    const [parameters, body] = lambda(f as string);
    const [x, y] = parameters.split(", ") as [string, string];
    const list = `CAST([] AS ${duckType(call.result)})`;
    const [state, next, placed] = [`s${x}`, `n${x}`, `p${x}`];
    const after = `t_comparison(CAST(${substitute(body, x, placed, y, `${next}.e`)} AS BIGINT))`;
    // Each element is put behind those that do not come after it.
    const sorted = `list_reduce(list_prepend(struct_pack(s := ${list}, e := NULL), ` +
      `list_transform(${a}, lambda e: struct_pack(s := ${list}, e := e))), ` +
      `lambda ${state}, ${next}: struct_pack(s := list_filter(${state}.s, lambda ${placed}: ${after} <= 0) || ` +
      `[${next}.e] || list_filter(${state}.s, lambda ${placed}: ${after} > 0), e := ${next}.e)).s`;
    return `CASE WHEN ${a} IS NULL THEN NULL ELSE ${sorted} END`;
  }]],
  array_min: [["(array(T)) -> T", ([a], call) => {
    orderable(call);
    return edge("min", a as string, element(call));
  }]],
  array_max: [["(array(T)) -> T", ([a], call) => {
    orderable(call);
    return edge("max", a as string, element(call));
  }]],
  array_union: [["(array(T), array(T)) -> array(T)", (_, call) => {
    return both(call, (a, b) => distinct(`list_concat(${a}, ${b})`, element(call)));
  }]],
  array_intersect: [["(array(T), array(T)) -> array(T)", (_, call) => {
    return both(
      call,
      (a, b) => distinct(shared(a, b, element(call), "IS NOT NULL"), element(call)),
    );
  }]],
  array_except: [["(array(T), array(T)) -> array(T)", (_, call) => {
    return both(call, (a, b) => distinct(shared(a, b, element(call), "IS NULL"), element(call)));
  }]],
  arrays_overlap: [["(array(T), array(T)) -> boolean", (_, call) => {
    orderable(call);
    const type = element(call);
    const refusal =
      "t_fail('NOT_SUPPORTED: arrays_overlap of values with a NULL inside is not supported')";
    const hole = (list: string) =>
      `len(list_filter(${list}, lambda i: ${hasHole("i", type, 1)})) > 0`;
    return both(call, (a, b) => {
      const refused = type.kind === "array" || type.kind === "row"
        ? `WHEN ${hole(a)} OR ${hole(b)} THEN CAST(${refusal} AS BOOLEAN) `
        : "";
      const common = shared(`list_filter(${a}, lambda i: i IS NOT NULL)`, b, type, "IS NOT NULL");
      return `CASE ${refused}WHEN len(${common}) > 0 THEN TRUE ` +
        `WHEN list_count(${a}) < len(${a}) OR list_count(${b}) < len(${b}) THEN NULL ELSE FALSE END`;
    });
  }]],
  contains_sequence: [["(array(T), array(T)) -> boolean", (_, call) => {
    return both(call, (list, sequence) => {
      const [a, s] = [list, sequence].map((one) => keys(one, element(call)));
      return `len(list_filter(range(0, len(${a}) - len(${s}) + 1), lambda i: ` +
        `list_slice(${a}, i + 1, i + len(${s})) IS NOT DISTINCT FROM ${s})) > 0`;
    });
  }]],
  array_histogram: [["(array(T)) -> map(T, bigint)", ([a], call) => {
    plain(call);
    const type = duckType(element(call));
    const values = `list_transform(${a}, lambda h: ${counted("h", element(call))})`;
    return `CASE WHEN ${a} IS NOT NULL THEN coalesce(CAST(list_histogram(${values}) AS MAP(${type}, BIGINT)), ` +
      `CAST(MAP {} AS MAP(${type}, BIGINT))) END`;
  }]],
  array_remove: [["(array(T), T) -> array(T)", (_, call) => {
    if (needsSortKey(element(call))) {
      return search(
        call,
        call.result,
        (all) =>
          `list_transform(list_filter(list_zip(${call.args[0]?.sql}, ${all}), ` +
          `lambda i: struct_extract_at(i, 2) <> 1), lambda i: struct_extract_at(i, 1))`,
      );
    }
    const other = hasFloat(element(call)) ? " OR isnan(i)" : "";
    return both(call, (a, x) => `list_filter(${a}, lambda i: i IS NULL OR i <> ${x}${other})`);
  }]],
  trim_array: [[
    "(array(T), bigint) -> array(T)",
    ([a, n]) => `list_slice(${a}, 1, len(${a}) - t_check_trim(len(${a}), ${n}))`,
  ]],
  slice: [[
    "(array(T), bigint, bigint) -> array(T)",
    ([a, s, n]) =>
      `CASE WHEN ${a} IS NULL OR ${s} IS NULL OR ${n} IS NULL THEN NULL ` +
      `WHEN t_check_slice(${s}, ${n}) AND abs(${s}) > len(${a}) THEN list_slice(${a}, 1, 0) ` +
      `WHEN ${s} > 0 THEN list_slice(${a}, ${s}, ${s} + ${n} - 1) ` +
      `ELSE list_slice(${a}, len(${a}) + ${s} + 1, len(${a}) + ${s} + ${n}) END`,
  ]],
  repeat: [[
    "(T, integer) -> array(T)",
    ([x, n]) => `list_transform(range(t_check_repeat(${n})), lambda i: ${x})`,
  ]],
  flatten: [["(array(array(T))) -> array(T)", ([a]) => `flatten(${a})`]],
  sequence: notOfNull([
    [
      "(bigint, bigint) -> array(bigint)",
      ([a, b]) =>
        `generate_series(${a}, ${b}, t_check_sequence(${a}, ${b}, CASE WHEN ${a} <= ${b} THEN 1 ELSE -1 END))`,
    ],
    [
      "(bigint, bigint, bigint) -> array(bigint)",
      ([a, b, s]) => `generate_series(${a}, ${b}, t_check_sequence(${a}, ${b}, ${s}))`,
    ],
    [
      "(date, date) -> array(date)",
      ([a, b]) =>
        dates(
          a as string,
          b as string,
          `CASE WHEN ${a} <= ${b} THEN 1 ELSE -1 END`,
        ),
    ],
    [
      "(date, date, interval day to second) -> array(date)",
      ([a, b, s]) => dates(a as string, b as string, wholeDays(s as string)),
    ],
    [
      "(date, date, interval year to month) -> array(date)",
      (args) => `list_transform(${monthly(args)}, lambda d: CAST(d AS DATE))`,
    ],
    [
      "(timestamp(p), timestamp(p), interval day to second) -> array(timestamp)",
      ([a, b, s], call) => {
        const [from, to, step] = [a, b].map((x) => `epoch_us(${x})`).concat(
          `1000 * epoch_ms(${s})`,
        );
        const { precision } = (call.args[0] as Typed).type as { precision: number };
        return `list_transform(generate_series(${from}, ${to}, ` +
          `t_check_sequence(${from}, ${to}, ${step})), lambda d: ${timeOf("d", precision)})`;
      },
    ],
    [
      "(timestamp(p), timestamp(p), interval year to month) -> array(timestamp)",
      monthly,
    ],
  ], [0, 1, -1]),
  transform: [["(array(T), function(T,U)) -> array(U)", ([a, f]) => `list_transform(${a}, ${f})`]],
  filter: [["(array(T), function(T,boolean)) -> array(T)", ([a, f]) => `list_filter(${a}, ${f})`]],
  reduce: [["(array(T), S, function(S,T,S), function(S,R)) -> R", ([a, s, f, g]) => {
    const start = s as string;
    const [parameters, body] = lambda(f as string);
    const [last, output] = lambda(g as string);
    // The first element of the list is the state, so that a list of elements is reduced to one state.
    const [state, item] = parameters.split(", ") as [string, string];
    const reduced = `list_reduce(list_prepend(struct_pack(s := ${start}, e := NULL), ` +
      `list_transform(${a}, lambda e: struct_pack(s := CASE WHEN FALSE THEN ${start} ELSE NULL END, e := e))), ` +
      `lambda ${state}x, ${item}x: struct_pack(s := list_transform([struct_pack(a := ${state}x.s, b := ${item}x.e)], ` +
      `lambda z: ${substitute(body, state, "z.a", item, "z.b")})[1], e := ${item}x.e)).s`;
    return `CASE WHEN ${a} IS NULL THEN NULL ELSE list_transform([${reduced}], lambda ${last}: ${output})[1] END`;
  }]],
  ...MATCHES,
  zip_with: [["(array(T), array(U), function(T,U,R)) -> array(R)", ([a, b, f]) => {
    const [parameters, body] = lambda(f as string);
    const [x, y] = parameters.split(", ") as [string, string];
    return `CASE WHEN ${a} IS NOT NULL AND ${b} IS NOT NULL THEN ` +
      `list_transform(list_zip(${a}, ${b}), lambda z${x}: ${
        substitute(body, x, `struct_extract_at(z${x}, 1)`, y, `struct_extract_at(z${x}, 2)`)
      }) END`;
  }]],
  zip: [2, 3, 4, 5].map((n) => {
    const names = ["T", "U", "V", "W", "X"].slice(0, n);
    return [
      `(${names.map((x) => `array(${x})`).join(", ")}) -> array(row(${names.join(",")}))`,
      (args: string[]) =>
        `CASE WHEN ${args.map((arg) => `${arg} IS NOT NULL`).join(" AND ")} THEN ` +
        `list_transform(list_zip(${args.join(", ")}), lambda z: struct_pack(${
          names.map((_, i) => `_${i} := struct_extract_at(z, ${i + 1})`).join(", ")
        })) END`,
    ] as const;
  }),
  ngrams: [[
    "(array(T), integer) -> array(array(T))",
    ([a, n]) =>
      `CASE WHEN len(${a}) <= t_check_ngrams(${n}) THEN [${a}] ELSE list_transform(range(1, len(${a}) - ${n} + 2), lambda i: list_slice(${a}, i, i + ${n} - 1)) END`,
  ]],
  map: [
    ["() -> map(unknown, unknown)", () => "MAP {}"],
    [
      "(array(K), array(V)) -> map(K,V)",
      ([k, v], call) => `map(t_check_keys_any(${determinate(k as string, call)}, ${v}), ${v})`,
    ],
  ],
  map_keys: [["(map(K,V)) -> array(K)", ([m]) => `map_keys(${m})`]],
  map_values: [["(map(K,V)) -> array(V)", ([m]) => `map_values(${m})`]],
  map_entries: [[
    "(map(K,V)) -> array(row(K,V))",
    ([m]) => `list_transform(map_entries(${m}), lambda e: struct_pack(_0 := e.key, _1 := e.value))`,
  ]],
  map_from_entries: [[
    "(array(row(K,V))) -> map(K,V)",
    ([a]) => {
      const none = "t_fail('INVALID_FUNCTION_ARGUMENT: map entry cannot be null')";
      const entry = `struct_pack(k := e._0, v := e._1)`;
      return `map_from_entries(list_transform(${a}, lambda e: CASE WHEN e IS NULL ` +
        `THEN struct_pack(k := e._0, v := CASE WHEN ${none} IS NULL THEN e._1 END) ELSE ${entry} END))`;
    },
  ]],
  map_concat: [["(map(K,V), map(K,V)...) -> map(K,V)", (args, call) => {
    if (args.length < 2 && call.types[0]?.kind !== "unknown") {
      throw new QueryError(
        "INVALID_FUNCTION_ARGUMENT",
        "There must be two or more concatenation arguments to map_concat",
      );
    }
    const nulls = args.map((arg) => `${arg} IS NULL`).join(" OR ");
    return `CASE WHEN ${nulls} THEN NULL ELSE map_concat(${args.join(", ")}) END`;
  }]],
  map_filter: [["(map(K,V), function(K,V,boolean)) -> map(K,V)", ([m, f]) => {
    const [parameters, body] = lambda(f as string);
    const [k, v] = parameters.split(", ") as [string, string];
    return `map_from_entries(list_filter(map_entries(${m}), lambda e${k}: ${
      substitute(body, k, `e${k}.key`, v, `e${k}.value`)
    }))`;
  }]],
  transform_values: [["(map(K,V), function(K,V,W)) -> map(K,W)", ([m, f]) => {
    const [parameters, body] = lambda(f as string);
    const [k, v] = parameters.split(", ") as [string, string];
    return `map_from_entries(list_transform(map_entries(${m}), lambda e${k}: struct_pack(k := e${k}.key, v := ${
      substitute(body, k, `e${k}.key`, v, `e${k}.value`)
    })))`;
  }]],
  transform_keys: [["(map(K,V), function(K,V,W)) -> map(W,V)", ([m, f]) => {
    const [parameters, body] = lambda(f as string);
    const [k, v] = parameters.split(", ") as [string, string];
    return `map_from_entries(list_transform(map_entries(${m}), lambda e${k}: struct_pack(k := ${
      substitute(body, k, `e${k}.key`, v, `e${k}.value`)
    }, v := e${k}.value)))`;
  }]],
});

/** The time so many microseconds after 1970, of which the engine finds that it fits its type. */
function timeOf(micros: string, precision: number): string {
  if (precision > 2) return `make_timestamp(${micros})`;
  const message = `Expected 0s for digits beyond precision ${precision}: epochMicros = `;
  return `CASE WHEN ${micros} % ${10 ** (6 - precision)} = 0 THEN make_timestamp(${micros}) ` +
    `ELSE CAST(t_fail('GENERIC_INTERNAL_ERROR: ${message}' || ${micros}) AS TIMESTAMP) END`;
}

/** Steps of months, each counted from the start: the day of the month stays where there is one. */
function monthly([a, b, s]: string[]): string {
  const step = `CAST(12 * date_part('year', ${s}) + date_part('month', ${s}) AS BIGINT)`;
  const micros = [a, b].map((x) => `epoch_us(CAST(${x} AS TIMESTAMP))`).join(", ");
  const last = `t_months_between(${micros})`;
  // Within less than a month it still goes forward or back.
  const stop =
    `CASE WHEN ${last} <> 0 OR ${a} = ${b} THEN ${last} WHEN ${a} < ${b} THEN 1 ELSE -1 END`;
  const months = `generate_series(0, ${last}, t_check_sequence(0, ${stop}, ${step}))`;
  return `list_transform(${months}, lambda i: ${a} + to_months(CAST(i AS INTEGER)))`;
}

/** Days of an interval, which has nothing else. */
function wholeDays(step: string): string {
  const message = "sequence step must be a day interval if start and end values are dates";
  return `CASE WHEN epoch_ms(${step}) % 86400000 <> 0 ` +
    `THEN CAST(t_fail('INVALID_FUNCTION_ARGUMENT: ${message}') AS BIGINT) ` +
    `ELSE epoch_ms(${step}) // 86400000 END`;
}

function dates(a: string, b: string, step: string): string {
  const [from, to] = [a, b].map((x) => `CAST(${x} - DATE '1970-01-01' AS BIGINT)`);
  return `list_transform(generate_series(${from}, ${to}, t_check_sequence(${from}, ${to}, ${step})), ` +
    `lambda d: DATE '1970-01-01' + CAST(d AS INTEGER))`;
}

function joined(a: string, d: string, nulls: string | undefined, call: Call): string {
  if (call.types[0]?.kind === "unknown") return "CAST(NULL AS VARCHAR)";
  const text = textOf("e", element(call));
  if (text === undefined) {
    throw notSupported(`array_join of ${typeName(element(call))}`, call.expression.position);
  }
  const kept = nulls === undefined ? `list_filter(${a}, lambda e: e IS NOT NULL)` : a;
  const texts = `list_transform(${kept}, lambda e: ${
    nulls === undefined ? text : `coalesce(${text}, ${nulls})`
  })`;
  const missing = [a, d, ...(nulls === undefined ? [] : [nulls])].map((arg) => `${arg} IS NULL`);
  return `CASE WHEN ${missing.join(" OR ")} THEN NULL WHEN len(${kept}) = 0 THEN '' ` +
    `ELSE array_to_string(${texts}, ${d}) END`;
}
