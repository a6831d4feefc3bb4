/**
 * Statements of the grammar: what stands around expressions.
 * @module
 */
import type { Type } from "../../../../lib/local/athena/types/types.ts";
import { call, type Column, expression, type Scope } from "./expressions.ts";
import { anyType, literal, simpleType } from "./literals.ts";
import { failing } from "./failing.ts";
import { Dice } from "./random.ts";

/** A statement, and whether the order of its rows is settled. */
export interface Statement {
  sql: string;
  ordered: boolean;
}

interface Source {
  sql: string;
  columns: Column[];
}

/** Rows written into the statement; the first column tells them apart. */
function source(name: string, dice: Dice, least = 1, most = 6): Source {
  const types: Type[] = [
    { kind: "integer" },
    ...dice.many(1, 4, () => dice.hits(0.7) ? simpleType(dice) : anyType(dice)),
  ];
  const rows = dice.many(
    least,
    most,
    (i) => `(${[String(i), ...types.slice(1).map((type) => literal(type, dice))].join(", ")})`,
  );
  const columns = types.map((type, i) => ({ name: `${name}.c${i}`, type }));
  const names = types.map((_, i) => `c${i}`).join(", ");
  return { sql: `(VALUES ${rows.join(", ")}) AS ${name}(${names})`, columns };
}

const key = (name: string) => `${name}.c0`;

function order(dice: Dice, of: string): string {
  return `${of}${dice.pick(["", " ASC", " DESC"])}${
    dice.pick(["", " NULLS FIRST", " NULLS LAST"])
  }`;
}

function anyColumn(columns: readonly Column[], dice: Dice): string {
  return dice.pick(columns).name;
}

function scalar(dice: Dice): Statement {
  const from = source("t", dice, 1, 2);
  const scope: Scope = { dice, columns: from.columns };
  const value = expression(anyType(dice), scope, 3);
  return { sql: `SELECT ${value} FROM ${from.sql}`, ordered: false };
}

function aggregate(scope: Scope, window: boolean): string {
  const { dice, columns } = scope;
  const made = call("aggregate", undefined, scope, 1) as { name: string; args: string[] };
  const inside = made.args.length === 0 ? "*" : made.args.join(", ");
  const listagg = made.name === "listagg";
  const distinct = !window && inside !== "*" && dice.hits(0.2) ? "DISTINCT " : "";
  const ordered = distinct
    ? ` ORDER BY ${made.args[0]}`
    : ` ORDER BY ${order(dice, anyColumn(columns, dice))}, ${columns[0]?.name}`;
  const called = listagg
    ? `listagg(${inside}) WITHIN GROUP (${ordered})`
    : `${made.name}(${distinct}${inside}${
      !window && (distinct !== "" || dice.hits(0.3)) && inside !== "*" ? ordered : ""
    })`;
  const filter = dice.hits(0.2)
    ? ` FILTER (WHERE ${expression({ kind: "boolean" }, scope, 1)})`
    : "";
  return called + (window && dice.hits(0.9) ? "" : filter);
}

function grouped(dice: Dice): Statement {
  const from = source("t", dice, 1, 8);
  const scope: Scope = { dice, columns: from.columns };
  const value = aggregate(scope, false);
  const where = dice.hits(0.2) ? ` WHERE ${expression({ kind: "boolean" }, scope, 1)}` : "";
  const [a, b] = [anyColumn(from.columns, dice), anyColumn(from.columns, dice)];
  const groups = dice.pick([
    "",
    "",
    ` GROUP BY ${a}`,
    ` GROUP BY ${key("t")} % 2`,
    ` GROUP BY ROLLUP(${a}, ${b})`,
    ` GROUP BY CUBE(${a}, ${b})`,
    ` GROUP BY GROUPING SETS ((), (${a}), (${a}, ${b}))`,
  ]);
  const keys = groups.includes("(")
    ? `${a}, grouping(${a}, ${b}), `
    : groups.includes("%")
    ? `${key("t")} % 2, `
    : groups
    ? `${a}, `
    : "";
  const having = dice.hits(0.15) ? " HAVING count(*) > 1" : "";
  return {
    sql: `SELECT ${keys}${value} FROM ${from.sql}${where}${groups}${having}`,
    ordered: false,
  };
}

