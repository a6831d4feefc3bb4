/**
 * Columns of queries inside that nobody names: the engine does not compute them.
 * @module
 */
import type { Query, QueryBody } from "../sql/ast.ts";
import { duckType, type Type } from "../types/types.ts";
import type { Typed } from "../values/typed.ts";
import type { Order, Session } from "./context.ts";

/** The order of a query that is translated for the first time. */
export function newOrder(): Order {
  return { kept: false, matters: false, named: new Set(), sources: [], unused: new Map() };
}

/** Notes that a column is named, or all of an expression's. */
export function noteNamed(order: Order, sql: string): void {
  for (const [column] of sql.matchAll(/\br\d+\.c\d+\b/g)) order.named.add(column);
}

/** Notes that a relation has the columns of a query, which stands there for nothing else. */
export function noteSource(order: Order, query: Query, alias: string, columns: number): void {
  for (const body of bodiesOf(query)) order.sources.push({ body, alias, columns });
}

/** The parts of a query whose columns are its own, where none decides which rows there are. */
function bodiesOf({ body, orderBy, limit, offset }: Query): object[] {
  return orderBy.length > 0 && (limit || offset) ? [] : partsOf(body);
}

function partsOf(body: QueryBody): object[] {
  switch (body.kind) {
    case "nested":
      return bodiesOf(body.query);
    case "setop": {
      if (body.operator !== "UNION" || body.distinct) return [];
      return [body.left, body.right].flatMap(partsOf);
    }
    case "select":
      return body.distinct ? [] : [body];
    case "values":
      return [body];
    case "tablebody":
      return [];
  }
}

/** What nobody names, in a query as it was translated. */
export function unusedIn({ named, sources }: Order): Map<object, Set<number>> {
  const used = new Map<object, Set<number>>();
  const all = new Map<object, number>();
  for (const { body, alias, columns } of sources) {
    all.set(body, columns);
    const places = used.get(body) ?? new Set();
    for (let i = 0; i < columns; i++) if (named.has(`${alias}.c${i}`)) places.add(i);
    used.set(body, places);
  }
  const unused = new Map<object, Set<number>>();
  for (const [body, columns] of all) {
    const places = Array.from({ length: columns }, (_, i) => i);
    unused.set(body, new Set(places.filter((i) => !used.get(body)?.has(i))));
  }
  return unused;
}

/** Does some work for what it finds out: what it names is not looked at. */
export function unnoted<T>(order: Order, work: () => T): T {
  const { named } = order;
  order.named = new Set();
  try {
    return work();
  } finally {
    order.named = named;
  }
}

/** Does some work for what is wrong in it: what it names or reads is not looked at. */
export function onlyChecked(session: Session, work: () => void): void {
  const scans = session.scans.length;
  unnoted(session.order, work);
  session.scans.length = scans;
}

/** What stands for a value that is not looked at. */
export function nothing(type: Type): Typed {
  return { sql: `CAST(NULL AS ${duckType(type)})`, type };
}
