/**
 * Translates expressions of MEASURES and DEFINE: what they take of the rows of a match.
 *
 * A column stands for its value in one row: the last that has the label before it, or the one that
 * FIRST, LAST, PREV and NEXT around it go to. In SQL it is a column of the rows' table, which is joined
 * once for each such row; and an aggregate is a column of a table of its sets.
 * @module
 */
import { QueryError } from "../../errors.ts";
import type { Formula } from "../../row_patterns/formula.ts";
import type { Navigation, Needs, RowSet } from "../../row_patterns/model.ts";
import type { Expression } from "../../sql/ast.ts";
import { format } from "../../sql/format.ts";
import { BIGINT } from "../../types/types.ts";
import type { Typed } from "../../values/typed.ts";
import type { Context, Env, Field, PatternValues } from "../context.ts";
import { translate } from "../expression.ts";
import { scopeOf } from "../query.ts";
import { isAggregate } from "../tree/calls.ts";
import { nameChain } from "../tree/column_names.ts";
import { watchUses } from "../tree/correlated.ts";
import { some } from "../tree/walk.ts";
import { aggregateOf, type PatternAggregate } from "./aggregates.ts";
import {
  type CallExpression,
  checkInQuery,
  checkNesting,
  checkNoAggregates,
  checkPatternCall,
  checkQuantified,
  isNavigation,
  isPatternFunction,
  offsetOf,
  subjectOf,
} from "./checks.ts";
import { formulaOf, numberType, type TypedFormula } from "./formulas.ts";
import type { InputRows } from "./input.ts";
import {
  checkMatchNumber,
  classifierLabels,
  labeledColumn,
  labelName,
  refuseInCall,
} from "./labels.ts";
import type { Variables } from "./variables.ts";

/** Where a row is looked for, whatever its labels are. */
type Direction = Omit<Navigation, "labels">;

const CURRENT: Direction = { from: "last", running: true, skipped: 0, offset: 0 };

/** Expressions over the rows of a match, and what they need of it together. */
export class PatternExpressions {
  readonly needs: Needs = { rows: [], labels: [], sets: [], number: false };
  readonly #env: Env;
  readonly #input: InputRows;
  readonly #variables: Variables;
  readonly #aggregates: PatternAggregate[] = [];
  /** Queries inside that are being translated. */
  readonly #entered = new Set<Expression>();

  constructor(env: Env, input: InputRows, variables: Variables) {
    this.#env = env;
    this.#input = input;
    this.#variables = variables;
  }

