/**
 * Signatures of functions, written as the documentation writes them: `(array(T), T) -> boolean`.
 * @module
 */
import { coercible, commonType, decimalOf } from "../types/coerce.ts";
import { isInteger, sameType, type Type, UNKNOWN, VARCHAR } from "../types/types.ts";

/** A type of a signature: a variable, or a type whose parts may be variables. */
export type Pattern =
  | { variable: string }
  | { name: string; args: Pattern[] }
  | { anyDecimal: string };

/** A signature. */
export interface Signature {
  args: Pattern[];
  /** Whether the last argument may come any number of times. */
  variadic: boolean;
  result: Pattern;
}

/** What the variables of a signature stand for in one call. */
export type Bindings = Map<string, Type>;

/**
 * Reads a signature. Upper-case letters are variables; `varchar(x)` keeps its argument's length;
 * `decimal` is any decimal.
 */
export function parseSignature(text: string): Signature {
  const parts = /^\((.*)\) -> (.+)$/.exec(text);
  if (!parts) throw new Error(`not a signature: ${text}`);
  const list = splitTop(parts[1] as string);
  const variadic = list.at(-1)?.endsWith("...") ?? false;
  return {
    args: list.map((arg) => parsePattern(arg.replace(/\.\.\.$/, ""))),
    variadic,
    result: parsePattern(parts[2] as string),
  };
}

function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const char of text) {
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (char === "," && depth === 0) {
      parts.push(part.trim());
      part = "";
    } else part += char;
  }
  if (part.trim()) parts.push(part.trim());
  return parts;
}

function parsePattern(text: string): Pattern {
  if (/^[A-Z]\d?$/.test(text)) return { variable: text };
  const decimal = /^decimal(\w*)$/.exec(text);
  if (decimal) return { anyDecimal: `decimal${decimal[1]}` };
  const found = /^([a-z][a-z ]*)\((.*)\)(.*)$/.exec(text);
  if (!found) return { name: text, args: [] };
  const name = (found[1] as string) + (found[3] as string);
  if (["varchar", "char", "time", "timestamp", "timestamp with time zone"].includes(name)) {
    return { name: `${name}*`, args: [] };
  }
  return { name, args: splitTop(found[2] as string).map(parsePattern) };
}

/**
 * Fits an argument's type to a pattern, and notes what variables stand for.
 *
 * @returns How far the argument has to be converted, or nothing where it does not fit
 */
