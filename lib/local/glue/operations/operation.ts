/**
 * What an operation of the Glue API is made of, and what operations share.
 * @module
 */
import type { Crawler, Partition, Table, UserDefinedFunction } from "@aws-sdk/client-glue";
import { AwsError } from "../../aws_error.ts";
import type { ObjectStore } from "../../types.ts";
import type { GlueCatalog } from "../catalog.ts";
import type { StatisticsStore } from "../column_statistics.ts";
import type { CrawlerRunner } from "../crawler/runner.ts";
import type { CrawlerStore } from "../crawler/store.ts";
import type { FunctionStore } from "../functions.ts";
import type { IndexStore } from "../partition_indexes.ts";
import type { TagStore } from "../tag_store.ts";
import type { Shape } from "../../aws/shape.ts";

/** What operations work with. */
export interface GlueContext {
  catalog: GlueCatalog;
  crawlers: CrawlerStore;
  runner: CrawlerRunner;
  tags: TagStore;
  statistics: StatisticsStore;
  indexes: IndexStore;
  functions: FunctionStore;
  /** The buckets that crawlers are pointed at. */
  store: ObjectStore;
}

/** An operation: the shape of its request, and what it does. */
export interface Operation {
  input: Shape;
  run: (context: GlueContext, input: Record<string, unknown>) => unknown;
}

/**
 * Makes an operation. The request is checked against the shape before it is run, so that the type of
 * its input holds.
 *
 * @typeParam Input The SDK's type of the request
 * @typeParam Output The SDK's type of the answer
 */
export function operation<Input, Output>(
  input: Shape,
  run: (context: GlueContext, input: Input) => Output,
): Operation {
  return { input, run: (context, checked) => run(context, checked as Input) };
}

/** The error of something that already exists. */
export function alreadyExists(what: string): AwsError {
  return new AwsError("AlreadyExistsException", `${what} already exists.`);
}

/** The error of something that does not exist. */
export function notFound(message: string): AwsError {
  return new AwsError("EntityNotFoundException", message);
}

/** The error of a request that makes no sense. */
export function invalid(message: string): AwsError {
  return new AwsError("InvalidInputException", message);
}

/** Makes sure that a database exists. */
export function requireDatabase(context: GlueContext, name: string): void {
  if (context.catalog.database(name) === undefined) throw notFound(`Database ${name} not found.`);
}

/** Gives a table, where it and its database exist. */
export function requireTable(context: GlueContext, database: string, name: string): Table {
  requireDatabase(context, database);
  const table = context.catalog.table(database, name);
  if (table === undefined) throw notFound(`Table ${name} not found.`);
  return table;
}

/** Gives a partition, where it, its table and its database exist. */
export function requirePartition(
  context: GlueContext,
  database: string,
  table: string,
  values: readonly string[],
): Partition {
  requireTable(context, database, table);
  const partition = context.catalog.partition(database, table, values);
  if (partition === undefined) throw notFound("Cannot find partition.");
  return partition;
}

/** Gives a user-defined function, where it and its database exist. */
export function requireFunction(
  context: GlueContext,
  database: string,
  name: string,
): UserDefinedFunction {
  requireDatabase(context, database);
  const found = context.functions.get(database, name);
  if (found === undefined) throw notFound("Cannot find function.");
  return found;
}

/** Gives a crawler, where it exists. */
export function requireCrawler(context: GlueContext, name: string): Crawler {
  const crawler = context.crawlers.get(name);
  if (crawler === undefined) throw notFound(`Crawler with name ${name} does not exist`);
  return crawler;
}

/** A crawler as AWS shows it: its definition with its state. */
export function crawlerView({ runner }: GlueContext, crawler: Crawler): Crawler {
  const name = crawler.Name ?? "";
  return { ...crawler, State: runner.state(name), CrawlElapsedTime: runner.elapsed(name) };
}

/** A page of a list that is in memory. */
export interface Page<T> {
  items: T[];
  token: { NextToken?: string };
}

/**
 * Cuts a page out of a list.
 *
 * @param all The whole list
 * @param input Request with `MaxResults` and `NextToken`
 * @param size Items of a page where the request does not say
 * @returns The page, and the token of the next one where there is one
 */
export function pageOf<T>(
  all: readonly T[],
  input: { MaxResults?: number | undefined; NextToken?: string | undefined },
  size = 100,
): Page<T> {
  const start = input.NextToken ? Number(decodeToken(input.NextToken)) : 0;
  if (!Number.isInteger(start) || start < 0) throw invalid("Invalid NextToken.");
  const end = start + (input.MaxResults ?? size);
  return {
    items: all.slice(start, end),
    token: end < all.length ? { NextToken: encodeToken(String(end)) } : {},
  };
}

/** Hides a place in a list in a token. */
export function encodeToken(place: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(place)));
}

/** Reads the place in a list out of a token. */
export function decodeToken(token: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(token), (char) => char.charCodeAt(0)));
  } catch (error) {
    if (error instanceof DOMException) throw invalid("Invalid NextToken.");
    throw error;
  }
}