  /**
   * Translates an expression.
   *
   * @param expression The expression
   * @returns SQL over what `from` gives
   * @throws {QueryError} What is wrong with it
   */
  translate(expression: Expression): Typed {
    some(expression, (part) => {
      if (part.kind !== "call" || !part.over) return false;
      throw new QueryError(
        "NESTED_WINDOW",
        "Cannot nest window functions or row pattern measures inside pattern recognition expressions",
        part.position,
      );
    });
    const scope = scopeOf(this.#input.fields, this.#input.outer);
    const context: Context = {
      env: this.#env,
      scope,
      lambdas: [],
      aggregates: false,
      clause: "pattern recognition",
      pattern: this.#seen(CURRENT),
    };
    const { result, used } = watchUses(scope, () => translate(expression, context));
    const outer = [...used[0]?.names ?? []].at(-1);
    if (outer) {
      throw new QueryError(
        "NOT_SUPPORTED",
        `Reference to column '${format(outer)}' from outer scope not allowed in this context`,
        outer.position,
      );
    }
    return result;
  }

  /** The formula that a translated condition is. */
  formula(condition: Expression): Formula | undefined {
    return formulaOf(condition, (part) => this.#leaf(part, CURRENT))?.formula;
  }

  /** A value of a row or a set, as a number. */
  #leaf(part: Expression, direction: Direction): TypedFormula | undefined {
    if (part.kind === "name" || part.kind === "field") {
      const found = part.kind === "name"
        ? { field: this.#input.find(part.name), labels: [] }
        : nameChain(part) && labeledColumn(part, this.#input, this.#variables);
      return found?.field && this.#numberColumn(found.field, found.labels, direction);
    }
    if (part.kind !== "call") return undefined;
    if (isNavigation(part)) {
      const inner = directionOf(part, direction);
      const [argument] = part.args;
      return argument && formulaOf(argument, (one) => this.#leaf(one, inner));
    }
    return isAggregate(part) ? this.#numberOfSet(part) : undefined;
  }

  #numberColumn(
    field: Field,
    labels: readonly number[],
    direction: Direction,
  ): TypedFormula | undefined {
    const type = numberType(field.type);
    if (!type) return undefined;
    const row = placeOf(this.needs.rows, { labels, ...direction });
    return { formula: { kind: "value", row, column: this.#input.number(field, type) }, type };
  }

  #numberOfSet(call: CallExpression): TypedFormula | undefined {
    const { set, column } = this.#setOf(call);
    const place = this.needs.sets.findIndex((other) => sameSet(other, set));
    if (set.counted) return { formula: { kind: "count", set: place }, type: "bigint" };
    const of = (["sum", "avg", "min", "max"] as const).find((name) => name === call.name);
    const type = column && numberType(column.type);
    if (!of || !type || (type !== "double" && !/int/.test(type))) return undefined;
    const formula: Formula = {
      kind: "aggregate",
      of,
      set: place,
      column: this.#input.number(column, type),
      bound: type === "double" ? Infinity : Number.MAX_SAFE_INTEGER,
    };
    if (of === "min" || of === "max") return { formula, type };
    return { formula, type: of === "avg" || type === "double" ? "double" : "bigint" };
  }

  #setOf(call: CallExpression): ReturnType<typeof aggregateOf> {
    return aggregateOf(call, this.#env, this.#input, this.#variables, this.#isColumn);
  }

  /** What stands after FROM, where a table asks for the expressions. */
  from(asked: string): string {
    const { table } = this.#input;
    const rows = this.needs.rows.map((_, i) =>
      ` LEFT JOIN ${table} AS p${i} ON p${i}.row_no = q.p${i}`
    );
    const sets = this.#aggregates.map(({ set, sql }, i) =>
      ` LEFT JOIN (SELECT f.id, f.size, ${sql} AS v FROM (SELECT DISTINCT s${set} AS id, ` +
      `c${set} AS size FROM ${asked}) AS f JOIN ${asked}_s${set} AS s ON s.id = f.id ` +
      `AND s.place_no <= f.size JOIN ${table} AS g ON g.row_no = s.row_no GROUP BY f.id, f.size) AS a${i} ` +
      `ON a${i}.id = q.s${set} AND a${i}.size = q.c${set}`
    );
    return `${asked} AS q${rows.join("")}${sets.join("")}`;
  }

  /** How values are looked for from a row. */
  #seen(direction: Direction): PatternValues {
    return { value: (expression, context) => this.#value(expression, context, direction) };
  }

  #value(expression: Expression, context: Context, direction: Direction): Typed | undefined {
    switch (expression.kind) {
      case "name": {
        const field = this.#input.find(expression.name);
        return field && this.#column(field, [], direction);
      }
      case "field": {
        const labeled = labeledColumn(expression, this.#input, this.#variables);
        return labeled && this.#column(labeled.field, labeled.labels, direction);
      }
      case "call":
        return this.#call(expression, context, direction);
      case "inquery":
      case "quantified":
      case "subquery":
      case "exists":
        return this.#query(expression, context, direction);
      default:
        return undefined;
    }
  }

  #column(field: Field, labels: readonly number[], direction: Direction): Typed {
    const row = placeOf(this.needs.rows, { labels, ...direction });
    return { sql: `p${row}.${this.#input.column(field)}`, type: field.type };
  }

  /** A query inside is a column of the row too: of a row that is not there it is NULL. */
  #query(
    expression: Extract<Expression, { kind: "inquery" | "quantified" | "subquery" | "exists" }>,
    context: Context,
    direction: Direction,
  ): Typed | undefined {
    if (this.#entered.has(expression)) return undefined;
    if (expression.kind === "inquery") checkInQuery(expression, this.#variables);
    if (expression.kind === "quantified") checkQuantified(expression, this.#variables);
    this.#entered.add(expression);
    const value = translate(expression, context);
    this.#entered.delete(expression);
    const row = placeOf(this.needs.rows, { labels: [], ...direction });
    return { ...value, sql: `CASE WHEN p${row}.row_no IS NOT NULL THEN ${value.sql} END` };
  }

  #call(call: CallExpression, context: Context, direction: Direction): Typed | undefined {
    if (isAggregate(call)) return this.#aggregate(call);
    if (!isPatternFunction(call)) {
      refuseInCall(call);
      return undefined;
    }
    checkPatternCall(call);
    if (call.name === "match_number") {
      checkMatchNumber(call);
      this.needs.number = true;
      return { sql: "CAST(q.match_no AS BIGINT)", type: BIGINT };
    }
    if (call.name === "classifier") {
      const labels = classifierLabels(call, this.#variables);
      const row = placeOf(this.needs.labels, { labels, ...direction });
      return labelName(`q.k${row}`, this.#variables);
    }
    return this.#navigated(call, context, direction);
  }

  #navigated(call: CallExpression, context: Context, direction: Direction): Typed {
    const { name, args, position } = call;
    const [argument] = args;
    if (!argument || args.length > 2) {
      throw new QueryError(
        "INVALID_FUNCTION_ARGUMENT",
        `${name} pattern recognition function requires 1 or 2 arguments`,
        position,
      );
    }
    const inner = directionOf(call, direction);
    const value = translate(argument, { ...context, pattern: this.#seen(inner) });
    checkNesting(call);
    checkNoAggregates(call);
    if (subjectOf(call, argument, this.#variables, this.#isColumn) === undefined) {
      throw new QueryError(
        "INVALID_ARGUMENTS",
        `Pattern navigation function ${name} must contain at least one column reference or ` +
          "CLASSIFIER()",
        position,
      );
    }
    return value;
  }

  readonly #isColumn = (name: Expression): boolean =>
    name.kind === "name" && this.#input.find(name.name) !== undefined;

  #aggregate(call: CallExpression): Typed {
    const { set, sql, type } = this.#setOf(call);
    const sets = this.needs.sets;
    let place = sets.findIndex((other) => sameSet(other, set));
    if (place < 0) place = sets.push(set) - 1;
    const known = sets[place] as typeof set;
    sets[place] = {
      ...known,
      labeled: known.labeled || set.labeled,
      counted: known.counted && set.counted,
    };
    if (sql === undefined) return { sql: `CAST(q.c${place} AS BIGINT)`, type };
    this.needs.number ||= /\bs\.match_no\b/.test(sql);
    const column = this.#aggregates.push({ set: place, sql }) - 1;
    const none =
      `(SELECT ${sql} FROM (SELECT 0 AS place_no, 0 AS row_no, 0 AS label_no, 0 AS match_no) AS s CROSS JOIN ` +
      `${this.#input.table} AS g WHERE FALSE)`;
    return { sql: `CASE WHEN q.c${place} = 0 THEN ${none} ELSE a${column}.v END`, type };
  }
}

/** Where a navigation looks for rows, from where those around it look. */
function directionOf(call: CallExpression, direction: Direction): Direction {
  const { name, mode } = call;
  if (name === "prev") return { ...direction, offset: -offsetOf(call, 1) };
  if (name === "next") return { ...direction, offset: offsetOf(call, 1) };
  const running = mode?.name !== "FINAL";
  const from = name === "first" ? "first" : "last";
  return { ...direction, from, running, skipped: offsetOf(call, 0) };
}

function sameSet(one: RowSet, other: RowSet): boolean {
  return one.running === other.running && one.labels.join() === other.labels.join();
}

function placeOf(rows: Navigation[], row: Navigation): number {
  const key = JSON.stringify(row);
  const known = rows.findIndex((other) => JSON.stringify(other) === key);
  return known >= 0 ? known : rows.push(row) - 1;
}
