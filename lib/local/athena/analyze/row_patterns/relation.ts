/**
 * Translates MATCH_RECOGNIZE.
 * @module
 */
import { type Position, QueryError } from "../../errors.ts";
import type { Condition, Output, RowPattern, Skip } from "../../row_patterns/model.ts";
import { programOf } from "../../row_patterns/program.ts";
import type { Expression, Relation } from "../../sql/ast.ts";
import { format } from "../../sql/format.ts";
import type { RowPatternClauses } from "../../sql/row_pattern_ast.ts";
import { typeName } from "../../types/types.ts";
import { type Env, type Field, fresh } from "../context.ts";
import type { RelationContext, TranslatedRelation } from "../relations.ts";
import { matchingFields, nameChain } from "../tree/column_names.ts";
import { outOfReach } from "../tree/correlated.ts";
import { requireOrderable } from "../windows.ts";
import { uncopiedIn } from "./checks.ts";
import { columnsOf, translateColumns } from "./columns.ts";
import { PatternExpressions } from "./expressions.ts";
import { InputRows } from "./input.ts";
import { exclusionIn, nameOf, numbered, type Variables, variablesOf } from "./variables.ts";

type Matched = Extract<Relation, { kind: "matched" }>;

/**
 * Translates what matches of a pattern give. The matches are found before the query runs: the session
 * keeps what is looked for, and the query selects from the table they are written to.
 *
 * @param relation The relation
 * @param context Where it stands
 * @param translateRelation Translates the relation whose rows are matched
 * @throws {QueryError} What is wrong with it
 */
export function translateMatched(
  relation: Matched,
  context: RelationContext,
  translateRelation: (relation: Relation, context: RelationContext) => TranslatedRelation,
): TranslatedRelation {
  const { clauses, position } = relation;
  const { env, scope } = context;
  const source = outOfReach(scope.outer, () => translateRelation(relation.relation, context));
  requireDistinct(source.fields, relation.relation.position);
  const partitionBy = clauses.partitionBy.map((key) => inputColumn(key, source.fields));
  const orderBy = clauses.orderBy.map((item) => {
    const field = inputColumn(item.key, source.fields);
    requireOrderable(field.type, (type) => notOrderable(type, item.key.position));
    return { item, field };
  });
  const variables = variablesOf(clauses);
  checkPattern(clauses);
  refuseNested(clauses);
  const name = fresh(env, "m");
  const input = new InputRows(source.fields, scope.outer, `${name}_rows`);
  const conditions = conditionsOf(clauses, env, input, variables);
  const measures = new PatternExpressions(env, input, variables);
  const alias = fresh(env, "r");
  const sorted = orderBy.map(({ field }) => field);
  const columns = columnsOf(clauses, source.fields, partitionBy, sorted);
  if (columns.length === 0) {
    const message = "pattern recognition output table has no columns";
    throw new QueryError("TABLE_HAS_NO_COLUMNS", message, position);
  }
  const translated = translateColumns(columns, { relation, env, input, measures, variables });
  const list = translated.map(({ sql }, i) => `${sql} AS c${i}`);
  const { needs } = measures;
  const pattern: RowPattern = {
    name,
    input: input.sql(source.sql, partitionBy, orderBy, env.session),
    labels: variables.labels,
    numbers: input.numbers,
    program: programOf(numbered(clauses.pattern, variables)),
    conditions,
    uncopied: uncopiedIn(clauses),
    measures: needs,
    output: OUTPUTS[clauses.rowsPerMatch],
    skip: skipOf(clauses, variables),
  };
  env.session.patterns.set(name, pattern);
  env.session.order.sources.push({ body: relation, alias, columns: columns.length });
  return {
    sql: `(SELECT ${list.join(", ")} FROM ${measures.from(`${name}_out`)} ` +
      `LEFT JOIN ${name}_rows AS shown ON shown.row_no = q.row_no ORDER BY q.id) AS ${alias}`,
    fields: translated.map(({ field }, i): Field => ({ ...field, sql: `${alias}.c${i}` })),
  };
}