function frame(dice: Dice): string {
  const unit = dice.pick(["ROWS", "RANGE", "GROUPS"]);
  const near = unit === "RANGE" ? "1" : dice.pick(["0", "1", "2"]);
  const start = dice.pick([
    "UNBOUNDED PRECEDING",
    "CURRENT ROW",
    `${near} PRECEDING`,
    "1 FOLLOWING",
  ]);
  const end = dice.pick(["UNBOUNDED FOLLOWING", "CURRENT ROW", `${near} FOLLOWING`, "1 PRECEDING"]);
  return ` ${unit} BETWEEN ${start} AND ${end}`;
}

function windowed(dice: Dice): Statement {
  const from = source("t", dice, 2, 7);
  const scope: Scope = { dice, columns: from.columns };
  const made = call("window", undefined, scope, 1) as { name: string; args: string[] };
  const value = dice.hits(0.5)
    ? aggregate(scope, true)
    : `${made.name}(${made.args.join(", ")})${
      /value|lag|lead/.test(made.name) ? dice.pick(["", "", " IGNORE NULLS", " RESPECT NULLS"]) : ""
    }`;
  const partition = dice.hits(0.4)
    ? `PARTITION BY ${dice.pick([anyColumn(from.columns, dice), `${key("t")} % 2`])} `
    : "";
  const bounds = dice.hits(0.4) ? frame(dice) : "";
  const keys = bounds.includes("RANGE")
    ? order(dice, key("t"))
    : `${order(dice, anyColumn(from.columns, dice))}, ${order(dice, key("t"))}`;
  const over = `OVER (${partition}ORDER BY ${keys}${bounds})`;
  return { sql: `SELECT ${key("t")}, ${value} ${over} FROM ${from.sql}`, ordered: false };
}

function joined(dice: Dice): Statement {
  const [a, b] = [source("a", dice), source("b", dice)];
  const scope: Scope = { dice, columns: [...a.columns, ...b.columns] };
  const on = dice.hits(0.6)
    ? dice.pick([
      `${key("a")} = ${key("b")}`,
      `${key("a")} < ${key("b")}`,
      `nullif(${key("a")}, 1) = nullif(${key("b")}, 1)`,
      `${key("a")} = ${key("b")} + 1 AND ${expression({ kind: "boolean" }, scope, 1)}`,
    ])
    : expression({ kind: "boolean" }, scope, 2);
  const join = dice.pick(["JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"]);
  const selected = dice.pick([
    "*",
    `${key("a")}, ${key("b")}`,
    `count(*), sum(${key("b")})`,
    expression(simpleType(dice), scope, 1),
  ]);
  const using = dice.hits(0.2);
  const condition = using ? "USING (c0)" : `ON ${on}`;
  const columns = using ? dice.pick(["*", "c0", "a.c1, c0"]) : selected;
  return { sql: `SELECT ${columns} FROM ${a.sql} ${join} ${b.sql} ${condition}`, ordered: false };
}

function unnested(dice: Dice): Statement {
  const from = source("t", dice, 1, 3);
  const scope: Scope = { dice, columns: from.columns };
  // Of an array of rows Trino makes a column of each field, which Athena does not.
  const type: Type = dice.hits(0.7)
    ? { kind: "array", element: simpleType(dice) }
    : { kind: "map", key: { kind: "varchar" }, value: simpleType(dice) };
  const items = dice.many(1, 2, () => expression(type, scope, 1)).join(", ");
  const ordinality = dice.hits(0.5) ? " WITH ORDINALITY" : "";
  const join = dice.pick(["CROSS JOIN", "CROSS JOIN", "LEFT JOIN"]);
  const on = join === "LEFT JOIN" ? " ON true" : "";
  return {
    sql: `SELECT * FROM ${from.sql} ${join} UNNEST(${items})${ordinality} AS u${on}`,
    ordered: false,
  };
}

