/**
 * Rows that are written in a query, with what it makes of them: the engine writes its columns in their
 * place, and computes all that are named, whatever becomes of the rows.
 * @module
 */
import type { Query, QueryBody, Relation, Select, SelectItem } from "../../sql/ast.ts";
import { mayFail } from "../../values/fallible.ts";
import { hasAggregates, hasWindows } from "./calls.ts";

/** Whether a SELECT has one row, whatever its columns are. */
export function isSingle({ from, where, groupBy, having }: Select): boolean {
  const source = bare(from);
  const rows = source?.kind === "derived" ? source.query.body : source;
  const one = rows === undefined || (rows.kind === "values" && rows.rows.length === 1);
  return one && !where && !groupBy && !having;
}

/** Whether a SELECT takes all rows that are written in it, each by itself. */
export function isWritten({ from, where, groupBy, having, items }: Select): boolean {
  const source = bare(from);
  const rows = source?.kind === "derived" ? source.query.body : source;
  const own = (item: SelectItem) =>
    item.kind !== "expression" || !(hasAggregates(item.value) || hasWindows(item.value));
  const written = rows === undefined || rows.kind === "values" ||
    (rows.kind === "select" && isWritten(rows));
  return written && !where && !groupBy && !having && items.every(own);
}

/** The relation without what names and samples it. */
export function bare(relation: Relation | undefined): Relation | undefined {
  return relation?.kind === "aliased" || relation?.kind === "sample"
    ? bare(relation.relation)
    : relation;
}

/**
 * A translated query another selects from; where its rows are written, all of them are computed.
 *
 * @param sql The query, as DuckDB's SQL
 * @param query The query
 * @returns SQL in which no condition of DuckDB's comes before that
 */
export function computed(sql: string, { body, limit, offset }: Pick<Query, BodyAndRows>): string {
  return !limit && !offset && isWrittenBody(body) && mayFail(sql)
    ? `${sql} LIMIT ${ALL_ROWS}`
    : sql;
}

type BodyAndRows = "body" | "limit" | "offset";

const ALL_ROWS = Number.MAX_SAFE_INTEGER;

function isWrittenBody(body: QueryBody): boolean {
  if (body.kind === "nested") {
    const { query } = body;
    return !query.limit && !query.offset && isWrittenBody(query.body);
  }
  return body.kind === "select" && isWritten(body);
}

/** Whether rows are taken from those that are written, as many as a limit says, before any is computed. */
export function isLimited({ body, limit, orderBy }: Query, around: boolean): boolean {
  return (around || (limit !== undefined && orderBy.length === 0)) && isWrittenBody(body);
}
