/**
 * Which types the parts of a JSON path have, where they can be known beforehand, and what is wrong
 * with it.
 * @module
 */
import { BOOLEAN, DOUBLE, INTEGER, isNumeric, type Type, typeName } from "../../types/types.ts";
import type { JsonPath, PathNode, Predicate } from "./ast.ts";
import { arithmeticType, SIGNS } from "./numbers.ts";

/** A path that can be parsed, and yet is none; the code is the engine's. */
export class PathFault extends Error {
  constructor(message: string, readonly code = "INVALID_PATH") {
    super(message);
  }
}

/**
 * The type of what a path finds.
 *
 * @param path The path
 * @param names Names of the values that are passed
 * @returns The type, or nothing where it is known only once the path is evaluated
 * @throws {PathFault}
 */
export function pathType(path: JsonPath, names: readonly string[]): Type | undefined {
  return typeOf(path.root, names);
}

function typeOf(node: PathNode, names: readonly string[]): Type | undefined {
  const inner = (part: PathNode) => typeOf(part, names);
  switch (node.kind) {
    case "context":
    case "current":
    case "null":
      return undefined;
    case "last":
      return INTEGER;
    case "literal":
      return node.type;
    case "variable": {
      if (names.includes(node.name)) return undefined;
      const like = names.some((name) => name.toLowerCase() === node.name.toLowerCase());
      const hint = like ? `. Try quoting "${node.name}" in the PASSING clause to match case` : "";
      throw new PathFault(`no value passed for parameter ${node.name}${hint}`);
    }
    case "member":
    case "descendant":
      inner(node.base);
      return undefined;
    case "elements":
      inner(node.base);
      for (const { from, to } of node.subscripts) {
        inner(from);
        if (to) inner(to);
      }
      return undefined;
    case "filter": {
      const type = inner(node.base);
      checkPredicate(node.test, names);
      return type;
    }
    case "unary": {
      const type = inner(node.base);
      if (!type || isNumeric(type)) return type;
      const name = typeName(type);
      throw new PathFault(
        node.sign === "+"
          ? `Invalid operand type (${name}) in JSON path arithmetic unary expression`
          : `invalid operand type (${name}) in JSON path arithmetic unary expression: Cannot negate ${name}`,
      );
    }
    case "binary": {
      const [a, b] = [inner(node.left), inner(node.right)];
      if (!a || !b) return undefined;
      const type = arithmeticType(node.operator, a, b);
      if (type) return type;
      const [left, right] = [typeName(a), typeName(b)];
      throw new PathFault(
        `invalid operand types (${left} and ${right}) in JSON path arithmetic binary expression: ` +
          `Cannot apply operator: ${left} ${SIGNS[node.operator]} ${right}`,
      );
    }
    case "method":
      return methodType(node, inner(node.base));
  }
}

function methodType(
  { name }: Extract<PathNode, { kind: "method" }>,
  base: Type | undefined,
): Type | undefined {
  switch (name) {
    case "size":
      return INTEGER;
    case "type":
      return { kind: "varchar", length: 27 };
    case "keyvalue":
      return undefined;
    case "datetime":
      if (base && base.kind !== "varchar") {
        throw new PathFault(
          `JSON path datetime() method requires character string argument (found ${
            typeName(base)
          })`,
        );
      }
      throw new PathFault("datetime method in JSON path is not yet supported", "NOT_SUPPORTED");
    case "double":
      if (!base || isNumeric(base) || base.kind === "varchar") return DOUBLE;
      throw new PathFault(
        `cannot perform JSON path double() method with ${typeName(base)} argument`,
      );
    default: {
      if (!base) return undefined;
      if (isNumeric(base)) {
        if (base.kind !== "decimal" || name === "abs") return base;
        const precision = base.precision - base.scale + Math.min(base.scale, 1);
        return { kind: "decimal", precision, scale: 0 };
      }
      throw new PathFault(
        `cannot perform JSON path ${name}() method with ${typeName(base)} argument: ` +
          `Unexpected parameters (${typeName(base)}) for function ${name}`,
      );
    }
  }
}

function checkPredicate(test: Predicate, names: readonly string[]): Type {
  switch (test.kind) {
    case "and":
    case "or":
      checkPredicate(test.left, names);
      return checkPredicate(test.right, names);
    case "not":
    case "unknown":
      return checkPredicate(test.test, names);
    case "exists":
      typeOf(test.path, names);
      return BOOLEAN;
    case "compare":
      typeOf(test.left, names);
      typeOf(test.right, names);
      return BOOLEAN;
    case "starts":
      typeOf(test.whole, names);
      typeOf(test.prefix, names);
      return BOOLEAN;
    case "like":
      throw new PathFault(
        "like_regex predicate in JSON path is not yet supported",
        "NOT_SUPPORTED",
      );
  }
}
