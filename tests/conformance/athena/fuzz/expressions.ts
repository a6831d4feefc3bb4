/**
 * Expressions of a type, out of the engine's own table of functions.
 * @module
 */
import type {
  FunctionDefinition,
  Overload,
} from "../../../../lib/local/athena/functions/define.ts";
import { FUNCTIONS } from "../../../../lib/local/athena/functions/mod.ts";
import type { Pattern } from "../../../../lib/local/athena/functions/signature.ts";
import { sameType, type Type, typeName } from "../../../../lib/local/athena/types/types.ts";
import { givenArgument } from "./arguments.ts";
import { anyType, literal, simpleType, ZONES } from "./literals.ts";
import type { Dice } from "./random.ts";

/** A column, or a lambda's parameter, that an expression may name. */
export interface Column {
  name: string;
  type: Type;
}

/** What expressions are made in. */
export interface Scope {
  dice: Dice;
  columns: readonly Column[];
}

/** Their answers are not the same twice, not promised, or in their last digit the processor's. */
const UNSTABLE = new Set([
  ..."sin cos tan sinh cosh tanh exp ln log log2 log10 cbrt pow power geometric_mean".split(" "),
  "rand",
  "random",
  "now",
  "current_timezone",
  "arbitrary",
  "any_value",
  "uuid",
  "shuffle",
]);

/** Digests as arguments: that they are not compared the engine says only while it runs. */
const OF_DIGESTS = /^\(.*(tdigest|HyperLogLog).*\) ->/;

interface Choice {
  definition: FunctionDefinition;
  overload: Overload;
}

const CHOICES: Record<string, Choice[]> = { scalar: [], aggregate: [], window: [] };
for (const definition of FUNCTIONS.values()) {
  if (UNSTABLE.has(definition.name)) continue;
  for (const overload of definition.overloads) {
    if (OF_DIGESTS.test(overload.text)) continue;
    CHOICES[definition.kind]?.push({ definition, overload });
  }
}

type Bindings = Map<string, Type>;

const DECIMAL: Type = { kind: "decimal", precision: 12, scale: 3 };

/** Whether a function with this result can give the type; notes what its variables stand for. */
function gives(pattern: Pattern, type: Type, bindings: Bindings): boolean {
  if ("variable" in pattern) {
    const bound = bindings.get(pattern.variable);
    bindings.set(pattern.variable, type);
    return !bound || sameType(bound, type);
  }
  if ("anyDecimal" in pattern) return type.kind === "decimal";
  const name = pattern.name.replace("*", "");
  if (name !== type.kind) return false;
  const inner = type.kind === "array"
    ? [type.element]
    : type.kind === "map"
    ? [type.key, type.value]
    : type.kind === "row"
    ? type.fields.map((field) => field.type)
    : [];
  return pattern.args.every((arg, i) => inner[i] !== undefined && gives(arg, inner[i], bindings));
}

function typeOf(pattern: Pattern, bindings: Bindings, dice: Dice): Type {
  if ("anyDecimal" in pattern) return DECIMAL;
  if ("variable" in pattern) {
    const type = bindings.get(pattern.variable) ?? simpleType(dice);
    bindings.set(pattern.variable, type);
    return type;
  }
  const inner = (i: number) => typeOf(pattern.args[i] as Pattern, bindings, dice);
  switch (pattern.name) {
    case "array":
      return { kind: "array", element: inner(0) };
    case "map":
      return { kind: "map", key: inner(0), value: inner(1) };
    case "row":
      return { kind: "row", fields: pattern.args.map((_, i) => ({ type: inner(i) })) };
    case "time*":
      return { kind: "time", precision: dice.pick([0, 3, 6]) };
    case "timestamp":
    case "timestamp*":
      return { kind: "timestamp", precision: 3 };
    case "timestamp with time zone":
    case "timestamp with time zone*":
      return { kind: "timestamp with time zone", precision: 3, zone: "UTC" };
    default:
      return { kind: pattern.name.replace("*", "") } as Type;
  }
}

/** A call of one overload. */
function callOf({ definition, overload }: Choice, bindings: Bindings, scope: Scope, depth: number) {
  const { dice } = scope;
  const { args, variadic } = overload.signature;
  const patterns = variadic && dice.hits(0.5) ? [...args, args.at(-1) as Pattern] : args;
  return patterns.map((pattern, place) => {
    if ("name" in pattern && pattern.name === "function") {
      return lambda(pattern.args, bindings, scope, depth);
    }
    const type = typeOf(pattern, bindings, dice);
    const given = givenArgument(definition.name, place, dice);
    const fits = given?.startsWith("'")
      ? type.kind === "varchar"
      : ["bigint", "integer", "double"].includes(type.kind);
    if (given !== undefined && fits && dice.hits(0.95)) return given;
    return expression(type, scope, depth - 1);
  });
}

