/**
 * Prints expressions as Athena's engine does in its messages.
 * @module
 */
import type { Expression, FrameBound, SortItem, TypeName, WindowSpec } from "./ast.ts";
import { RESERVED } from "./reserved.ts";

type Of<K extends Expression["kind"]> = Extract<Expression, { kind: K }>;

/** Calls that the engine has a form of its own for. */
const UPPER = new Set(["coalesce", "nullif", "if", "try", "current_user", "current_catalog"]);
const WITHOUT_PARENTHESES = /^(?:current_(?:date|time|timestamp|user|catalog|schema)|localtime)/;

/**
 * Prints an expression.
 *
 * @param expression The parsed expression
 * @returns SQL in the engine's own spelling; of queries, and of what SQL/JSON functions are given, only
 *   that they are there
 */
export function format(expression: Expression): string {
  const e = expression;
  switch (e.kind) {
    case "null":
      return "null";
    case "boolean":
      return String(e.value);
    case "integer":
      return e.value;
    case "double":
      return Number(e.value).toExponential().replace("e+", "E").replace("e", "E");
    case "string":
      return text(e.value);
    case "binary":
      return `X'${e.hex}'`;
    case "typed":
      return `${typeText(e.type).toUpperCase()} ${text(e.value)}`;
    case "interval":
      return `INTERVAL ${e.negative ? "-" : ""}${text(e.value)} ${e.from}${
        e.to ? ` TO ${e.to}` : ""
      }`;
    case "parameter":
      return "?";
    case "name":
      return name(e.name.value);
    case "field":
      return `${format(e.base)}.${name(e.name.value)}`;
    case "subscript":
      return `${format(e.base)}[${format(e.index)}]`;
    case "array":
      return `ARRAY[${e.items.map(format).join(",")}]`;
    case "row":
      return `ROW (${list(e.items)})`;
    case "unary":
      return e.operator === "-" ? `-(${format(e.value)})` : `+${format(e.value)}`;
    case "binaryop":
      return e.operator === "||"
        ? `concat(${format(e.left)}, ${format(e.right)})`
        : `(${format(e.left)} ${e.operator} ${format(e.right)})`;
    case "compare":
      return `(${format(e.left)} ${e.operator} ${format(e.right)})`;
    case "quantified":
      return `(${format(e.left)} ${e.operator} ${e.quantifier} (<query>))`;
    case "and":
    case "or":
      return `(${e.items.map(format).join(` ${e.kind.toUpperCase()} `)})`;
    case "not":
      return e.value.kind === "isnull"
        ? `(${format(e.value.value)} IS NOT NULL)`
        : `(NOT ${format(e.value)})`;
    case "between":
      return `(${format(e.value)} BETWEEN ${format(e.low)} AND ${format(e.high)})`;
    case "in":
      return `(${format(e.value)} IN (${list(e.items)}))`;
    case "inquery":
      return `(${format(e.value)} IN (<query>))`;
    case "like":
      return `(${format(e.value)} LIKE ${format(e.pattern)}${
        e.escape ? ` ESCAPE ${format(e.escape)}` : ""
      })`;
    case "isnull":
      return `(${format(e.value)} IS NULL)`;
    case "distinct":
      return `(${format(e.left)} IS DISTINCT FROM ${format(e.right)})`;
    case "exists":
      return "(EXISTS (<query>))";
    case "subquery":
      return "(<query>)";
    case "case":
      return caseText(e);
    case "cast":
      return `${e.safe ? "TRY_CAST" : "CAST"}(${format(e.value)} AS ${typeText(e.type)})`;
    case "extract":
      return `EXTRACT(${e.field} FROM ${format(e.value)})`;
    case "timezone":
      return `${format(e.value)} AT TIME ZONE ${format(e.zone)}`;
    case "lambda":
      return `(${e.parameters.map(({ value }) => name(value)).join(", ")}) -> ${format(e.body)}`;
    case "grouping":
      return `GROUPING (${list(e.columns)})`;
    case "call":
      return callText(e);
    case "sqljson":
      return `${e.call.name}(<arguments>)`;
  }
}

const list = (items: readonly Expression[]) => items.map(format).join(", ");
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

function name(value: string): string {
  const plain = /^[A-Za-z_]\w*$/.test(value) && !RESERVED.has(value.toUpperCase());
  return plain ? value : `"${value.replaceAll('"', '""')}"`;
}

/** The name of a type as it is written. */
export function typeText({ name, written = name, args, fields }: TypeName): string {
  if (fields) {
    const parts = fields.map((field) =>
      `${field.name ? `${field.name} ` : ""}${typeText(field.type)}`
    );
    return `ROW(${parts.join(", ")})`;
  }
  if (args.length === 0) return written;
  const [base, ...rest] = written.split(" ");
  const given = args.map((arg) => typeof arg === "number" ? arg : typeText(arg)).join(", ");
  return [`${base}(${given})`, ...rest].join(" ");
}

function caseText({ operand, whens, otherwise }: Of<"case">): string {
  return `(${
    [
      "CASE",
      ...(operand ? [format(operand)] : []),
      ...whens.map(({ when, then }) => `WHEN ${format(when)} THEN ${format(then)}`),
      ...(otherwise ? ["ELSE", format(otherwise)] : []),
      "END",
    ].join(" ")
  })`;
}

function callText(call: Of<"call">): string {
  const written = UPPER.has(call.name) ? call.name.toUpperCase() : call.written ?? call.name;
  if (call.args.length === 0 && WITHOUT_PARENTHESES.test(call.name)) return written;
  if (call.name === "trim") {
    const [whole, characters] = call.args.map(format);
    return `trim(BOTH ${characters ? `${characters} ` : ""}FROM ${whole})`;
  }
  const star = call.star || (call.args.length === 0 && call.name === "count");
  const order = call.orderBy.length > 0 ? ` ${orderText(call.orderBy)}` : "";
  return [
    ...(call.mode ? [call.mode.name] : []),
    `${written}(${call.distinct ? "DISTINCT " : ""}${
      call.rowsOf ? `${name(call.rowsOf.value)}.` : ""
    }${star ? "*" : list(call.args)}${order})`,
    ...(call.nulls ? [`${call.nulls} NULLS`] : []),
    ...(call.filter ? [`FILTER (WHERE ${format(call.filter)})`] : []),
    ...(call.over ? [`OVER ${windowText(call.over)}`] : []),
  ].join(" ");
}

function orderText(items: readonly SortItem[]): string {
  const keys = items.map(({ key, descending, nullsFirst }) =>
    `${format(key)} ${descending ? "DESC" : "ASC"}${nullsFirst ? " NULLS FIRST" : ""}`
  );
  return `ORDER BY ${keys.join(", ")}`;
}

function windowText({ base, partitionBy, orderBy, frame }: WindowSpec): string {
  const parts = [
    ...(base ? [name(base.value)] : []),
    ...(partitionBy.length > 0 ? [`PARTITION BY ${list(partitionBy)}`] : []),
    ...(orderBy.length > 0 ? [orderText(orderBy)] : []),
  ];
  if (base && parts.length === 1 && !frame) return parts[0] as string;
  if (frame) {
    parts.push(
      frame.end
        ? `${frame.unit} BETWEEN ${boundText(frame.start)} AND ${boundText(frame.end)}`
        : `${frame.unit} ${boundText(frame.start)}`,
    );
  }
  return `(${parts.join(" ")})`;
}

function boundText(bound: FrameBound): string {
  return "value" in bound
    ? `${format(bound.value)} ${bound.kind.toUpperCase()}`
    : bound.kind.toUpperCase();
}
