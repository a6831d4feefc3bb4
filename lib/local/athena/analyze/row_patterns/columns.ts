/**
 * The columns that matches give: of one row per match those of the partition and the measures, of all
 * rows those of the order too, and at the end all others of the rows.
 * @module
 */
import type { Relation } from "../../sql/ast.ts";
import type { RowPatternClauses } from "../../sql/row_pattern_ast.ts";
import type { Env, Field } from "../context.ts";
import { nothing, unnoted } from "../unused.ts";
import { PatternExpressions } from "./expressions.ts";
import { InputRows } from "./input.ts";
import type { Variables } from "./variables.ts";

type Measure = RowPatternClauses["measures"][number];

/** A column, before it is translated. */
export type MatchColumn = { input: Field; hidden: boolean } | { measure: Measure };

/**
 * Finds the columns.
 *
 * @param clauses The clauses
 * @param fields The columns of the rows
 * @param partitionBy Those that the partition is made by
 * @param orderBy Those that order the rows
 */
export function columnsOf(
  { measures, rowsPerMatch }: RowPatternClauses,
  fields: readonly Field[],
  partitionBy: readonly Field[],
  orderBy: readonly Field[],
): MatchColumn[] {
  const all = rowsPerMatch !== "ONE";
  const first = all ? [...partitionBy, ...orderBy] : partitionBy;
  const rest = all ? fields.filter((field) => !first.includes(field)) : [];
  return [
    ...first.map((input) => ({ input, hidden: false })),
    ...measures.map((measure) => ({ measure })),
    ...rest.map((input) => ({ input, hidden: input.hidden === true })),
  ];
}

/** What columns are translated with. */
export interface ColumnsContext {
  relation: Extract<Relation, { kind: "matched" }>;
  env: Env;
  input: InputRows;
  measures: PatternExpressions;
  variables: Variables;
}

/** Translates columns; those that nobody names are not looked at. */
export function translateColumns(
  columns: readonly MatchColumn[],
  context: ColumnsContext,
): { sql: string; field: Omit<Field, "sql"> }[] {
  const unused = context.env.session.order.unused.get(context.relation);
  return columns.map((column, i) => {
    const isUsed = !unused?.has(i);
    return "input" in column
      ? inputColumn(column, isUsed, context)
      : measureColumn(column.measure, isUsed, context);
  });
}

function inputColumn(
  { input, hidden }: Extract<MatchColumn, { input: Field }>,
  isUsed: boolean,
  context: ColumnsContext,
): { sql: string; field: Omit<Field, "sql"> } {
  const { name, label, type, reads } = input;
  return {
    sql: isUsed ? `shown.${context.input.passed(input)}` : nothing(type).sql,
    field: {
      ...(name === undefined ? {} : { name }),
      ...(label === undefined ? {} : { label }),
      type,
      ...(hidden ? { hidden } : {}),
      ...(reads ? { reads } : {}),
    },
  };
}

function measureColumn(
  { value: expression, name: { value: label } }: Measure,
  isUsed: boolean,
  { relation, env, input, measures, variables }: ColumnsContext,
): { sql: string; field: Omit<Field, "sql"> } {
  const aside = () => {
    const rows = new InputRows(input.fields, input.outer, input.table);
    return nothing(new PatternExpressions(env, rows, variables).translate(expression).type);
  };
  const { sql, type } = isUsed ? measures.translate(expression) : unnoted(env.session.order, aside);
  const field = { name: label.toLowerCase(), label, type };
  if (type.kind === "unknown") return { sql: "CAST(NULL AS INTEGER)", field };
  // A row in no match has no measures.
  return relation.clauses.rowsPerMatch === "WITH UNMATCHED"
    ? { sql: `CASE WHEN q.match_no IS NOT NULL THEN ${sql} END`, field }
    : { sql, field };
}
