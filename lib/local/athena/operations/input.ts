/**
 * Checks inputs, and words Athena's errors.
 * @module
 */
import { Buffer } from "node:buffer";
import { AwsError } from "../../aws_error.ts";
import type { Input } from "../context.ts";

/** Athena's error of a request that cannot be met. */
export function invalidRequest(message: string, code = "INVALID_INPUT"): AwsError {
  return new AwsError("InvalidRequestException", message, 400, {
    AthenaErrorCode: code,
    ErrorCode: code,
  });
}

/** The words of Glue's error for what it does not have, as Athena passes them on. */
export function entityNotFound(what: string): string {
  return `${what} (Service: AmazonDataCatalog; Status Code: 400; ` +
    `Error Code: EntityNotFoundException; Request ID: ${crypto.randomUUID()}; Proxy: null)`;
}

/** A member that must be there. */
export function requiredText(input: Input, name: string): string {
  const value = input[name];
  if (typeof value === "string" && value !== "") return value;
  throw invalidRequest(
    `1 validation error detected: Value ${
      value === undefined || value === null ? "null" : `'${String(value)}'`
    } at '${name.charAt(0).toLowerCase()}${
      name.slice(1)
    }' failed to satisfy constraint: Member must not be null`,
  );
}

/** A member that may be there. */
export function optionalText(input: Input, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw invalidRequest(`${name} is not a string`);
}

/** A member that is a structure, or none. */
export function structure(input: Input, name: string): Input {
  const value = input[name];
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Input;
  throw invalidRequest(`${name} is not a structure`);
}

/** A member that is a list of strings, or none. */
export function texts(input: Input, name: string): string[] {
  const value = input[name];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return value as string[];
  }
  throw invalidRequest(`${name} is not a list of strings`);
}

/** How many results a page may have. */
export function maxResults(input: Input, most: number, least = 1, otherwise = most): number {
  const value = input["MaxResults"];
  if (value === undefined || value === null) return otherwise;
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) {
    return value;
  }
  const edge = typeof value === "number" && value > most
    ? `less than or equal to ${most}`
    : `greater than or equal to ${least}`;
  throw invalidRequest(
    "1 validation error detected: Value at 'maxResults' failed to satisfy constraint: " +
      `Member must have value ${edge}`,
  );
}

/** Position that a page's token stands for. */
export function tokenPosition(input: Input): number {
  const token = optionalText(input, "NextToken");
  if (token === undefined) return 0;
  const position = Number(Buffer.from(token, "base64").toString());
  // A token that was given is the only text of its position.
  if (!Number.isSafeInteger(position) || position < 0 || tokenOf(position) !== token) {
    throw invalidRequest(`Malformed nextPageToken ${token}`);
  }
  return position;
}

/** Token of the page that begins at a position. */
export function tokenOf(position: number): string {
  return btoa(String(position));
}

/** One page of a list. */
export function page<T>(items: readonly T[], input: Input, most: number): {
  items: T[];
  next: { NextToken?: string };
} {
  const from = tokenPosition(input);
  const size = maxResults(input, most);
  const end = from + size;
  return {
    items: items.slice(from, end),
    next: end < items.length ? { NextToken: tokenOf(end) } : {},
  };
}