function lambda(args: readonly Pattern[], bindings: Bindings, scope: Scope, depth: number): string {
  const taken = scope.columns.length;
  const parameters = args.slice(0, -1).map((pattern, i): Column => ({
    name: `p${taken + i}`,
    type: typeOf(pattern, bindings, scope.dice),
  }));
  const result = typeOf(args.at(-1) as Pattern, bindings, scope.dice);
  const body = expression(
    result,
    { ...scope, columns: [...scope.columns, ...parameters, ...parameters] },
    depth - 1,
  );
  return `(${parameters.map(({ name }) => name).join(", ")}) -> ${body}`;
}

/**
 * A call that gives a type, if there is a function that does.
 *
 * @param kind Kind of function
 * @param type Type of its result; any where it is not given
 * @param scope What it may name
 * @param depth How deep its arguments may go
 * @returns The function's name and its arguments
 */
export function call(
  kind: "scalar" | "aggregate" | "window",
  type: Type | undefined,
  scope: Scope,
  depth: number,
): { name: string; args: string[] } | undefined {
  const choices = (CHOICES[kind] as Choice[]).filter(({ overload }) =>
    type === undefined || gives(overload.signature.result, type, new Map())
  );
  if (choices.length === 0) return undefined;
  // A function is as likely as another, however many overloads it has.
  const name = scope.dice.pick([...new Set(choices.map(({ definition }) => definition.name))]);
  const choice = scope.dice.pick(choices.filter(({ definition }) => definition.name === name));
  const bindings: Bindings = new Map();
  if (type) gives(choice.overload.signature.result, type, bindings);
  return { name, args: callOf(choice, bindings, scope, depth) };
}

/**
 * An expression of a type, or of one that takes it on.
 *
 * @param type Type it is of
 * @param scope What it may name
 * @param depth How deep it may go
 * @returns SQL
 */
export function expression(type: Type, scope: Scope, depth: number): string {
  const { dice, columns } = scope;
  const fitting = columns.filter((column) => sameType(column.type, type));
  if (fitting.length > 0 && dice.hits(depth > 0 ? 0.35 : 0.7)) return dice.pick(fitting).name;
  if (depth <= 0) return literal(type, dice);
  if (dice.hits(0.45)) {
    const made = call("scalar", type, scope, depth);
    if (made) return `${made.name}(${made.args.join(", ")})`;
  }
  return operation(type, scope, depth);
}

function operation(type: Type, scope: Scope, depth: number): string {
  const { dice } = scope;
  const same = () => expression(type, scope, depth - 1);
  const of = (other: Type) => expression(other, scope, depth - 1);
  const boolean = () => of({ kind: "boolean" });
  const general: (() => string)[] = [
    () => `CASE WHEN ${boolean()} THEN ${same()} ELSE ${same()} END`,
    () => `CASE ${same()} WHEN ${same()} THEN ${same()} WHEN ${same()} THEN ${same()} END`,
    () => `coalesce(${same()}, ${same()})`,
    () => `nullif(${same()}, ${same()})`,
    () => `if(${boolean()}, ${same()}, ${same()})`,
    () => `try(${same()})`,
    () => `${dice.pick(["greatest", "least"])}(${same()}, ${same()})`,
    () => `${dice.pick(["CAST", "TRY_CAST"])}(${of(anyType(dice))} AS ${typeName(type)})`,
    () => `ARRAY[${same()}, ${same()}][${dice.pick(["1", "2", "3"])}]`,
    () => `element_at(ARRAY[${same()}, ${same()}], ${dice.pick(["1", "-1", "3"])})`,
    () => `ROW(${same()}, 1)[1]`,
    () => `(SELECT ${same()})`,
  ];
  const own = OPERATIONS[type.kind];
  if (own && dice.hits(0.7)) return own(scope, type, depth - 1);
  return dice.pick(general)();
}

const NUMBERS: readonly Type[] = [
  { kind: "integer" },
  { kind: "bigint" },
  { kind: "double" },
  { kind: "real" },
  { kind: "smallint" },
  { kind: "decimal", precision: 9, scale: 2 },
];
const POINTS: readonly Type[] = [
  { kind: "date" },
  { kind: "timestamp", precision: 3 },
  { kind: "timestamp with time zone", precision: 3, zone: "UTC" },
];
const INTERVALS: readonly Type[] = [
  { kind: "interval day to second" },
  { kind: "interval year to month" },
];

type Operation = (scope: Scope, type: Type, depth: number) => string;

