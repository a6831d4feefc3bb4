/**
 * Evaluates JSON paths: each part gives a sequence of items.
 * @module
 */
import { DOUBLE, INTEGER, isNumeric, typeName } from "../../types/types.ts";
import { NUMBER_UDFS } from "../udfs/numbers.ts";
import type { JsonPath, Method, PathNode, Subscript } from "./ast.ts";
import {
  isNumber,
  type Item,
  itemTypeError,
  MISSING,
  nodeType,
  PathError,
  Scalar,
  scalarOf,
  unwrapped,
} from "./items.ts";
import { absolute, arithmetic, indexOf, negated, toNumber, wholeNumber } from "./numbers.ts";
import { holds } from "./predicates.ts";

/** What a path is evaluated with. */
export interface Evaluation {
  lax: boolean;
  input: Item;
  /** Sequences by the names of variables. */
  variables: ReadonlyMap<string, readonly Item[]>;
  /** What `@` and `last` stand for. */
  current?: Item;
  last?: number;
  /** Objects that `keyvalue()` has numbered. */
  objects: { count: number };
}

/**
 * Evaluates a path.
 *
 * @param path The path
 * @param input What `$` stands for
 * @param variables What its variables stand for
 * @throws {PathError}
 */
export function evaluatePath(
  path: JsonPath,
  input: Item,
  variables: ReadonlyMap<string, readonly Item[]>,
): Item[] {
  return evaluate(path.root, { lax: path.lax, input, variables, objects: { count: 0 } });
}

/** The type of an item, as messages name it. */
function typeOf(item: Item): string {
  return item instanceof Scalar ? typeName(item.type) : nodeType(item);
}

/** Evaluates a part of a path. */
export function evaluate(node: PathNode, at: Evaluation): Item[] {
  switch (node.kind) {
    case "context":
      return [at.input];
    case "null":
      return [null];
    case "current":
      if (at.current === undefined) throw new PathError();
      return [at.current];
    case "last":
      if (at.last === undefined) throw new PathError();
      return [new Scalar(INTEGER, BigInt(at.last))];
    case "variable":
      return [...at.variables.get(node.name) ?? []];
    case "literal":
      return [new Scalar(node.type, node.value)];
    case "member":
      return members(bases(node.base, at), node.key, at.lax);
    case "descendant":
      return evaluate(node.base, at).flatMap((item) => descendants(item, node.key));
    case "elements":
      return evaluate(node.base, at).flatMap((item) => elements(item, node.subscripts, at));
    case "filter":
      return bases(node.base, at).filter((item) => holds(node.test, { ...at, current: item }));
    case "method":
      return method(node.name, node.base, at);
    case "unary":
      return bases(node.base, at).map((item) => {
        const value = numberOf(item);
        return node.sign === "+" ? value : negated(value);
      });
    case "binary": {
      const [left, right] = [bases(node.left, at), bases(node.right, at)];
      if (left.length !== 1 || right.length !== 1) {
        throw new PathError("arithmetic binary expression requires singleton operands");
      }
      const [a, b] = [left[0], right[0]].map((item) => scalarOrNumber(item as Item));
      return [arithmetic(node.operator, a as Scalar, b as Scalar)];
    }
  }
}

/** The items of a part, in lax mode with the elements of arrays in their place. */
function bases(node: PathNode, at: Evaluation): Item[] {
  const items = evaluate(node, at);
  return at.lax ? unwrapped(items) : items;
}

function scalarOrNumber(item: Item): Scalar {
  if (item instanceof Scalar) return item;
  if (!isNumber(item)) throw itemTypeError("NUMBER", nodeType(item));
  return scalarOf(item) as Scalar;
}

function numberOf(item: Item): Scalar {
  const scalar = scalarOrNumber(item);
  if (!isNumeric(scalar.type)) throw itemTypeError("NUMBER", typeName(scalar.type));
  return scalar;
}

function members(items: readonly Item[], key: string | undefined, lax: boolean): Item[] {
  return items.flatMap((item): Item[] => {
    if (!(item instanceof Map)) {
      if (lax) return [];
      throw itemTypeError("OBJECT", typeOf(item));
    }
    if (key === undefined) return [...item.values()];
    const value = item.get(key);
    if (value !== undefined) return [value];
    if (lax) return [];
    throw new PathError(`structural error: missing member '${key}' in JSON object`);
  });
}