function combined(dice: Dice): Statement {
  const types = dice.many(1, 2, () => simpleType(dice));
  const scope: Scope = { dice, columns: [] };
  const part = () =>
    `SELECT ${
      types.map((type) => expression(dice.hits(0.9) ? type : simpleType(dice), scope, 1)).join(", ")
    }`;
  const operator = () =>
    `${dice.pick(["UNION", "INTERSECT", "EXCEPT"])}${dice.pick(["", " ALL", " DISTINCT"])}`;
  const parts = dice.many(1, 3, () => ` ${operator()} ${part()}`).join("");
  return { sql: part() + parts, ordered: false };
}

function nested(dice: Dice): Statement {
  const [a, b] = [source("a", dice), source("b", dice)];
  const scope: Scope = { dice, columns: a.columns };
  const type = simpleType(dice);
  const both: Scope = { dice, columns: [...a.columns, ...b.columns] };
  const correlated = dice.pick([
    `${key("b")} = ${key("a")}`,
    `${key("b")} < ${key("a")}`,
    "true",
  ]);
  return {
    sql: dice.pick([
      () =>
        `WITH q(x, y) AS (SELECT ${key("a")}, ${expression(type, scope, 2)} FROM ${a.sql}) ` +
        `SELECT p.x, p.y FROM q p JOIN q ON p.y = q.y`,
      () =>
        `SELECT ${key("a")} FROM ${a.sql} WHERE ${dice.pick(["", "NOT "])}EXISTS ` +
        `(SELECT 1 FROM ${b.sql} WHERE ${correlated} AND ${
          expression({ kind: "boolean" }, both, 1)
        })`,
      () =>
        `SELECT ${key("a")}, (SELECT ${dice.pick(["max", "count", "sum"])}(${
          key("b")
        }) FROM ${b.sql} ` +
        `WHERE ${correlated}) FROM ${a.sql}`,
      () =>
        `SELECT ${key("a")} FROM ${a.sql} WHERE nullif(${key("a")}, 2) ${
          dice.pick(["", "NOT "])
        }IN ` +
        `(SELECT nullif(${key("b")}, ${dice.pick(["1", "99"])}) FROM ${b.sql})`,
      () =>
        `SELECT y, count(*) FROM (SELECT ${
          expression(type, scope, 2)
        } AS y FROM ${a.sql}) GROUP BY y`,
      () => `SELECT DISTINCT ${expression(type, scope, 2)} FROM ${a.sql}`,
    ])(),
    ordered: false,
  };
}

/** Queries inside others that name their columns, in places where the engine has a plan or none. */
function correlated(dice: Dice): Statement {
  const [a, b] = [source("a", dice, 1, 4), source("b", dice, 1, 4)];
  const both: Scope = { dice, columns: [...a.columns, ...b.columns] };
  const value = () => expression({ kind: "integer" }, both, 1);
  const items = `ARRAY[${key("a")}, ${dice.pick(["1", "5"])}]`;
  const where = dice.pick(["", ` WHERE e > ${key("a")}`, " WHERE e > 1"]);
  const same = dice.pick([`${key("b")} = ${key("a")}`, `${key("b")} <= ${key("a")}`]);
  const limit = dice.pick(["", "", " LIMIT 1", ` ORDER BY ${key("b")} LIMIT 1`]);
  const inner = dice.pick([
    `SELECT count(*) FROM UNNEST(${items}) u(e)${where}`,
    `SELECT sum(e * ${dice.pick(["1", key("a")])}) FROM UNNEST(${items}) u(e)`,
    `SELECT max(${value()}) FROM ${b.sql} WHERE ${same}`,
    `SELECT ${key("b")} FROM ${b.sql} WHERE ${same}${limit}`,
    `SELECT count(*) FROM ${b.sql} WHERE ${same} GROUP BY ${dice.pick(["()", key("b"), same])}`,
    `SELECT max(c0) FROM (SELECT c0 FROM ${b.sql} WHERE ${same}) v`,
    `WITH w AS (SELECT ${key("b")} AS y FROM ${b.sql} WHERE ${same}) SELECT count(y) FROM w`,
    `SELECT count(*) FROM ${b.sql} JOIN (VALUES 1, 2) c(z) ON z = ${key("b")} AND ${same}`,
    `SELECT count(*) FROM ${b.sql} LEFT JOIN (VALUES 1, 2) c(z) ON ${
      dice.pick([`z = ${key("b")}`, `z = ${key("a")}`])
    }`,
    `SELECT max(${
      key("b")
    }) FROM ${b.sql} WHERE EXISTS (SELECT 1 FROM (VALUES 1, 2) c(z) WHERE z = ${
      dice.pick([key("a"), key("b")])
    })`,
    `SELECT max(${key("b")}) FROM ${b.sql} WHERE ${key("b")} IN (SELECT z FROM (VALUES 1, 2) c(z)${
      dice.pick(["", ` WHERE z = ${key("a")}`])
    })`,
    `SELECT ${value()}`,
  ]);
  const test = dice.pick([
    `EXISTS (${inner})`,
    `${key("a")} IN (${inner})`,
    `${key("a")} ${dice.pick(["=", "<>", ">"])} ${dice.pick(["ANY", "ALL"])} (${inner})`,
    `${key("a")} >= (${inner})`,
  ]);
  return {
    sql: dice.pick([
      `SELECT ${key("a")}, (${inner}) FROM ${a.sql}`,
      `SELECT ${key("a")} FROM ${a.sql} WHERE ${test}`,
      `SELECT ${key("a")}, l.v FROM ${a.sql} ${
        dice.pick(["CROSS", "LEFT"])
      } JOIN LATERAL (${inner}) l(v)`,
    ]).replace(/(LEFT JOIN LATERAL .*)$/, "$1 ON true"),
    ordered: false,
  };
}

