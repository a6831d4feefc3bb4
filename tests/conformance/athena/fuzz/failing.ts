/**
 * Statements in which values fail: behind conditions, in lists, in columns that nobody names.
 * @module
 */
import type { Dice } from "./random.ts";

/** What an expression may name. */
interface Scope {
  dice: Dice;
  /** Whether it filters rows: there the planner takes `try` out first. */
  filters?: boolean;
  /** Whole numbers, zero among them. */
  numbers: readonly string[];
  /** Texts, some of which are numbers. */
  texts: readonly string[];
}

const COLUMNS = "(a, b, s, d)";
const NUMBERS = ["0", "0", "1", "1", "2", "3", "-1", "300", "NULL", "2147483647"];
const TEXTS = ["'1'", "'2'", "'12'", "'x'", "''", "NULL", "'2024-02-29'", "'1.5'"];

/** Rows that are computed one by one, as a table's are: those of VALUES the planner computes itself. */
function rows(dice: Dice, name: string): string {
  const count = 1 + dice.below(4);
  const list = (items: readonly string[], type: string) =>
    `CAST(ARRAY[${dice.many(count, count, () => dice.pick(items)).join(", ")}] AS array(${type}))`;
  const columns = [
    list(NUMBERS, "integer"),
    list(NUMBERS, "integer"),
    list(TEXTS, "varchar"),
    list(TEXTS, "varchar"),
  ];
  return `UNNEST(${columns.join(", ")}) AS ${name}${COLUMNS}`;
}

function scopeOf(dice: Dice, name: string): Scope {
  return { dice, numbers: [`${name}.a`, `${name}.b`], texts: [`${name}.s`, `${name}.d`] };
}

const constant = (dice: Dice) => dice.pick(["0", "1", "1", "2", "CAST(NULL AS integer)"]);

function number(scope: Scope, depth: number): string {
  const { dice, numbers, texts } = scope;
  if (depth <= 0) return dice.hits(0.8) ? dice.pick(numbers) : constant(dice);
  const inner = () => number(scope, depth - 1);
  return dice.pick([
    () => dice.pick(numbers),
    () => constant(dice),
    () => `(${inner()} / ${inner()})`,
    () => `(1 / ${inner()})`,
    () => `(${inner()} % ${inner()})`,
    () => `(${inner()} ${dice.pick(["+", "-", "*"])} ${inner()})`,
    () => dice.pick(["(1 / 0)", "CAST('x' AS integer)", "CAST('7' AS integer)", "ARRAY[1][2]"]),
    () => `CAST(${dice.pick(texts)} AS integer)`,
    () => `ARRAY[1, 2][${inner()}]`,
    () => `CAST(CAST(${inner()} AS tinyint) AS integer)`,
    () => `if(${truth(scope, depth - 1)}, ${inner()}, ${inner()})`,
    () => `CASE WHEN ${truth(scope, depth - 1)} THEN ${inner()} ELSE ${inner()} END`,
    () => `CASE ${inner()} WHEN ${inner()} THEN ${inner()} WHEN ${inner()} THEN ${inner()} END`,
    () => `coalesce(${inner()}, ${inner()})`,
    () => `nullif(${inner()}, ${inner()})`,
    () => scope.filters ? inner() : `try(${inner()})`,
    () => `${dice.pick(["greatest", "least"])}(${inner()}, ${inner()})`,
    () => `abs(${inner()})`,
    () => `(- ${inner()})`,
  ])();
}

function truth(scope: Scope, depth: number): string {
  const { dice, texts } = scope;
  const value = () => number(scope, depth - 1);
  const inner = () => depth <= 0 ? guard(scope) : truth(scope, depth - 1);
  const not = dice.pick(["", "", "NOT "]);
  return dice.pick([
    () => guard(scope),
    () => guard(scope),
    () => `(${value()} ${dice.pick(["=", "<>", "<", ">="])} ${value()})`,
    () => `(${value()} = 1)`,
    () => `(${value()} IS ${not}NULL)`,
    () => `(${value()} ${not}IN (${value()}, ${value()}))`,
    () => `(${value()} ${not}IN (1, ${value()}, 2))`,
    () => `(${value()} ${not}BETWEEN ${value()} AND ${value()})`,
    () => `(${value()} IS DISTINCT FROM ${value()})`,
    () => `(date_parse(${dice.pick(texts)}, '%Y-%m-%d') > TIMESTAMP '2020-01-01 00:00:00')`,
    () => `(${inner()} AND ${inner()})`,
    () => `(${inner()} AND ${inner()} AND ${inner()})`,
    () => `(${inner()} OR ${inner()})`,
    () => `(NOT ${inner()})`,
    () => {
      const element: Scope = { ...scope, numbers: ["e", "e", ...scope.numbers] };
      return `${dice.pick(["any_match", "all_match", "none_match"])}(ARRAY[1, ${
        dice.pick(["0", "2", "NULL"])
      }, 0], e -> ${truth(element, depth - 1)})`;
    },
  ])();
}