function descendants(item: Item, key: string): Item[] {
  if (Array.isArray(item)) return item.flatMap((element) => descendants(element, key));
  if (!(item instanceof Map)) return [];
  const own = item.get(key);
  const below = [...item.values()].flatMap((value) => descendants(value, key));
  return own === undefined ? below : [own, ...below];
}

function elements(item: Item, subscripts: readonly Subscript[], at: Evaluation): Item[] {
  if (!Array.isArray(item) && !at.lax) throw itemTypeError("ARRAY", typeOf(item));
  const list: Item[] = Array.isArray(item) ? item : [item];
  if (subscripts.length === 0) return list;
  if (list.length === 0) {
    if (at.lax) return [];
    throw new PathError("structural error: invalid array subscript for empty array");
  }
  const inner = { ...at, last: list.length - 1 };
  return subscripts.flatMap(({ from, to }) => {
    const [start, end] = [evaluate(from, inner), to && evaluate(to, inner)];
    const first = subscript(start, "from");
    const last = end ? subscript(end, "to") : first;
    const size = BigInt(list.length);
    if (!at.lax && (first < 0n || first >= size || last < 0n || last >= size || first > last)) {
      throw new PathError(
        `structural error: invalid array subscript: [${first}, ${last}] for array of size ${size}`,
      );
    }
    const [a, b] = [first < 0n ? 0n : first, last >= size ? size - 1n : last];
    return a > b ? [] : list.slice(Number(a), Number(b) + 1);
  });
}

function subscript(items: readonly Item[], which: string): bigint {
  const [item] = items;
  if (item === undefined || items.length !== 1) {
    throw new PathError(`array subscript '${which}' value must be singleton numeric`);
  }
  if (item instanceof Scalar) {
    if (!isNumeric(item.type)) throw itemTypeError("NUMBER", typeName(item.type));
    return indexOf(item);
  }
  if (!isNumber(item)) throw itemTypeError("NUMBER", nodeType(item));
  // A number of the document is cut, not rounded.
  const value = /^-?\d+$/.test(item.number)
    ? BigInt(item.number)
    : Math.abs(Number(item.number)) < 2 ** 63
    ? BigInt(Math.trunc(Number(item.number)))
    : undefined;
  if (value === undefined || BigInt.asIntN(64, value) !== value) {
    throw new PathError(`cannot convert value ${item.number} to long`);
  }
  return value;
}

function method(name: Method, base: PathNode, at: Evaluation): Item[] {
  if (name === "size") {
    return evaluate(base, at).map((item) => {
      if (!Array.isArray(item) && !at.lax) throw itemTypeError("ARRAY", typeOf(item));
      return new Scalar(INTEGER, BigInt(Array.isArray(item) ? item.length : 1));
    });
  }
  if (name === "type") {
    return evaluate(base, at).map((item) =>
      new Scalar({ kind: "varchar", length: 27 }, kindOf(item))
    );
  }
  const items = bases(base, at);
  switch (name) {
    case "double":
      return items.map(double);
    case "ceiling":
    case "floor":
      return items.map((item) => wholeNumber(numberOf(item), name === "ceiling"));
    case "abs":
      return items.map((item) => absolute(numberOf(item)));
    case "keyvalue":
      return items.flatMap((item) => {
        if (!(item instanceof Map)) throw itemTypeError("OBJECT", typeOf(item));
        const id = { number: String(at.objects.count++) };
        return [...item].map(([key, value]) =>
          new Map([["name", key], ["value", value], ["id", id]] as const)
        );
      });
    case "datetime":
      throw new Error("datetime() is refused before it is evaluated");
  }
}

function double(item: Item): Scalar {
  if (!(item instanceof Scalar) && typeof item !== "string" && !isNumber(item)) {
    throw itemTypeError("NUMBER or TEXT", nodeType(item));
  }
  const scalar = scalarOf(item) as Scalar;
  if (isNumeric(scalar.type)) return new Scalar(DOUBLE, toNumber(scalar));
  if (typeof scalar.value !== "string") {
    throw itemTypeError("NUMBER or TEXT", typeName(scalar.type));
  }
  const value = NUMBER_UDFS.t_try_double?.call(scalar.value, "double");
  if (typeof value !== "number") throw new PathError();
  return new Scalar(DOUBLE, value);
}

function kindOf(item: Item): string {
  if (item === MISSING) throw new PathError();
  const value = item instanceof Scalar ? item.value : item;
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Map) return "object";
  return typeof value === "string" || typeof value === "boolean" ? typeof value : "number";
}