/** Frames that reach as far as a value, over numbers and times. */
function ranged(dice: Dice): Statement {
  const type = dice.pick<Type>([
    { kind: "integer" },
    { kind: "bigint" },
    { kind: "double" },
    { kind: "decimal", precision: 5, scale: 2 },
    { kind: "date" },
    { kind: "timestamp", precision: 3 },
    { kind: "timestamp with time zone", precision: 3, zone: "UTC" },
  ]);
  const time = ["date", "timestamp", "timestamp with time zone"].includes(type.kind);
  const far = () =>
    dice.pick(
      time ? ["INTERVAL '1' DAY", "INTERVAL '1' MONTH", "INTERVAL '36' HOUR"] : ["0", "1", "2.5"],
    );
  const rows = dice.many(2, 7, (i) => `(${i}, ${literal(type, dice)})`);
  const start = dice.pick(["UNBOUNDED PRECEDING", "CURRENT ROW", `${far()} PRECEDING`]);
  const end = dice.pick(["UNBOUNDED FOLLOWING", "CURRENT ROW", `${far()} FOLLOWING`]);
  const called = dice.pick(["count(*)", "sum(i)", "min(x)", "max(i)", "array_agg(i)"]);
  return {
    sql: `SELECT i, ${called} OVER (${dice.pick(["", "PARTITION BY i % 2 "])}ORDER BY ${
      order(dice, "x")
    } RANGE BETWEEN ${start} AND ${end}) FROM (VALUES ${rows.join(", ")}) t(i, x)`,
    ordered: false,
  };
}

function sorted(dice: Dice): Statement {
  const from = source("t", dice, 2, 7);
  const scope: Scope = { dice, columns: from.columns };
  const value = expression(simpleType(dice), scope, 1);
  const keys = dice.many(1, 2, () => order(dice, dice.pick(["2", anyColumn(from.columns, dice)])));
  const offset = dice.hits(0.3) ? ` OFFSET ${dice.below(4)}` : "";
  const limit = dice.hits(0.4) ? ` LIMIT ${dice.pick(["0", "1", "3", "ALL"])}` : "";
  return {
    sql: `SELECT ${key("t")}, ${value} AS v FROM ${from.sql} ORDER BY ${
      keys.join(", ")
    }, 1${offset}${limit}`,
    ordered: true,
  };
}

const SHAPES: readonly ((dice: Dice) => Statement)[] = [
  scalar,
  scalar,
  scalar,
  scalar,
  grouped,
  grouped,
  windowed,
  windowed,
  joined,
  unnested,
  combined,
  nested,
  correlated,
  ranged,
  sorted,
  failing,
  failing,
  failing,
];

/**
 * A statement.
 *
 * @param seed The same seed gives the same statement
 * @returns The statement
 */
export function statement(seed: number): Statement {
  const dice = new Dice(seed);
  return dice.pick(SHAPES)(dice);
}
