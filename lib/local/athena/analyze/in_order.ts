/**
 * Values that fail where the engine would not look at them: behind a NULL, or beside what decides
 * `AND` and `OR`. DuckDB computes all parts of an expression, in an order of its own.
 *
 * The parts of `AND`, `OR` and the like are written in their order wherever one of them may fail. A
 * call whose arguments may be NULL is not, for that repeats them: a query that fails on a value is
 * translated again with the arguments of all calls in their order, which costs time.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { mayFail, tried, unfolded } from "../values/fallible.ts";
import type { Typed } from "../values/typed.ts";
import type { Context, Session } from "./context.ts";
import { isKnown } from "./tree/constants.ts";
import { isNull } from "./tree/nulls.ts";
import { nothing } from "./unused.ts";

/** Longer SQL than this is left as it is: parts are repeated, and those within them again. */
const MAX_LENGTH = 500_000;

/**
 * Translates what may have to be written otherwise, where it turns out that it may fail.
 *
 * @param session Its scans are those of what is kept
 * @param written Translates it as it is written
 * @param otherwise Translates it again; nothing where that is the same
 * @returns What is kept
 */
export function rewritten<T extends { sql: string }>(
  { scans }: Session,
  written: () => T,
  otherwise: () => T | undefined,
): T {
  const before = scans.length;
  const first = written();
  if (!mayFail(first.sql)) return first;
  const own = scans.splice(before);
  const second = checked(otherwise);
  if (second) return second;
  scans.splice(before, Infinity, ...own);
  return first;
}

/** What is written anew may be no key of the groups any more. */
function checked<T>(translate: () => T | undefined): T | undefined {
  try {
    return translate();
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

/** A part of an expression. */
export interface Part {
  /** DuckDB's SQL. */
  sql: string;
  /** Whether the engine knows its value before it looks at any. */
  constant: boolean;
}

/** A translated expression as a part of another. */
export function partOf(expression: Expression, { sql }: Typed, context: Context): Part {
  return { sql, constant: isKnown(expression, context) };
}

/** Parts that are looked at together. */
interface Step {
  sql: string;
  fails: boolean;
}

/**
 * `AND` or `OR`, whose first parts decide whether the others are looked at.
 *
 * @param operator Which
 * @param parts The parts
 * @param filters Whether NULL counts as false
 * @returns DuckDB's SQL
 */
export function connected(
  operator: "and" | "or",
  parts: readonly Part[],
  filters = false,
): string {
  const joined = (items: readonly string[]) => `(${items.join(` ${operator.toUpperCase()} `)})`;
  const plain = joined(parts.map(({ sql }) => sql));
  const steps = stepsOf(operator, filters ? parts.map(settled) : parts, joined);
  if (parts.length < 2 || !steps.some(({ fails }) => fails)) return plain;
  const last = steps.pop() as Step;
  let { sql: rest, fails } = last;
  for (const step of steps.reverse()) {
    rest = before(operator, step, rest, filters, fails);
    fails = true;
  }
  return rest.length > MAX_LENGTH ? plain : rest;
}

/** A condition that is known beforehand: where rows are filtered, NULL is no. */
function settled(part: Part): Part {
  return part.constant ? { ...part, sql: `coalesce(${part.sql}, FALSE)` } : part;
}

/** One step, and what is looked at only where it decides nothing. */
function before(
  operator: "and" | "or",
  { sql, fails }: Step,
  rest: string,
  filters: boolean,
  restFails: boolean,
): string {
  if (operator === "or") {
    return `CASE WHEN ${sql} THEN TRUE ELSE ${filters ? rest : `(${sql} OR ${rest})`} END`;
  }
  if (filters && fails && !restFails) return `CASE WHEN ${sql} THEN ${rest} ELSE FALSE END`;
  return `CASE WHEN NOT ${sql} THEN FALSE ELSE (${sql} AND ${rest}) END`;
}

function stepsOf(
  operator: "and" | "or",
  parts: readonly Part[],
  joined: (items: readonly string[]) => string,
): Step[] {
  const failing = parts.filter(({ sql }) => mayFail(sql));
  const decided = parts.filter((part) => part.constant && !failing.includes(part));
  // What fails beforehand decides nothing, and fails where it stands.
  const early = failing.length < 2 ? [] : failing.filter(({ constant }) => constant);
  const known = [
    ...decided.map(({ sql }) => sql),
    ...early.map(({ sql }) => `coalesce(${tried(sql)}, ${operator === "and" ? "TRUE" : "FALSE"})`),
  ];
  const steps: { items: string[]; fails: boolean }[] = known.length > 0
    ? [{ items: known, fails: false }]
    : [];
  for (const part of parts) {
    if (decided.includes(part)) continue;
    const fails = failing.includes(part);
    const last = steps.at(-1);
    const sql = fails && part.constant ? unfolded(part.sql) : part.sql;
    if (last && !last.fails && !fails) last.items.push(sql);
    else steps.push({ items: [sql], fails });
  }
  return steps.map(({ items, fails }) => ({
    sql: items.length === 1 ? items[0] as string : joined(items),
    fails,
  }));
}

/** A condition that never holds, and for which DuckDB computes all values. */
export function lookedAt(values: readonly string[]): string {
  return unfolded(`len([${values.map((sql) => `${sql} IS NULL`).join(", ")}]) < 0`);
}

/**
 * A value that is NULL where one of its arguments is: those after it are not looked at, nor are any
 * where one is known to be NULL before.
 *
 * @param args The arguments
 * @param value The value of them
 * @param context Where they stand; the session notes that their order matters, or wants it kept
 * @param expressions What the arguments were translated from
 * @returns The value
 */
export function nullIfAny(
  args: readonly Typed[],
  value: Typed,
  context: Context,
  expressions: readonly Expression[],
): Typed {
  const parts = args.flatMap((arg, i) =>
    arg.type.kind === "function" || (arg.constant !== undefined && arg.constant !== null)
      ? []
      : [partOf(expressions[i] as Expression, arg, context)]
  );
  const failing = args.filter(({ sql }) => mayFail(sql)).map(({ sql }) => sql);
  if (failing.length === 0) return value;
  const last = args.findLastIndex(({ sql }) => failing.includes(sql));
  const known = parts.filter(({ sql, constant }) =>
    constant && failing.some((other) => other !== sql)
  );
  const first = parts.filter(({ sql }) => args.findIndex((arg) => arg.sql === sql) < last);
  if (known.length + first.length === 0 && !expressions.some(isNull)) return value;
  const { order } = context.env.session;
  order.matters = true;
  if (!order.kept) return value;
  if (expressions.some(isNull)) return nothing(value.type);
  const tests = [
    ...known.map(({ sql }) =>
      failing.includes(sql) ? tried(`CASE WHEN ${sql} IS NULL THEN TRUE END`) : `${sql} IS NULL`
    ),
    ...first.map(({ sql, constant }) =>
      `${constant && failing.includes(sql) ? unfolded(sql) : sql} IS NULL`
    ),
  ];
  const whens = [...new Set(tests)].map((test) => `WHEN ${test} THEN NULL`).join(" ");
  const sql = `CASE ${whens} ELSE ${value.sql} END`;
  return sql.length > MAX_LENGTH ? value : { ...value, sql };
}
