/**
 * Where a query of WITH RECURSIVE may name itself.
 * @module
 */
import { type Position, QueryError } from "../../errors.ts";
import type { Query, QueryBody, Relation } from "../../sql/ast.ts";

/**
 * Finds where a table is named in a part of a query, but for queries in which the name is another's.
 *
 * @param name The name
 * @param node The part
 * @returns The places, in the order of the text
 */
export function referencesTo(name: string, node: unknown): Position[] {
  const wanted = name.toLowerCase();
  return partsOf(node, (part) => !isShadowing(part, wanted)).flatMap((part) => {
    if (!isTable(part)) return [];
    const [first, ...more] = part.name.parts;
    return more.length === 0 && first?.value.toLowerCase() === wanted ? [part.position] : [];
  });
}

type Table =
  | Extract<Relation, { kind: "table" }>
  | Extract<QueryBody, { kind: "tablebody" }>;

function isTable(part: object): part is Table {
  return ["table", "tablebody"].includes((part as Partial<Table>).kind ?? "");
}

function isShadowing(node: object, name: string): boolean {
  if (!("body" in node && "with" in node)) return false;
  return (node as Query).with.some((query) => query.name.value.toLowerCase() === name);
}

/** All parts inside, in their order, without those of a part that is not entered. */
function partsOf(node: unknown, enters: (part: object) => boolean): object[] {
  if (typeof node !== "object" || node === null || !enters(node)) return [];
  return [node, ...Object.values(node).flatMap((part) => partsOf(part, enters))];
}

type Join = Extract<Relation, { kind: "join" }>;
type SetOperation = Extract<QueryBody, { kind: "setop" }>;

/**
 * Refuses a recursion through an outer join's other side, or through what takes rows away.
 *
 * @param name The name
 * @param from What the step selects from
 * @throws {QueryError} `INVALID_RECURSIVE_REFERENCE`
 */
export function checkFrom(name: string, from: Relation): void {
  const parts = partsOf(from, () => true) as (Relation | QueryBody)[];
  for (const join of parts.filter((part): part is Join => part.kind === "join")) {
    if (join.type === "RIGHT" || join.type === "FULL") {
      refuse(name, join.left, `left source of ${join.type} join`);
    }
    if (join.type === "LEFT" || join.type === "FULL") {
      refuse(name, join.right, `right source of ${join.type} join`);
    }
  }
  const operations = parts.filter((part): part is SetOperation => part.kind === "setop");
  for (const { operator, distinct, left, right } of operations) {
    if (operator === "INTERSECT" && !distinct) refuse(name, [left, right], "INTERSECT ALL");
  }
  for (const { operator, distinct, left, right } of operations) {
    if (operator !== "EXCEPT") continue;
    refuse(name, right, `right relation of EXCEPT ${distinct ? "DISTINCT" : "ALL"}`);
    if (!distinct) refuse(name, left, "left relation of EXCEPT ALL");
  }
}

function refuse(name: string, node: unknown, where: string): void {
  const [position] = referencesTo(name, node);
  if (!position) return;
  throw new QueryError("INVALID_RECURSIVE_REFERENCE", `recursive reference in ${where}`, position);
}
