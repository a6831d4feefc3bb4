/**
 * The policy of a form: until when it is good, and what its fields have to be.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 * @module
 */
import { Buffer } from "node:buffer";
import type { AwsError } from "../aws_error.ts";
import { s3Error } from "./errors.ts";

/** Bytes that the file may have. */
export interface FileSizes {
  least: number;
  most: number;
}

/** Fields that no condition has to name. */
const FREE = /^(x-ignore-.*|policy|signature|x-amz-signature|awsaccesskeyid|file)$/;

/**
 * Checks a form's fields against its policy.
 *
 * @param policy The policy, in base64
 * @param fields The fields by lower-case name, the bucket's name among them
 * @returns How large the file may be, where the policy says so
 * @throws {AwsError} `InvalidPolicyDocument`, and `AccessDenied` where it does not allow the form
 */
export function checkPolicy(
  policy: string,
  fields: ReadonlyMap<string, string>,
): FileSizes | undefined {
  const { expiration, conditions } = parsePolicy(policy);
  if (Date.now() > expiration) throw denied("Policy expired.");
  const named = new Set<string>(["bucket"]);
  let sizes: FileSizes | undefined;
  for (const condition of conditions) {
    const [operator, first, second] = condition;
    if (operator === "content-length-range") {
      sizes = { least: wholeNumber(first), most: wholeNumber(second) };
      continue;
    }
    if (typeof first !== "string" || !first.startsWith("$") || typeof second !== "string") {
      throw invalid(
        "Invalid Simple-Condition: Simple-Conditions must have the form " +
          "[operator, $name, value].",
      );
    }
    const name = first.slice(1).toLowerCase();
    named.add(name);
    const value = fields.get(name);
    if (value === undefined || !holds(operator, name, value, second)) {
      throw denied(`Policy Condition failed: ${spaced(condition)}`);
    }
  }
  const extra = [...fields.keys()].filter((name) => !named.has(name) && !FREE.test(name));
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(", ")}`);
  return sizes;
}

type Condition = readonly [string, unknown, unknown];

function parsePolicy(text: string): { expiration: number; conditions: Condition[] } {
  let policy: unknown;
  try {
    policy = JSON.parse(Buffer.from(text, "base64").toString());
  } catch {
    throw invalid("Invalid JSON.");
  }
  if (!isRecord(policy)) throw invalid("Invalid JSON.");
  if (policy.expiration === undefined) throw invalid("Policy missing expiration.");
  if (policy.conditions === undefined) throw invalid("Policy missing conditions.");
  const { expiration, conditions } = policy;
  // A date alone, or one without a zone, is none here, though the language reads it.
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(expiration))
    ? Date.parse(String(expiration))
    : NaN;
  if (Number.isNaN(time)) throw invalid(`Invalid 'expiration' value: '${expiration}'`);
  if (!Array.isArray(conditions)) throw invalid("Invalid 'conditions' value: must be a List.");
  return { expiration: time, conditions: conditions.flatMap(readCondition) };
}

/** `{"name": "value"}` is short for `["eq", "$name", "value"]`. */
function readCondition(condition: unknown): Condition[] {
  if (isRecord(condition)) {
    const entries = Object.entries(condition);
    if (entries.length !== 1) {
      throw invalid(
        "Invalid Simple-Condition: Simple-Conditions must have exactly one property " +
          "specified.",
      );
    }
    return entries.map(([name, value]) => ["eq", `$${name}`, value]);
  }
  const [operator, ...rest] = Array.isArray(condition) ? condition : [];
  const known = ["eq", "starts-with", "content-length-range"];
  const name = String(operator).toLowerCase();
  if (!known.includes(name) || rest.length !== 2) {
    throw invalid(`Invalid Condition: ${JSON.stringify(condition)}`);
  }
  return [[name, rest[0], rest[1]]];
}

function holds(operator: string, name: string, value: string, wanted: string): boolean {
  if (operator === "eq") return value === wanted;
  // A list of content types: each of them has to begin so.
  const values = name === "content-type" ? value.split(",").map((one) => one.trim()) : [value];
  return values.every((one) => one.startsWith(wanted));
}

function wholeNumber(value: unknown): number {
  const number = Number(value);
  if (value !== null && value !== "" && Number.isInteger(number) && number >= 0) return number;
  throw invalid(`Invalid content-length-range: ${JSON.stringify(value)} is not a whole number.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A condition as S3 shows it: `["eq", "$key", "a"]`. */
function spaced(condition: Condition): string {
  return `[${condition.map((part) => JSON.stringify(part)).join(", ")}]`;
}

function denied(words: string): AwsError {
  return s3Error("AccessDenied", {}, `Invalid according to Policy: ${words}`);
}

function invalid(words: string): AwsError {
  return s3Error("InvalidPolicyDocument", {}, `Invalid Policy: ${words}`);
}
