/**
 * Checks requests against the shapes of a service's API, and answers as AWS does where they do not
 * fit.
 * @module
 */
import { AwsError } from "../aws_error.ts";
import { isExactInteger } from "./wire_json.ts";

/** How a service tells of constraints that a request does not meet. */
export interface ConstraintWords {
  /** Whether it says which value is at fault. */
  showsValues: boolean;
  /** Makes its error of all of them. */
  error: (message: string) => AwsError;
}

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
 * @param words How the service tells of it
 * @returns What the operation works with
 * @throws {AwsError} `SerializationException` for a wrong JSON type, and the service's own error with
 * every constraint that failed
 */
export function validate(
  shape: Shape,
  input: unknown,
  words: ConstraintWords,
): Record<string, unknown> {
  const failures: string[] = [];
  const value = check(shape, input, "", (path, constraint, failed) => {
    const shown = failed === undefined ? " null" : words.showsValues ? ` '${show(failed)}'` : "";
    failures.push(`Value${shown} at '${path}' failed to satisfy constraint: ${constraint}`);
  });
  if (failures.length > 0) {
    const count = failures.length;
    throw words.error(
      `${count} validation error${count > 1 ? "s" : ""} detected: ${failures.join("; ")}`,
    );
  }
  return value as Record<string, unknown>;
}

/** Takes a constraint that a value at a path does not meet. */
type Failures = (path: string, constraint: string, value?: unknown) => void;

function check(shape: Shape, given: unknown, path: string, failures: Failures): unknown {
  if (isExactInteger(given)) {
    // A long keeps its digits; for anything else the value is near enough.
    const rounded = check(shape, Number(given.rawJSON), path, failures);
    return shape.type === "long" || shape.type === "any" ? given : rounded;
  }
  return checkValue(shape, given, path, failures);
}

function checkValue(shape: Shape, value: unknown, path: string, failures: Failures): unknown {
  const fail = (constraint: string) => failures(path, constraint, value);
  switch (shape.type) {
    case "any":
      return value;
    case "string":
      if (typeof value !== "string") throw wrongType(value, "a String");
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
        throw wrongType(value, shape.type === "long" ? "a Long" : "an Integer");
      }
      if (shape.min !== undefined && value < shape.min) {
        fail(`Member must have value greater than or equal to ${shape.min}`);
      }
      if (shape.max !== undefined && value > shape.max) {
        fail(`Member must have value less than or equal to ${shape.max}`);
      }
      return Math.trunc(value);
    case "double":
      if (typeof value !== "number") throw wrongType(value, "a Double");
      return value;
    case "boolean":
      if (typeof value !== "boolean") throw wrongType(value, "a Boolean");
      return value;
    case "timestamp":
      if (typeof value !== "number") throw wrongType(value, "a Timestamp");
      return new Date(value * 1000);
    case "list":
      if (!Array.isArray(value)) throw wrongStructure(value, "Expected list or null");
      checkLength(value.length, shape, fail);
      return value.filter((one) => one !== null).map((one, index) =>
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
  failures: Failures,
  fail: (constraint: string) => void,
): Record<string, unknown> {
  if (!isObject(value)) throw wrongStructure(value, "Expected null");
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
  failures: Failures,
): Record<string, unknown> {
  if (!isObject(value)) throw wrongStructure(value, "Expected null");
  const known: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const at = path === "" ? lowerFirst(name) : `${path}.${lowerFirst(name)}`;
    const given = value[name];
    if (given !== undefined && given !== null) {
      known[name] = check(member, given, at, failures);
    } else if (shape.required?.includes(name)) {
      failures(at, "Member must not be null");
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
  const found = typeof value === "boolean" ? `${String(value).toUpperCase()}_VALUE` : (
    typeof value === "number" ? "NUMBER_VALUE" : "STRING_VALUE"
  );
  return wrongStructure(value, `${found} can not be converted to ${wanted}`);
}

/** Error of a list or a structure, or of a value that is neither. */
function wrongStructure(value: unknown, otherwise: string): AwsError {
  const message = Array.isArray(value)
    ? "Start of list found where not expected"
    : isObject(value)
    ? "Start of structure or map found where not expected."
    : otherwise;
  return new AwsError("SerializationException", message);
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
