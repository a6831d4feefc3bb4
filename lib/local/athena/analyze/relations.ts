/**
 * Translates what stands after FROM.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Expression, QualifiedName, Query, Relation } from "../sql/ast.ts";
import { commonOf } from "../types/coerce.ts";
import { BIGINT, type Type, typeName } from "../types/types.ts";
import { coerce } from "../values/convert.ts";
import type { Typed } from "../values/typed.ts";
import { type Context, type Env, type Field, fresh, type NamedQuery } from "./context.ts";
import { translate } from "./expression.ts";
import { translateJoin } from "./joins.ts";
import { knownUnder } from "./planner/known.ts";
import type { Plan } from "./planner/plan.ts";
import { type Column, scopeOf, type Translated, translateQuery } from "./query.ts";
import { translateRecursion } from "./recursion.ts";
import { translateMatched } from "./row_patterns/relation.ts";
import { catalogRelation } from "./tables.ts";
import { planned, within } from "./tree/correlated.ts";
import { computed } from "./tree/written.ts";
import { noteNamed, noteSource, nothing } from "./unused.ts";

/** A translated relation, with the columns it offers. */
export interface TranslatedRelation {
  sql: string;
  fields: Field[];
  /** How it is joined; NULL where its conditions stay where they are written. */
  plan?: Plan | null;
  /** Conditions that its rows are known to meet, whose columns go by their SQL. */
  known?: readonly Expression[];
}

/** Where a relation stands: laterals see the scope. */
export type RelationContext = Pick<Context, "env" | "scope">;

/** Translates a relation. */
export function translateRelation(
  relation: Relation,
  context: RelationContext,
): TranslatedRelation {
  switch (relation.kind) {
    case "table":
      return tableRelation(relation.name, context.env);
    case "derived": {
      const scope = relation.lateral ? context.scope : context.scope.outer;
      const translate = () => translateQuery(relation.query, context.env, scope);
      const { position } = relation.query;
      const query = relation.lateral
        ? planned(relation.query, context.scope, "value", position, translate)
        : within(relation.query, scope, translate);
      const derived = derivedRelation(query, context.env, relation.query);
      return relation.lateral ? { ...derived, sql: `LATERAL ${derived.sql}` } : derived;
    }
    case "values":
      return valuesRelation(relation, context);
    case "aliased":
      return aliased(relation, context);
    case "unnest":
      return unnestRelation(relation, context);
    case "matched":
      return translateMatched(relation, context, translateRelation);
    case "sample":
      return sampled(relation, context);
    case "join":
      return translateJoin(relation, context);
  }
}

/** A translated query as a relation. */
function derivedRelation(
  query: Translated,
  env: Env,
  source: Query,
): TranslatedRelation {
  const sql = env.limited ? query.sql : computed(query.sql, source);
  const relation = plainRelation(`(${sql})`, query.columns, env);
  noteSource(env.session.order, source, relation.alias, query.columns.length);
  return { ...relation, known: knownUnder(relation.alias, query.known) };
}

/** Rows as a relation, all of whose columns are computed. */
function plainRelation(
  sql: string,
  columns: readonly Column[],
  env: Env,
): TranslatedRelation & { alias: string } {
  const alias = fresh(env, "r");
  return {
    alias,
    sql: `${sql} AS ${alias}`,
    fields: columns.map((column, i): Field => ({
      ...(column.name === undefined ? {} : { name: column.name.toLowerCase(), label: column.name }),
      type: column.type,
      sql: `${alias}.c${i}`,
      ...(column.origin ? { origin: column.origin } : {}),
    })),
  };
}

/** A named query, a view or a table of the catalog. */
export function tableRelation(name: QualifiedName, env: Env): TranslatedRelation {
  const parts = name.parts.map((part) => part.value.toLowerCase());
  const named = parts.length === 1 ? env.queries.get(parts[0] as string) : undefined;
  if (!named) return catalogRelation(name, env);
  const relation = namedRelation(parts[0] as string, named, env);
  return {
    ...relation,
    fields: relation.fields.map((field, i) => {
      const label = named.columns?.[i] ?? field.label;
      return {
        ...field,
        ...(label === undefined ? {} : { label, name: label.toLowerCase() }),
        relation: parts,
      };
    }),
  };
}

function namedRelation(name: string, named: NamedQuery, env: Env): TranslatedRelation {
  const { outer, rows } = named;
  if (rows) return plainRelation(rows.sql, rows.types.map((type) => ({ type })), env);
  if (named.recursion) {
    const { sql, columns } = within(named.query, outer, () => translateRecursion(name, named));
    return plainRelation(`(${sql})`, columns, env);
  }
  const query = within(named.query, outer, () => translateQuery(named.query, named.env, outer));
  return derivedRelation(query, env, named.query);
}

function aliased(
  relation: Extract<Relation, { kind: "aliased" }>,
  context: RelationContext,
): TranslatedRelation {
  const inner = translateRelation(relation.relation, context);
  const visible = inner.fields.filter((field) => !field.hidden);
  const { columns } = relation;
  if (columns && columns.length !== visible.length) {
    throw new QueryError(
      "MISMATCHED_COLUMN_ALIASES",
      `Column alias list has ${columns.length} entries but '${relation.alias.value}' has ${visible.length} columns available`,
      relation.position,
    );
  }
  const name = [relation.alias.value.toLowerCase()];
  const fields = inner.fields.map((field): Field => {
    const index = visible.indexOf(field);
    const label = columns?.[index]?.value;
    return {
      ...field,
      relation: name,
      ...(label === undefined ? {} : { name: label.toLowerCase(), label }),
    };
  });
  return { ...inner, fields: columns ? fields.filter((field) => !field.hidden) : fields };
}

