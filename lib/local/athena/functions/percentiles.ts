/**
 * Trino's documentation, "Approximate aggregate functions" and "T-Digest functions": percentiles. They
 * are told by digests, which come the same of values that come in the same order.
 * @module
 */
import { notSupported } from "../errors.ts";
import type { Typed } from "../values/typed.ts";
import { type Call, family, type FunctionDefinition, notOfNull, type Rendered } from "./define.ts";
import { mergeSets } from "./hyperloglog.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

function requireAll(call: Call): void {
  const { name, distinct, over, position } = call.expression;
  if (distinct && !over) throw notSupported(`${name} with DISTINCT`, position);
}

/** How values become doubles, and doubles such values. */
interface Conversion {
  to: (x: string) => string;
  from: (x: string) => string;
}

/** What Java makes of a double past the whole numbers. */
const MAX = "9223372036854775807";

const CONVERSIONS: Record<string, Conversion> = {
  bigint: {
    to: (x) => `t_exact_double(${x})`,
    from: (x) =>
      `coalesce(TRY_CAST(floor(${x} + 0.5) AS BIGINT), CASE WHEN ${x} > 0 THEN ${MAX} END)`,
  },
  real: { to: (x) => `CAST(${x} AS DOUBLE)`, from: (x) => `CAST(${x} AS FLOAT)` },
  double: { to: (x) => x, from: (x) => x },
};

function percentile({ to, from }: Conversion, args: string[], call: Call): string {
  requireAll(call);
  const [x, w, p] = args as [string, string, string];
  return from(call.own("percentile", to(x), w, p));
}

function percentiles({ to, from }: Conversion, args: string[], call: Call): string {
  requireAll(call);
  const [x, w, p] = args as [string, string, string];
  const found = `CAST(CAST(${call.own("percentiles", to(x), w, p)} AS JSON) AS DOUBLE[])`;
  return `list_transform(${found}, lambda e: ${from("e")})`;
}

const ONE = "CAST(1 AS DOUBLE)";

export const PERCENTILES: FunctionDefinition[] = [
  ...family("aggregate", {
    approx_percentile: Object.entries(CONVERSIONS).flatMap(([type, conversion]): Overload[] => [
      ...notOfNull([
        [
          `(${type}, double) -> ${type}`,
          ([x, p], call) => percentile(conversion, [x, ONE, p] as string[], call),
        ],
        [
          `(${type}, double, double) -> ${type}`,
          (args, call) => percentile(conversion, args, call),
        ],
        [
          `(${type}, array(double)) -> array(${type})`,
          ([x, p], call) => percentiles(conversion, [x, ONE, p] as string[], call),
        ],
        [
          `(${type}, double, array(double)) -> array(${type})`,
          (args, call) => percentiles(conversion, args, call),
        ],
      ], [-1]),
      [`(${type}, double, double, double) -> ${type}`, (_, call) => {
        throw notSupported("approx_percentile with an accuracy", call.expression.position);
      }],
    ]),
    tdigest_agg: [
      ["(double) -> tdigest", ([x], call) => digest([x as string, ONE], call)],
      ["(double, double) -> tdigest", (args, call) => digest(args, call)],
    ],
    merge: notOfNull([
      ["(HyperLogLog) -> HyperLogLog", mergeSets],
      ["(tdigest) -> tdigest", ([x], call) => call.own("merge_tdigests", x as string)],
    ]),
  }),
  ...family("scalar", {
    value_at_quantile: notOfNull([
      ["(tdigest, double) -> double", ([d, q]) => `t_value_at(${d}, ${q})`],
    ]),
    values_at_quantiles: notOfNull([[
      "(tdigest, array(double)) -> array(double)",
      ([d, q]) => `CAST(CAST(t_values_at(${d}, ${q}) AS JSON) AS DOUBLE[])`,
    ]]),
  }),
];

function digest(args: string[], call: Call): Typed {
  requireAll(call);
  return { sql: call.own("tdigest", ...args), type: { kind: "tdigest" } };
}
