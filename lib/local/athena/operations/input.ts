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

/** A member that must be there; requests were held against their shapes. */
export function requiredText(input: Input, name: string): string {
  return input[name] as string;
}

/** A member that may be there. */
export function optionalText(input: Input, name: string): string | undefined {
  return input[name] as string | undefined;
}

/** A member that is a structure, or none. */
export function structure(input: Input, name: string): Input {
  return (input[name] ?? {}) as Input;
}

/** A member that is a list of strings, or none. */
export function texts(input: Input, name: string): string[] {
  return (input[name] ?? []) as string[];
}

/** How many results a page may have. */
export function maxResults(input: Input, otherwise: number): number {
  return (input["MaxResults"] ?? otherwise) as number;
}

/** Position that a page's token stands for; `malformed` begins what is said of another text. */
export function tokenPosition(input: Input, malformed: string): number {
  const token = optionalText(input, "NextToken");
  if (token === undefined) return 0;
  const position = Number(Buffer.from(token, "base64").toString());
  // A token that was given is the only text of its position.
  if (!Number.isSafeInteger(position) || position < 0 || tokenOf(position) !== token) {
    throw invalidRequest(malformed + token);
  }
  return position;
}

/** Token of the page that begins at a position. */
export function tokenOf(position: number): string {
  return btoa(String(position));
}

/** What is said of a token of a list that no page gave. */
export const MALFORMED_TOKEN = "The nextPageToken is malformed: ";

/** One page of a list. */
export function page<T>(items: readonly T[], input: Input, otherwise: number): {
  items: T[];
  next: { NextToken?: string };
} {
  const from = tokenPosition(input, MALFORMED_TOKEN);
  const end = from + maxResults(input, otherwise);
  return {
    items: items.slice(from, end),
    next: end < items.length ? { NextToken: tokenOf(end) } : {},
  };
}
