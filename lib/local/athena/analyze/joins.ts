/**
 * Translates joins.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression, Identifier, Relation } from "../sql/ast.ts";
import { commonType } from "../types/coerce.ts";
import { coerce } from "../values/convert.ts";
import { compare } from "../values/operators.ts";
import type { Context, Field } from "./context.ts";
import { filterSql } from "./filter.ts";
import { asColumns, joinPlan, onConditions } from "./join_plan.ts";
import { symbol, symbolScope } from "./planner/symbols.ts";
import { prune } from "./prune.ts";
import { scopeOf } from "./query.ts";
import { type RelationContext, type TranslatedRelation, translateRelation } from "./relations.ts";
import { noPlan, outOfReach, requireNoOuter, watchUses } from "./tree/correlated.ts";
import { bare } from "./tree/written.ts";
import { noteNamed } from "./unused.ts";

type Join = Extract<Relation, { kind: "join" }>;

/** Translates a join; the right side of UNNEST and LATERAL sees the left. */
export function translateJoin(join: Join, context: RelationContext): TranslatedRelation {
  const left = side(join.left, context, () => translateRelation(join.left, context));
  const around = context.scope.fields.length > 0
    ? [...context.scope.fields, ...left.fields]
    : left.fields;
  const scope = scopeOf(around, context.scope.outer);
  const { result: right, used } = watchUses(
    scope,
    () => side(join.right, context, () => translateRight(join, { env: context.env, scope })),
  );
  const nested = join.right.kind === "join" ? `(${right.sql})` : right.sql;
  if (join.type === "CROSS" || join.type === "IMPLICIT") {
    const how = `CROSS JOIN ${nested}`;
    return {
      sql: `${left.sql} ${how}`,
      fields: [...left.fields, ...right.fields],
      plan: joinPlan(join, how, left, right, []),
    };
  }
  const keepsLeft = join.type === "LEFT" || join.type === "FULL";
  const keepsRight = join.type === "RIGHT" || join.type === "FULL";
  const fields = [
    ...left.fields.map((field) => keepsRight ? withoutOrigin(field) : field),
    ...right.fields.map((field) => keepsLeft ? withoutOrigin(field) : field),
  ];
  if (join.using) return usingJoin(join, join.using, left, right, nested, fields, context);
  const on = join.on as NonNullable<Join["on"]>;
  const condition: Context = {
    env: context.env,
    scope: scopeOf([...left.fields, ...right.fields], context.scope.outer),
    lambdas: [],
    aggregates: false,
    clause: "JOIN clause",
    clauseAt: on.position,
  };
  requireTrue(join, on, scope.uses !== undefined && used.includes(scope.uses));
  const test = filterSql(on, condition, "JOIN ON");
  if (join.type !== "INNER") requireNoOuter(on, context.scope.outer);
  const how = `${join.type} JOIN ${nested} ON ${test}`;
  if (!keepsLeft) prune(on, condition, left.fields);
  if (!keepsRight) prune(on, condition, right.fields);
  const plan = joinPlan(join, how, left, right, onConditions(on, condition));
  return { sql: `${left.sql} ${how}`, fields, plan };
}

/** One side of a join; in none of them does the engine reach columns of a query around. */
function side<T>(relation: Relation, context: RelationContext, translate: () => T): T {
  return bare(relation)?.kind === "join" ? translate() : outOfReach(context.scope.outer, translate);
}

/** The right side: what of it names the left may only be joined where the left's rows stay. */
function translateRight(join: Join, context: RelationContext): TranslatedRelation {
  const kind = bare(join.right)?.kind;
  const seesLeft = kind === "unnest" || kind === "derived";
  if (!seesLeft || (join.type !== "RIGHT" && join.type !== "FULL")) {
    return translateRelation(join.right, context);
  }
  const alone = { env: context.env, scope: scopeOf([], context.scope.outer) };
  try {
    return translateRelation(join.right, alone);
  } catch (error) {
    if (!(error instanceof QueryError) || error.code !== "COLUMN_NOT_FOUND") throw error;
    translateRelation(join.right, context);
    throw new QueryError(
      "INVALID_COLUMN_REFERENCE",
      `LATERAL reference not allowed in ${join.type} JOIN`,
      error.position,
    );
  }
}

/** Refuses conditions that the engine does not take beside UNNEST and LATERAL. */
function requireTrue(join: Join, on: Expression, correlated: boolean): void {
  const right = bare(join.right);
  if (on.kind === "boolean" && on.value) return;
  if (right?.kind === "unnest") {
    const what = `${join.type} JOIN involving UNNEST is only supported with condition ON TRUE`;
    throw new QueryError("NOT_SUPPORTED", what, on.position);
  }
  if (right?.kind === "derived" && correlated) throw noPlan(right.query.position);
}

function withoutOrigin(field: Field): Field {
  const { origin: _, ...rest } = field;
  return rest;
}

function usingJoin(
  join: Join,
  using: readonly Identifier[],
  left: TranslatedRelation,
  right: TranslatedRelation,
  nested: string,
  fields: readonly Field[],
  context: RelationContext,
): TranslatedRelation {
  const merged: Field[] = [];
  const conditions: string[] = [];
  const gone = new Set<string>();
  for (const column of using) {
    const name = column.value.toLowerCase();
    const [a, b] = [left, right].map((side, i) => {
      const found = side.fields.filter((field) => field.name === name);
      if (found.length === 1) return found[0] as Field;
      throw new QueryError(
        found.length === 0 ? "COLUMN_NOT_FOUND" : "AMBIGUOUS_NAME",
        found.length === 0
          ? `Column '${column.value}' is missing from ${i === 0 ? "left" : "right"} side of join`
          : `Column '${column.value}' is ambiguous`,
        column.position,
      );
    }) as [Field, Field];
    for (const field of [a, b]) {
      field.reads?.scan.used.add(field.reads.column);
      noteNamed(context.env.session.order, field.sql);
      gone.add(field.sql);
    }
    conditions.push(compare("=", a, b, join).sql);
    merged.push(mergedField(a, b, name, column.value));
  }
  const how = `${join.type} JOIN ${nested} ON ${conditions.join(" AND ")}`;
  const same = merged.map(({ merged: sides = ["", ""] }): Expression => ({
    kind: "compare",
    operator: "=",
    left: symbol(sides[0], join.position),
    right: symbol(sides[1], join.position),
    position: join.position,
  }));
  const scope = symbolScope([...left.fields, ...right.fields], context.scope.outer);
  const symbols: Context = { ...context, scope, lambdas: [], aggregates: false, clause: "USING" };
  return {
    sql: `${left.sql} ${how}`,
    fields: [...merged, ...fields.filter((field) => !gone.has(field.sql))],
    plan: joinPlan(join, how, left, right, same.map((one) => asColumns(one, symbols))),
  };
}

function mergedField(a: Field, b: Field, name: string, label: string): Field {
  const type = commonType(a.type, b.type) ?? a.type;
  const sql = `coalesce(${coerce(a, type).sql}, ${coerce(b, type).sql})`;
  return { name, label, type, sql, merged: [a.sql, b.sql] };
}