const OUTPUTS: Record<RowPatternClauses["rowsPerMatch"], Output> = {
  "ONE": "one row",
  "SHOW EMPTY": "all rows",
  "OMIT EMPTY": "all but empty matches",
  "WITH UNMATCHED": "all and unmatched rows",
};

function skipOf({ skip }: RowPatternClauses, variables: Variables): Skip {
  if (!("variable" in skip)) return { to: skip.to === "NEXT ROW" ? "next row" : "past last row" };
  const labels = variables.find(skip.variable) ?? [];
  const from = skip.to === "FIRST" ? "first" : "last";
  return { to: "row", row: { labels, from, running: false, skipped: 0, offset: 0 } };
}

function conditionsOf(
  { definitions }: RowPatternClauses,
  env: Env,
  input: InputRows,
  variables: Variables,
): (Condition | undefined)[] {
  const conditions: (Condition | undefined)[] = variables.labels.map(() => undefined);
  for (const { name, condition } of definitions) {
    const expressions = new PatternExpressions(env, input, variables);
    const { sql, type } = expressions.translate(condition);
    if (type.kind !== "boolean") {
      throw new QueryError(
        "TYPE_MISMATCH",
        `Expression defining a label must be boolean (actual type: ${typeName(type)})`,
        condition.position,
      );
    }
    conditions[variables.labels.indexOf(nameOf(name))] = {
      needs: expressions.needs,
      formula: expressions.formula(condition),
      sql: (asked) => `SELECT q.id, ${sql} FROM ${expressions.from(asked)}`,
    };
  }
  return conditions;
}

function requireDistinct(fields: readonly Field[], position: Position): void {
  const seen = new Set<string>();
  for (const { name, label } of fields) {
    if (name === undefined) continue;
    if (seen.has(name)) {
      const message = `ambiguous column: ${label} in row pattern input relation`;
      throw new QueryError("AMBIGUOUS_NAME", message, position);
    }
    seen.add(name);
  }
}

/** A column that a clause names. */
function inputColumn(key: Expression, fields: readonly Field[]): Field {
  const chain = nameChain(key);
  if (!chain) {
    throw new QueryError(
      "INVALID_COLUMN_REFERENCE",
      `Expected column reference. Actual: ${format(key)}`,
      key.position,
    );
  }
  const [field] = matchingFields(chain.map(({ value }) => value.toLowerCase()), fields);
  if (field) return field;
  throw new QueryError(
    "COLUMN_NOT_FOUND",
    `Column ${format(key)} is not present in the input relation`,
    key.position,
  );
}

function notOrderable(type: string, position: Position): QueryError {
  return new QueryError(
    "TYPE_MISMATCH",
    `${type} is not orderable, and therefore cannot be used in ORDER BY`,
    position,
  );
}

function checkPattern({ search, rowsPerMatch, pattern }: RowPatternClauses): void {
  if (search) {
    throw new QueryError(
      "NOT_SUPPORTED",
      `Pattern search modifier: ${search.mode} is not allowed in MATCH_RECOGNIZE clause`,
      search.position,
    );
  }
  const exclusion = rowsPerMatch === "WITH UNMATCHED" ? exclusionIn(pattern) : undefined;
  if (exclusion) {
    throw new QueryError(
      "INVALID_ROW_PATTERN",
      "Pattern exclusion syntax is not allowed when ALL ROWS PER MATCH WITH UNMATCHED ROWS is " +
        "specified",
      exclusion,
    );
  }
}

/** Refuses patterns in queries of the clauses' expressions. */
function refuseNested({ measures, definitions }: RowPatternClauses): void {
  const nested = findMatched([measures, definitions]);
  if (!nested) return;
  throw new QueryError(
    "NESTED_ROW_PATTERN_RECOGNITION",
    "nested row pattern recognition in row pattern recognition",
    nested.position,
  );
}

/** The first MATCH_RECOGNIZE in a part of a query. */
export function findMatched(node: unknown): Matched | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  if ((node as Partial<Matched>).kind === "matched") return node as Matched;
  for (const part of Object.values(node)) {
    const found = findMatched(part);
    if (found) return found;
  }
  return undefined;
}
