/**
 * Amazon Resource Names of the embedded Glue.
 * @module
 */
import { ACCOUNT_ID } from "./catalog.ts";
import { type GlueContext, invalid, notFound } from "./operations/operation.ts";

const PREFIX = `arn:aws:glue:us-east-1:${ACCOUNT_ID}`;

/** Who the embedded stack's callers are. */
export const CALLER_ARN = `arn:aws:iam::${ACCOUNT_ID}:root`;

/** ARN of a database. */
export function databaseArn(name: string): string {
  return `${PREFIX}:database/${name.toLowerCase()}`;
}

/** ARN of a crawler. */
export function crawlerArn(name: string): string {
  return `${PREFIX}:crawler/${name}`;
}

/**
 * Makes sure that what an ARN names exists.
 *
 * @throws {AwsError} `InvalidInputException` for what is no ARN of a database or crawler,
 * `EntityNotFoundException` for one that does not exist
 */
export function requireResource({ catalog, crawlers }: GlueContext, arn: string): void {
  const [, type = "", name = ""] = /^arn:[^:]*:glue:[^:]*:[^:]*:([^/]+)\/(.+)$/.exec(arn) ?? [];
  if (type === "crawler") {
    if (crawlers.get(name) === undefined) throw notFound("Crawler not found");
  } else if (type === "database") {
    if (catalog.database(name) === undefined) throw notFound(`Database ${name} not found.`);
  } else if (type === "table") {
    const [database = "", table = ""] = name.split("/");
    if (catalog.table(database, table) === undefined) throw notFound(`Table ${table} not found.`);
  } else {
    throw invalid(`Could not tag ${arn}: it names no database, table or crawler`);
  }
}
