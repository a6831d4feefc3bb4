/**
 * The rows that a pattern is looked for in.
 * @module
 */
import type { Identifier, SortItem } from "../../sql/ast.ts";
import { duckType } from "../../types/types.ts";
import { keyOf } from "../../values/keys.ts";
import type { Field, Scope, Session } from "../context.ts";
import { noteNamed } from "../unused.ts";
import { numberSql, type NumberType } from "./formulas.ts";
import { sortSql } from "../windows.ts";

/** The rows, of which the columns are gathered that are asked for. */
export class InputRows {
  readonly fields: Field[];
  readonly outer: Scope | undefined;
  /** The table that they are gathered in. */
  readonly table: string;
  /** The columns that formulas take, in SQL. */
  readonly numbers = new Map<string, string>();
  readonly #asked = new Set<number>();

  constructor(fields: Field[], outer: Scope | undefined, table: string) {
    this.fields = fields;
    this.outer = outer;
    this.table = table;
  }

  /** The column with a name. */
  find({ value }: Identifier): Field | undefined {
    return this.fields.find(({ name }) => name === value.toLowerCase());
  }

  /** The name that a column has in the table, whose values an expression takes. */
  column(field: Field): string {
    field.reads?.scan.used.add(field.reads.column);
    return this.passed(field);
  }

  /** The name of a column whose values formulas take. */
  number(field: Field, type: NumberType): string {
    const column = this.column(field);
    this.numbers.set(column, numberSql(column, type));
    return column;
  }

  /** The name of a column that is only passed on. */
  passed(field: Field): string {
    const place = this.fields.indexOf(field);
    this.#asked.add(place);
    return `c${place}`;
  }

  /**
   * SELECT of the rows, with their partition and their place in it.
   *
   * @param relation What they come from, as DuckDB's SQL
   * @param partitionBy Columns
   * @param orderBy Columns, and how they order
   * @param session Notes which columns are named
   */
  sql(
    relation: string,
    partitionBy: readonly Field[],
    orderBy: readonly { item: SortItem; field: Field }[],
    { order }: Pick<Session, "order">,
  ): string {
    const inTable = (field: Field) => ({ sql: `q.${this.column(field)}`, type: field.type });
    const keys = partitionBy.map(inTable).map(({ sql, type }) => keyOf(sql, type));
    const partition = keys.length > 0 ? `PARTITION BY ${keys.join(", ")}` : "";
    const sorted = [...orderBy.map(({ item, field }) => sortSql(item, inTable(field))), "q.i"];
    const asked = [...this.#asked].sort((a, b) => a - b).map((place) => {
      const { sql, type } = this.fields[place] as Field;
      noteNamed(order, sql);
      const value = type.kind === "unknown" ? `CAST(NULL AS ${duckType(type)})` : sql;
      return `, ${value} AS c${place}`;
    });
    const columns = [...this.#asked].map((place) => `, q.c${place}`).join("");
    return `SELECT min(q.i) OVER (${partition}) AS part, row_number() OVER (${partition} ` +
      `ORDER BY ${sorted.join(", ")}) AS place${columns} FROM ` +
      `(SELECT row_number() OVER () AS i${asked.join("")} FROM ${relation}) AS q`;
  }
}