const arithmetic: Operation = (scope, type, depth) => {
  const { dice } = scope;
  const other = dice.hits(0.7) ? type : dice.pick(NUMBERS);
  return dice.hits(0.1)
    ? `(- ${expression(type, scope, depth)})`
    : `(${expression(type, scope, depth)} ${dice.pick(["+", "-", "*", "/", "%"])} ${
      expression(other, scope, depth)
    })`;
};

const pointInTime: Operation = (scope, type, depth) => {
  const { dice } = scope;
  return `(${expression(type, scope, depth)} ${dice.pick(["+", "-"])} ${
    expression(dice.pick(INTERVALS), scope, depth)
  })`;
};

const zoned: Operation = (scope, type, depth) =>
  scope.dice.hits(0.5)
    ? pointInTime(scope, type, depth)
    : `(${expression(type, scope, depth)} AT TIME ZONE '${scope.dice.pick(ZONES)}')`;

const interval: Operation = (scope, type, depth) => {
  const { dice } = scope;
  const value = () => expression(type, scope, depth);
  if (dice.hits(0.3)) {
    return `(${value()} ${dice.pick(["*", "/"])} ${expression(dice.pick(NUMBERS), scope, depth)})`;
  }
  if (type.kind === "interval day to second" && dice.hits(0.4)) {
    const point = dice.pick(POINTS);
    return `(${expression(point, scope, depth)} - ${expression(point, scope, depth)})`;
  }
  return `(${value()} ${dice.pick(["+", "-"])} ${value()})`;
};

const condition: Operation = (scope, _type, depth) => {
  const { dice } = scope;
  const type = anyType(dice);
  const value = () => expression(type, scope, depth);
  const truth = () => expression({ kind: "boolean" }, scope, depth);
  const text = () => expression({ kind: "varchar" }, scope, depth);
  const not = dice.hits(0.3) ? "NOT " : "";
  return dice.pick([
    () => `(${value()} ${dice.pick(["=", "<>", "<", "<=", ">", ">="])} ${value()})`,
    () => `(${value()} IS ${not}NULL)`,
    () => `(${value()} IS ${not}DISTINCT FROM ${value()})`,
    () => `(${value()} ${not}BETWEEN ${value()} AND ${value()})`,
    () => `(${value()} ${not}IN (${value()}, ${value()}))`,
    () => `(${value()} ${not}IN (VALUES ${value()}, ${value()}))`,
    () => `(${text()} ${not}LIKE ${dice.pick(["'a%'", "'%b_%'", "''", "'%!%%' ESCAPE '!'"])})`,
    () => `(${truth()} AND ${truth()})`,
    () => `(${truth()} OR ${truth()})`,
    () => `(NOT ${truth()})`,
    () => `(${not}EXISTS (SELECT 1 WHERE ${truth()}))`,
    () =>
      `(${value()} ${dice.pick(["=", "<", ">="])} ${
        dice.pick(["ALL", "ANY"])
      } (VALUES ${value()}))`,
  ])();
};

const text: Operation = (scope, type, depth) =>
  scope.dice.hits(0.5)
    ? `(${expression(type, scope, depth)} || ${expression(type, scope, depth)})`
    : scope.dice.hits(0.5)
    ? `typeof(${expression(anyType(scope.dice), scope, depth)})`
    : `CAST(${expression(anyType(scope.dice), scope, depth)} AS varchar)`;

const list: Operation = (scope, type, depth) => {
  const { element } = type as Extract<Type, { kind: "array" }>;
  return scope.dice.hits(0.5)
    ? `ARRAY[${expression(element, scope, depth)}, ${expression(element, scope, depth)}]`
    : `(${expression(type, scope, depth)} || ${expression(type, scope, depth)})`;
};

const json: Operation = (scope, _type, depth) =>
  `CAST(${expression(anyType(scope.dice), scope, depth)} AS json)`;

const whole: Operation = (scope, type, depth) =>
  scope.dice.hits(0.8)
    ? arithmetic(scope, type, depth)
    : `EXTRACT(${
      scope.dice.pick(["YEAR", "MONTH", "DAY", "WEEK", "DOW", "DOY", "QUARTER", "HOUR", "SECOND"])
    } FROM ${expression(scope.dice.pick(POINTS), scope, depth)})`;

/** Operators by the type they give. */
const OPERATIONS: Record<string, Operation> = {
  tinyint: arithmetic,
  smallint: arithmetic,
  integer: arithmetic,
  bigint: whole,
  real: arithmetic,
  double: arithmetic,
  decimal: arithmetic,
  date: pointInTime,
  time: pointInTime,
  timestamp: pointInTime,
  "timestamp with time zone": zoned,
  "interval day to second": interval,
  "interval year to month": interval,
  boolean: condition,
  varchar: text,
  array: list,
  json,
};