/** `VALUES …` as a relation. */
export function valuesRelation(
  relation: Extract<Relation, { kind: "values" }>,
  context: RelationContext,
): TranslatedRelation {
  const { rows: items, position } = relation;
  const inner: Context = { ...context, lambdas: [], aggregates: false, clause: "VALUES" };
  const typed = items.map((row) => {
    if (row.kind === "row") return row.items.map((part) => translate(part, inner));
    const value = translate(row, inner);
    if (value.type.kind !== "row") return [value];
    return value.type.fields.map((field, i) => ({ sql: `(${value.sql})._${i}`, type: field.type }));
  });
  const width = (typed[0] as Typed[]).length;
  for (const row of typed) {
    if (row.length !== width) {
      throw new QueryError(
        "TYPE_MISMATCH",
        `Values rows have mismatched sizes: ${width} vs ${row.length}`,
        position,
      );
    }
  }
  const types = Array.from({ length: width }, (_, column): Type => {
    const type = commonOf(typed.map((row) => (row[column] as Typed).type));
    if (type) return type;
    throw new QueryError(
      "TYPE_MISMATCH",
      `Values rows have mismatched types: ${
        typed.map((row) => `row(${row.map((cell) => typeName(cell.type)).join(", ")})`).slice(0, 2)
          .join(" vs ")
      }`,
      position,
    );
  });
  const alias = fresh(context.env, "r");
  const unused = context.env.session.order.unused.get(relation);
  const rows = typed.map((row) =>
    row.map((cell, i) => {
      const type = types[i] as Type;
      if (unused?.has(i)) return nothing(type).sql;
      return type.kind === "unknown" ? "CAST(NULL AS INTEGER)" : coerce(cell, type).sql;
    })
  );
  const names = types.map((_, i) => `c${i}`);
  const fields = types.map((type, i): Field => ({ type, sql: `${alias}.c${i}` }));
  const list = rows.map((row) => `(${row.join(", ")})`);
  return { sql: `(VALUES ${list.join(", ")}) AS ${alias}(${names.join(", ")})`, fields };
}

function unnestRelation(
  relation: Extract<Relation, { kind: "unnest" }>,
  context: RelationContext,
): TranslatedRelation {
  const inner: Context = { ...context, lambdas: [], aggregates: false, clause: "UNNEST" };
  const alias = fresh(context.env, "r");
  const lists: string[] = [];
  const fields: Field[] = [];
  for (const item of relation.items) {
    const typed = translate(item, { ...inner, clauseAt: item.position });
    const at = `struct_extract_at(${alias}.z, ${lists.length + 1})`;
    if (typed.type.kind === "map") {
      lists.push(`map_entries(${typed.sql})`);
      fields.push({ type: typed.type.key, sql: `${at}.key` });
      fields.push({ type: typed.type.value, sql: `${at}.value` });
    } else if (typed.type.kind === "array") {
      // Athena keeps a row in one column, where Trino makes a column of each of its fields.
      lists.push(typed.sql);
      fields.push({ type: typed.type.element, sql: at });
    } else {
      throw new QueryError(
        "TYPE_MISMATCH",
        `Cannot unnest type: ${typeName(typed.type)}`,
        item.position,
      );
    }
  }
  if (relation.ordinality) {
    const lengths = lists.map((list) => `coalesce(len(${list}), 0)`);
    const longest = lengths.length === 1 ? lengths[0] : `greatest(${lengths.join(", ")})`;
    fields.push({
      type: BIGINT,
      sql: `CAST(struct_extract_at(${alias}.z, ${lists.length + 1}) AS BIGINT)`,
    });
    lists.push(`range(1, ${longest} + 1)`);
  } else if (lists.length === 1) {
    // One list needs no zip, only a struct around it.
    return {
      sql: `LATERAL (SELECT struct_pack(v := unnest(${lists[0]})) AS z) AS ${alias}`,
      fields,
    };
  }
  const packed = lists.map((_, i) => `a${i + 1} := struct_extract_at(q, ${i + 1})`).join(", ");
  return {
    sql: `LATERAL (SELECT unnest(list_transform(list_zip(${lists.join(", ")}), ` +
      `lambda q: struct_pack(${packed}))) AS z) AS ${alias}`,
    fields,
  };
}

function sampled(
  relation: Extract<Relation, { kind: "sample" }>,
  context: RelationContext,
): TranslatedRelation {
  const inner = translateRelation(relation.relation, context);
  const percentage = translate(relation.percentage, {
    env: context.env,
    scope: scopeOf([]),
    lambdas: [],
    aggregates: false,
    clause: "TABLESAMPLE",
  });
  const value = Number(percentage.constant);
  if (percentage.constant === undefined || Number.isNaN(value)) {
    throw notSupported("a sample percentage that is not a literal", relation.percentage.position);
  }
  if (value < 0 || value > 100) {
    throw new QueryError(
      "NUMERIC_VALUE_OUT_OF_RANGE",
      value < 0
        ? "Sample percentage must be greater than or equal to 0"
        : "Sample percentage must be less than or equal to 100",
      relation.percentage.position,
    );
  }
  const alias = fresh(context.env, "r");
  for (const { sql } of inner.fields) noteNamed(context.env.session.order, sql);
  const list = inner.fields.map((field, i) => `${field.sql} AS c${i}`);
  return {
    sql: `(SELECT ${
      list.join(", ")
    } FROM ${inner.sql} WHERE random() * 100 < ${value}) AS ${alias}`,
    fields: inner.fields.map((field, i) => ({ ...field, sql: `${alias}.c${i}` })),
  };
}