export function match(pattern: Pattern, type: Type, bindings: Bindings): number | undefined {
  if ("variable" in pattern) {
    const bound = bindings.get(pattern.variable);
    if (!bound) {
      bindings.set(pattern.variable, type);
      return 0;
    }
    const common = commonType(bound, type);
    if (!common) return undefined;
    bindings.set(pattern.variable, common);
    return sameType(bound, type) ? 0 : 1;
  }
  if ("anyDecimal" in pattern) {
    if (type.kind === "unknown") {
      bindings.set(pattern.anyDecimal, { kind: "decimal", precision: 1, scale: 0 });
      return 1;
    }
    if (type.kind !== "decimal" && !isInteger(type)) return undefined;
    bindings.set(pattern.anyDecimal, decimalOf(type));
    return type.kind === "decimal" ? 0 : 3;
  }
  if (type.kind === "unknown") {
    // Of a NULL whose type is not known the engine makes a text of no characters.
    const isText = pattern.name === "varchar*" && !bindings.has(pattern.name);
    if (isText) bindings.set(pattern.name, { kind: "varchar", length: 0 });
    return 1;
  }
  switch (pattern.name) {
    case "array":
      return type.kind === "array"
        ? match(pattern.args[0] as Pattern, type.element, bindings)
        : undefined;
    case "map": {
      if (type.kind !== "map") return undefined;
      const key = match(pattern.args[0] as Pattern, type.key, bindings);
      const value = match(pattern.args[1] as Pattern, type.value, bindings);
      return key === undefined || value === undefined ? undefined : key + value;
    }
    case "row": {
      if (type.kind !== "row" || type.fields.length !== pattern.args.length) return undefined;
      let cost = 0;
      for (const [i, field] of type.fields.entries()) {
        const one = match(pattern.args[i] as Pattern, field.type, bindings);
        if (one === undefined) return undefined;
        cost += one;
      }
      return cost;
    }
    case "function":
      return undefined;
    case "varchar*":
      if (type.kind !== "varchar") return undefined;
      bindings.set("varchar*", type);
      return 0;
    case "char*":
      if (type.kind !== "char") return undefined;
      bindings.set("char*", type);
      bindings.set("varchar*", { kind: "varchar", length: type.length });
      return 0;
    case "time*":
      if (type.kind !== "time") return undefined;
      bindings.set(pattern.name, type);
      return 0;
    case "timestamp*":
      if (type.kind !== "timestamp" && type.kind !== "date") return undefined;
      bindWider(
        pattern.name,
        type.kind === "date" ? { kind: "timestamp", precision: 0 } : type,
        bindings,
      );
      return type.kind === "date" ? 2 : 0;
    case "timestamp with time zone*": {
      const kind = "timestamp with time zone";
      if (type.kind !== kind && type.kind !== "date" && type.kind !== "timestamp") return undefined;
      const precision = type.kind === kind || type.kind === "timestamp" ? type.precision : 0;
      bindWider(
        pattern.name,
        type.kind === kind ? type : { kind, precision, zone: "UTC" },
        bindings,
      );
      return type.kind === kind ? 0 : 3;
    }
    default: {
      const wanted = instantiate(pattern, bindings);
      if (sameType(type, wanted)) return 0;
      if (!coercible(type, wanted)) return undefined;
      return wanted.kind === type.kind ? 0.5 : distance(type, wanted);
    }
  }
}

/** Notes that a variable stands for what its arguments so far and another one have in common. */
function bindWider(name: string, type: Type, bindings: Bindings): void {
  const bound = bindings.get(name);
  bindings.set(name, bound ? commonType(bound, type) ?? type : type);
}

const ORDER = ["tinyint", "smallint", "integer", "bigint", "decimal", "real", "double"];

function distance(from: Type, to: Type): number {
  const [a, b] = [ORDER.indexOf(from.kind), ORDER.indexOf(to.kind)];
  return a >= 0 && b >= 0 ? b - a : 1;
}

/** The type a pattern stands for, once its variables are known. */
export function instantiate(pattern: Pattern, bindings: Bindings): Type {
  if ("variable" in pattern) return bindings.get(pattern.variable) ?? UNKNOWN;
  if ("anyDecimal" in pattern) return bindings.get(pattern.anyDecimal) ?? UNKNOWN;
  const inner = (i: number) => instantiate(pattern.args[i] as Pattern, bindings);
  switch (pattern.name) {
    case "array":
      return { kind: "array", element: inner(0) };
    case "map":
      return { kind: "map", key: inner(0), value: inner(1) };
    case "row":
      return { kind: "row", fields: pattern.args.map((_, i) => ({ type: inner(i) })) };
    case "varchar":
      return VARCHAR;
    case "varchar*":
      return bindings.get("varchar*") ?? VARCHAR;
    case "char*":
      return bindings.get("char*") ?? { kind: "char", length: 1 };
    case "time*":
      return bindings.get("time*") ?? { kind: "time", precision: 3 };
    case "timestamp":
    case "timestamp*":
      return bindings.get("timestamp*") ?? { kind: "timestamp", precision: 3 };
    case "timestamp with time zone":
    case "timestamp with time zone*":
      return bindings.get("timestamp with time zone*") ??
        { kind: "timestamp with time zone", precision: 3, zone: "UTC" };
    case "function":
      return {
        kind: "function",
        args: pattern.args.slice(0, -1).map((_, i) => inner(i)),
        result: inner(pattern.args.length - 1),
      };
    default:
      return { kind: pattern.name } as Type;
  }
}
