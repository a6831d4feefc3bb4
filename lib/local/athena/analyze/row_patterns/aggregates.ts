/**
 * Translates aggregates over rows of a match.
 * @module
 */
import { QueryError } from "../../errors.ts";
import type { Aggregated } from "../../row_patterns/model.ts";
import type { Expression, Identifier } from "../../sql/ast.ts";
import { BIGINT, INTEGER, type Type } from "../../types/types.ts";
import type { Typed } from "../../values/typed.ts";
import type { Context, Env, Field } from "../context.ts";
import { translate } from "../expression.ts";
import { scopeOf } from "../query.ts";
import { nameChain } from "../tree/column_names.ts";
import { some } from "../tree/walk.ts";
import {
  type CallExpression,
  checkAggregateCall,
  checkNoAggregates,
  checkNoNavigations,
  checkPatternCall,
  isPatternFunction,
  requireCount,
  subjectOf,
} from "./checks.ts";
import {
  checkMatchNumber,
  classifierLabels,
  labeledColumn,
  labelName,
  refuseInCall,
} from "./labels.ts";
import type { InputRows } from "./input.ts";
import { nameOf, type Variables } from "./variables.ts";

/** An aggregate over sets of rows: `s` is a row's place in its set, `g` the row. */
export interface PatternAggregate {
  /** Which of the sets that are needed. */
  set: number;
  sql: string;
}

/** Those whose value is the same whatever the order of the rows is. */
const IN_ANY_ORDER = ["count", "count_if", "min", "max", "bool_and", "bool_or", "every"];

const PLACE: Identifier = { value: "$place", position: { line: 0, column: 0 } };

/**
 * Translates an aggregate.
 *
 * @param call The call
 * @param env What names mean
 * @param input The rows
 * @param variables The pattern's variables
 * @param isColumn Whether a name without a variable is a column
 * @returns The set it takes, its type, and its SQL; none where it is the number of rows
 * @throws {QueryError} What is wrong with it
 */
export function aggregateOf(
  call: CallExpression,
  env: Env,
  input: InputRows,
  variables: Variables,
  isColumn: (name: Expression) => boolean,
): { set: Aggregated; type: Type; sql?: string; column?: Field | undefined } {
  requireCount(call);
  checkAggregateCall(call);
  checkNoAggregates(call);
  checkNoNavigations(call);
  const { rowsOf, mode, ...rest } = call;
  const running = mode?.name !== "FINAL";
  if (rowsOf) {
    const labels = variables.find(rowsOf);
    if (!labels) {
      throw new QueryError(
        "INVALID_FUNCTION_ARGUMENT",
        `${nameOf(rowsOf)} is not a primary pattern variable or subset name`,
        rowsOf.position,
      );
    }
    return { set: { labels, running, labeled: false, counted: true }, type: BIGINT };
  }
  refuseInCall({ ...call, mode: undefined } as CallExpression);
  const value = translateOver(rest, env, input, variables);
  const subjects = new Set(
    call.args.map((argument) => subjectOf(call, argument, variables, isColumn)),
  );
  subjects.delete(undefined);
  if (subjects.size > 1) {
    throw new QueryError(
      "INVALID_ARGUMENTS",
      "All aggregate function arguments must apply to rows matched with the same label",
      call.position,
    );
  }
  const [subject] = subjects;
  const labels = typeof subject === "string"
    ? variables.find({ value: subject, quoted: true, position: call.position }) ?? []
    : [];
  const classified = call.args.some((argument) =>
    some(argument, (part) => part.kind === "call" && part.name === "classifier")
  );
  const labeled = classified && labels.length !== 1;
  const counted = call.name === "count" && call.star;
  const set = { labels, running, labeled, counted };
  if (counted) return { set, type: BIGINT };
  const [argument] = call.args;
  const column = argument?.kind === "name"
    ? input.find(argument.name)
    : argument && nameChain(argument) && labeledColumn(argument, input, variables)?.field;
  return { set, type: value.type, sql: value.sql, column };
}

function translateOver(
  call: CallExpression,
  env: Env,
  input: InputRows,
  variables: Variables,
): Typed {
  const column = (field: Field): Typed => ({
    sql: `g.${input.column(field)}`,
    type: field.type,
  });
  const value = (expression: Expression): Typed | undefined => {
    switch (expression.kind) {
      case "name": {
        const field = input.find(expression.name);
        return field && column(field);
      }
      case "field": {
        const labeled = labeledColumn(expression, input, variables);
        return labeled && column(labeled.field);
      }
      case "call":
        if (expression.name === call.name) return undefined;
        if (isPatternFunction(expression)) return ofRow(expression, variables);
        refuseInCall(expression);
        return undefined;
      default:
        return undefined;
    }
  };
  const context: Context = {
    env,
    scope: scopeOf([{ name: PLACE.value, type: INTEGER, sql: "s.place_no" }]),
    lambdas: [],
    aggregates: true,
    clause: "pattern recognition",
    pattern: { value },
  };
  const key: Expression = { kind: "name", name: PLACE, position: call.position };
  const orderBy = IN_ANY_ORDER.includes(call.name)
    ? []
    : [{ key, descending: false, nullsFirst: false }];
  return translate({ ...call, orderBy }, context);
}

/** What a row of a match is. */
function ofRow(call: CallExpression, variables: Variables): Typed {
  checkPatternCall(call);
  if (call.name === "match_number") {
    checkMatchNumber(call);
    return { sql: "CAST(s.match_no AS BIGINT)", type: BIGINT };
  }
  classifierLabels(call, variables);
  return labelName("s.label_no", variables);
}
