/**
 * The parsed form of a JSON path.
 * @module
 */
import type { Type } from "../../types/types.ts";

/** What a path's methods are called. */
export type Method =
  | "abs"
  | "ceiling"
  | "datetime"
  | "double"
  | "floor"
  | "keyvalue"
  | "size"
  | "type";

/** Arithmetic, by the name that messages have. */
export type Operator = "ADD" | "SUBTRACT" | "MULTIPLY" | "DIVIDE" | "MODULUS";

/** A subscript of an array: one index, or a range. */
export interface Subscript {
  from: PathNode;
  to?: PathNode;
}

/** A part of a path; each gives a sequence of items. */
export type PathNode =
  | { kind: "context" | "current" | "last" | "null" }
  | { kind: "variable"; name: string }
  | { kind: "literal"; type: Type; value: bigint | number | string | boolean }
  /** `key` is missing from `.*`. */
  | { kind: "member"; base: PathNode; key?: string }
  | { kind: "descendant"; base: PathNode; key: string }
  /** `[*]` has no subscripts. */
  | { kind: "elements"; base: PathNode; subscripts: Subscript[] }
  | { kind: "filter"; base: PathNode; test: Predicate }
  | { kind: "method"; base: PathNode; name: Method }
  | { kind: "unary"; sign: "+" | "-"; base: PathNode }
  | { kind: "binary"; operator: Operator; left: PathNode; right: PathNode };

/** A condition of a filter. */
export type Predicate =
  | { kind: "and" | "or"; left: Predicate; right: Predicate }
  | { kind: "not" | "unknown"; test: Predicate }
  | { kind: "exists"; path: PathNode }
  | { kind: "compare"; operator: string; left: PathNode; right: PathNode }
  | { kind: "starts"; whole: PathNode; prefix: PathNode }
  | { kind: "like"; path: PathNode };

/** A whole path. */
export interface JsonPath {
  lax: boolean;
  root: PathNode;
}
