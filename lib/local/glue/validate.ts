/**
 * Checks requests against the shapes of the Glue API, and answers as AWS does where they do not fit.
 * @module
 */
import { AwsError } from "../aws_error.ts";

/** What a member of a request may be. */
export type Shape =
  | {
    type: "string";
    min?: number;
    max?: number;
    pattern?: RegExp;
    /** The pattern as AWS writes it. */
    patternText?: string;
    values?: readonly string[];
  }
  | { type: "integer" | "long"; min?: number; max?: number }
  | { type: "double" | "boolean" | "timestamp" | "any" }
  | { type: "list"; of: Shape; min?: number; max?: number }
  | { type: "map"; key: Shape; value: Shape; max?: number }
  | { type: "structure"; members: Record<string, Shape>; required?: readonly string[] };

/**
 * Checks a request, and takes from it what its shape knows; members that it does not know are left
 * out, as on AWS. Timestamps become dates.
 *
 * @param shape What the request must be
 * @param input The request
 * @returns What the operation works with
 * @throws {AwsError} `SerializationException` for a wrong JSON type, `ValidationException` with every
 * constraint that failed
 */
export function validate(shape: Shape, input: unknown): Record<string, unknown> {
  const failures: string[] = [];
  const value = check(shape, input, "", failures);
  if (failures.length > 0) {
    const count = failures.length;
    throw new AwsError(
      "ValidationException",
      `${count} validation error${count > 1 ? "s" : ""} detected: ${failures.join("; ")}`,
    );
  }
  return value as Record<string, unknown>;
}

function check(shape: Shape, value: unknown, path: string, failures: string[]): unknown {
  const fail = (constraint: string) => {
    const shown = value === null || value === undefined ? "null" : `'${show(value)}'`;
    failures.push(`Value ${shown} at '${path}' failed to satisfy constraint: ${constraint}`);
  };
  switch (shape.type) {
    case "any":
      return value;
    case "string":
      if (typeof value !== "string") throw wrongType(value, "String");
      checkLength(value.length, shape, fail);
      if (shape.pattern && !shape.pattern.test(value)) {
        fail(
          `Member must satisfy regular expression pattern: ${
            shape.patternText ?? shape.pattern.source
          }`,
        );
      }
      if (shape.values && !shape.values.includes(value)) {
        fail(`Member must satisfy enum value set: [${shape.values.join(", ")}]`);
      }
      return value;
    case "integer":
    case "long":
      if (typeof value !== "number") {
        throw wrongType(value, shape.type === "long" ? "Long" : "Integer");
      }
      if (shape.min !== undefined && value < shape.min) {
        fail(`Member must have value greater than or equal to ${shape.min}`);
      }
      if (shape.max !== undefined && value > shape.max) {
        fail(`Member must have value less than or equal to ${shape.max}`);
      }
      return Math.trunc(value);
    case "double":
      if (typeof value !== "number") throw wrongType(value, "Double");
      return value;
    case "boolean":
      if (typeof value !== "boolean") throw wrongType(value, "Boolean");
      return value;
    case "timestamp":
      if (typeof value !== "number") throw wrongType(value, "Timestamp");
      return new Date(value * 1000);
    case "list":
      if (!Array.isArray(value)) throw wrongStructure(value);
      checkLength(value.length, shape, fail);
      return value.map((one, index) =>
        check(shape.of, one, `${path}.${index + 1}.member`, failures)
      );
    case "map":
      return checkMap(shape, value, path, failures, fail);
    case "structure":
      return checkStructure(shape, value, path, failures);
  }
}

function checkMap(
  shape: Shape & { type: "map" },
  value: unknown,
  path: string,
  failures: string[],
  fail: (constraint: string) => void,
): Record<string, unknown> {
  if (!isObject(value)) throw wrongStructure(value);
  const entries = Object.entries(value);
  checkLength(entries.length, shape, fail);
  return Object.fromEntries(entries.map(([key, one]) => {
    check(shape.key, key, `${path}.key`, failures);
    return [key, check(shape.value, one, `${path}.${key}.member`, failures)];
  }));
}

function checkStructure(
  shape: Shape & { type: "structure" },
  value: unknown,
  path: string,
  failures: string[],
): Record<string, unknown> {
  if (!isObject(value)) throw wrongStructure(value);
  const known: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const at = path === "" ? lowerFirst(name) : `${path}.${lowerFirst(name)}`;
    const given = value[name];
    if (given !== undefined && given !== null) {
      known[name] = check(member, given, at, failures);
    } else if (shape.required?.includes(name)) {
      failures.push(
        `Value null at '${at}' failed to satisfy constraint: Member must not be null`,
      );
    }
  }
  return known;
}

function checkLength(
  length: number,
  { min, max }: { min?: number; max?: number },
  fail: (constraint: string) => void,
): void {
  if (min !== undefined && length < min) {
    fail(`Member must have length greater than or equal to ${min}`);
  }
  if (max !== undefined && length > max) {
    fail(`Member must have length less than or equal to ${max}`);
  }
}

function wrongType(value: unknown, wanted: string): AwsError {
  if (typeof value === "object") return wrongStructure(value);
  const found = typeof value === "boolean" ? `${String(value).toUpperCase()}_VALUE` : (
    typeof value === "number" ? "NUMBER_VALUE" : "STRING_VALUE"
  );
  return new AwsError("SerializationException", `${found} can not be converted to ${wanted}`);
}

function wrongStructure(value: unknown): AwsError {
  if (Array.isArray(value)) {
    return new AwsError("SerializationException", "Start of list found where not expected");
  }
  return new AwsError(
    "SerializationException",
    isObject(value)
      ? "Start of structure or map found where not expected."
      : "Unexpected field type",
  );
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (!isObject(value)) return String(value);
  return `{${Object.entries(value).map(([key, one]) => `${key}=${show(one)}`).join(", ")}}`;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
