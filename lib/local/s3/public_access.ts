/**
 * What S3 takes for public, and what it refuses because of it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 * @module
 */
import { CALLER_ARN } from "../account.ts";
import type { AwsError } from "../aws_error.ts";
import { s3Error } from "./errors.ts";

/** Canned ACLs that grant something to everybody, or to everybody with an AWS account. */
const PUBLIC_ACLS = ["public-read", "public-read-write", "authenticated-read"];

/** Groups in grants that are everybody, or everybody with an AWS account. */
const PUBLIC_GROUPS = /groups\/global\/(?:AllUsers|AuthenticatedUsers)/;

/** Keys of conditions that keep the public out, where their values are fixed. */
const LIMITING_KEYS = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
]);

/** Bits of the smallest networks that are taken for everybody: IPv4, IPv6. */
const WIDEST_NETWORK = { v4: 8, v6: 32 };

/** A statement of a policy, as far as it tells who is let in. */
interface Statement {
  Effect?: unknown;
  Principal?: unknown;
  NotPrincipal?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

/**
 * Tells whether a bucket's policy lets the public in: whether a statement allows something to others
 * than fixed principals, and no condition holds it to fixed accounts, networks or resources.
 *
 * @param policy The policy's document
 * @returns Whether S3 takes it for public
 */
export function isPublicPolicy(policy: { Statement?: unknown }): boolean {
  return listed(policy.Statement).some((statement) => isPublic(statement as Statement));
}

/**
 * Tells whether a request asks for an ACL that lets the public in.
 *
 * @param headers The request's headers
 * @param document The ACL in its body
 * @returns Whether S3 takes it for public
 */
export function isPublicAcl(headers: Headers, document: string): boolean {
  return PUBLIC_ACLS.includes(headers.get("x-amz-acl") ?? "") || PUBLIC_GROUPS.test(document) ||
    [...headers].some(([name, value]) =>
      name.startsWith("x-amz-grant-") && PUBLIC_GROUPS.test(value)
    );
}

/**
 * Makes the error of what Block Public Access refuses.
 *
 * @param action What the client wanted, such as `s3:PutBucketPolicy`
 * @param resource Bucket, or bucket and key
 * @param setting The setting that refuses it
 * @returns The error to throw
 */
export function blockedByPublicAccess(
  action: string,
  resource: string,
  setting: "BlockPublicAcls" | "BlockPublicPolicy",
): AwsError {
  const what = setting === "BlockPublicAcls" ? "ACLs" : "policies";
  const words = `User: ${CALLER_ARN} is not authorized to perform: ${action} on resource: ` +
    `"arn:aws:s3:::${resource}" because public ${what} are prevented by the ${setting} setting ` +
    "in S3 Block Public Access.";
  return s3Error("AccessDenied", {}, words);
}

function isPublic(statement: Statement): boolean {
  if (statement.Effect !== "Allow") return false;
  if (statement.NotPrincipal === undefined && principals(statement.Principal).every(isFixed)) {
    return false;
  }
  return !Object.entries(statement.Condition ?? {}).some(([operator, conditions]) =>
    Object.entries(conditions).some(([key, value]) => limits(operator, key, listed(value)))
  );
}

function principals(principal: unknown): unknown[] {
  if (typeof principal !== "object" || principal === null) return listed(principal ?? "*");
  return Object.values(principal).flatMap(listed);
}

/** Whether a condition holds a statement to a few: it says what must be, not what must not. */
function limits(operator: string, key: string, values: unknown[]): boolean {
  const test = operator.replace(/^For(?:Any|All)Values:/, "");
  if (/^(?:StringNot|ArnNot|NotIp)|IfExists$|^Null$/.test(test)) return false;
  const name = key.toLowerCase();
  if (name === "aws:sourceip") return test === "IpAddress" && values.every(isNarrow);
  return LIMITING_KEYS.has(name) && values.every(isFixed);
}

/** A value is fixed that has no wildcard and no variable. */
function isFixed(value: unknown): boolean {
  return typeof value === "string" && !/[*?]|\$\{/.test(value);
}

function isNarrow(network: unknown): boolean {
  if (typeof network !== "string") return false;
  const [address = "", bits] = network.split("/");
  const widest = address.includes(":") ? WIDEST_NETWORK.v6 : WIDEST_NETWORK.v4;
  return bits === undefined || Number(bits) >= widest;
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
