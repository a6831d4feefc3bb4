/**
 * The types a crawler infers, how two of them become one, and how they are written in the catalog.
 * @module
 */

/** A type of the Data Catalog, as found in the data. */
export type GlueType =
  /** Nothing but null has been seen. */
  | { kind: "null" }
  /** A scalar, by its Hive name: `int`, `bigint`, `double`, `boolean`, `string`, `decimal(10,2)` … */
  | { kind: "scalar"; name: string }
  | { kind: "array"; element: GlueType }
  | { kind: "map"; key: GlueType; value: GlueType }
  /** Fields by name, in the order first seen; the names keep their case. */
  | { kind: "struct"; fields: Map<string, GlueType> };

/** Nothing but null, and the element of an empty array. */
export const NULL: GlueType = { kind: "null" };

/** The type that any two scalars that do not fit together become. */
export const STRING: GlueType = { kind: "scalar", name: "string" };

/** Numbers, from the narrowest to the widest. */
const NUMBERS = ["tinyint", "smallint", "int", "bigint", "float", "double"];

const scalars = new Map<string, GlueType>([["string", STRING]]);

/** Gives the type of a scalar by its Hive name. */
export function scalar(name: string): GlueType {
  let type = scalars.get(name);
  if (type === undefined) {
    type = { kind: "scalar", name };
    scalars.set(name, type);
  }
  return type;
}

/**
 * Gives the type that holds the values of two: null gives way, numbers widen, structs get each
 * other's fields, and what does not fit together is a string.
 *
 * @param a Type seen first
 * @param b Type seen after it
 * @returns The type for both
 */
export function mergeTypes(a: GlueType, b: GlueType): GlueType {
  if (a === b || b.kind === "null") return a;
  if (a.kind === "null") return b;
  if (a.kind === "scalar" && b.kind === "scalar") return mergeScalars(a.name, b.name);
  if (a.kind === "array" && b.kind === "array") {
    const element = mergeTypes(a.element, b.element);
    return element === a.element ? a : { kind: "array", element };
  }
  if (a.kind === "map" && b.kind === "map") {
    return { kind: "map", key: mergeTypes(a.key, b.key), value: mergeTypes(a.value, b.value) };
  }
  if (a.kind === "struct" && b.kind === "struct") return mergeStructs(a, b);
  return STRING;
}

/**
 * Whether values of two types can stand in one column without becoming strings.
 *
 * @param a One type
 * @param b Another
 */
export function compatible(a: GlueType, b: GlueType): boolean {
  if (a === b || a.kind === "null" || b.kind === "null") return true;
  if (a.kind === "scalar" && b.kind === "scalar") {
    return a.name === b.name || (NUMBERS.includes(a.name) && NUMBERS.includes(b.name));
  }
  if (a.kind === "array" && b.kind === "array") return compatible(a.element, b.element);
  return a.kind === b.kind;
}

/**
 * Writes a type as the Data Catalog does, such as `array<struct<a:int,b:string>>`. What was always
 * null, or always an empty array, is a string.
 *
 * @param type Type to write
 * @returns Its Hive name
 */
export function typeName(type: GlueType): string {
  switch (type.kind) {
    case "null":
      return "string";
    case "scalar":
      return type.name;
    case "array":
      return type.element.kind === "null" ? "string" : `array<${typeName(type.element)}>`;
    case "map":
      return `map<${typeName(type.key)},${typeName(type.value)}>`;
    case "struct": {
      const fields = Array.from(type.fields, ([name, field]) => `${name}:${typeName(field)}`);
      return fields.length === 0 ? "string" : `struct<${fields.join(",")}>`;
    }
  }
}

/**
 * Reads a type as the Data Catalog writes it.
 *
 * @param name Hive name, such as `array<int>`
 * @returns The type; what is not understood stays a scalar of that name
 */
export function parseTypeName(name: string): GlueType {
  const text = name.trim();
  const inner = /^(array|map|struct)<(.*)>$/is.exec(text);
  if (inner === null) return scalar(text.toLowerCase());
  const parts = splitTopLevel(inner[2] ?? "");
  switch (inner[1]?.toLowerCase()) {
    case "array":
      return { kind: "array", element: parseTypeName(inner[2] ?? "") };
    case "map":
      return {
        kind: "map",
        key: parseTypeName(parts[0] ?? "string"),
        value: parseTypeName(parts.slice(1).join(",") || "string"),
      };
    default:
      return {
        kind: "struct",
        fields: new Map(parts.map((part) => {
          const colon = part.indexOf(":");
          return [part.slice(0, colon).trim(), parseTypeName(part.slice(colon + 1))];
        })),
      };
  }
}

function mergeScalars(a: string, b: string): GlueType {
  if (a === b) return scalar(a);
  const widest = Math.max(NUMBERS.indexOf(a), NUMBERS.indexOf(b));
  const bothNumbers = NUMBERS.includes(a) && NUMBERS.includes(b);
  if (!bothNumbers) return STRING;
  const name = NUMBERS[widest] ?? "double";
  return scalar(name === "float" ? "double" : name);
}

function mergeStructs(
  a: GlueType & { kind: "struct" },
  b: GlueType & { kind: "struct" },
): GlueType {
  let fields: Map<string, GlueType> | undefined;
  for (const [name, type] of b.fields) {
    const before = a.fields.get(name);
    const after = before === undefined ? type : mergeTypes(before, type);
    if (after === before) continue;
    fields ??= new Map(a.fields);
    fields.set(name, after);
  }
  return fields === undefined ? a : { kind: "struct", fields };
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "<" || char === "(") depth++;
    else if (char === ">" || char === ")") depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}