/** A condition that does not fail. */
function guard({ dice, numbers, texts }: Scope): string {
  const [value, text] = [dice.pick(numbers), dice.pick(texts)];
  return dice.pick([
    `(${value} ${dice.pick(["<>", ">", "="])} 0)`,
    `(${value} IS NOT NULL)`,
    `(${value} IN (1, 2))`,
    `(${value} BETWEEN 1 AND 9)`,
    `regexp_like(${text}, '^\\d+$')`,
    `(${text} LIKE '1%')`,
    `(${text} <> 'x')`,
    dice.pick(["true", "false", "(1 = 2)", "CAST(NULL AS boolean)"]),
  ]);
}

/**
 * Conditions one after the other, as they are written to guard each other. One that names no column
 * is left out: the planner asks it before it makes rows of arrays.
 */
function filter(scope: Scope): string {
  const { dice } = scope;
  const conditions = dice.many(
    1,
    3,
    () => dice.hits(0.4) ? guard(scope) : truth({ ...scope, filters: true }, 2),
  );
  return conditions.filter((sql) => /\b[ti]\.[a-d]\b/.test(sql)).join(" AND ") || "true";
}

/**
 * A statement in which values may fail.
 *
 * @param dice Where it is drawn from
 * @returns The statement
 */
export function failing(dice: Dice): { sql: string; ordered: boolean } {
  const [t, scope] = [rows(dice, "t"), scopeOf(dice, "t")];
  const inner = scopeOf(dice, "i");
  const sql = dice.pick([
    () => `SELECT ${number(scope, 3)} FROM ${t}`,
    () => `SELECT ${truth(scope, 3)} FROM ${t}`,
    () => `SELECT ${truth(scope, 3)} FROM ${t}`,
    () => `SELECT * FROM ${t} WHERE ${filter(scope)}`,
    () => `SELECT * FROM ${t} WHERE ${filter(scope)}`,
    () => `SELECT *, ${number(scope, 2)} FROM ${t} WHERE ${filter(scope)}`,
    () => `SELECT sum(if(${truth(scope, 2)}, ${number(scope, 2)})) FROM ${t}`,
    () => `SELECT count(${number(scope, 2)}) FROM ${t} WHERE ${guard(scope)}`,
    () => `SELECT t.a, count(*) FROM ${t} GROUP BY t.a, ${number(scope, 2)}`,
    () => `SELECT i.a FROM (SELECT t.a, ${number(scope, 2)} AS n FROM ${t}) i`,
    () => `SELECT count(*) FROM (SELECT t.a, ${truth(scope, 2)} AS n FROM ${t}) i`,
    () => `SELECT i.a FROM (SELECT t.a, sum(${number(scope, 2)}) AS n FROM ${t} GROUP BY t.a) i`,
    () =>
      `SELECT i.a FROM (SELECT t.a, 1 / 0 AS n FROM ${t} UNION ALL SELECT 5, ${
        dice.pick(["1 / 0", "7"])
      }) i`,
    () => `SELECT i.a FROM (SELECT t.a FROM ${t} ORDER BY ${number(scope, 2)}) i`,
    () =>
      `SELECT ${number(inner, 2)} FROM (SELECT t.a, t.b, t.s, t.d FROM ${t} WHERE ${
        guard(scope)
      }) i`,
    () => `SELECT x FROM (VALUES (1, ${constantNumber(dice)}), (2, 3)) AS v(x, y)`,
    () =>
      `SELECT ${dice.pick(["x", "y", "count(*)"])} FROM (VALUES (1, ${
        constantNumber(dice)
      })) AS v(x, y)`,
    () => `SELECT ${constantTruth(dice)}`,
  ])();
  return { sql, ordered: false };
}

const NOWHERE = { numbers: ["0", "1", "2"], texts: ["'1'", "'x'"] };

const constantNumber = (dice: Dice) => number({ dice, ...NOWHERE }, 2);
const constantTruth = (dice: Dice) => truth({ dice, ...NOWHERE }, 3);
