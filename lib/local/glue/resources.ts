/**
 * What can be tagged, and its Amazon Resource Names.
 * @module
 */
import { type GlueContext, invalid, notFound } from "./operations/operation.ts";

/** Names a database as tags know it. */
export function databaseResource(name: string): string {
  return `database/${name.toLowerCase()}`;
}

/** Names a crawler as tags know it. */
export function crawlerResource(name: string): string {
  return `crawler/${name}`;
}

/**
 * Takes an ARN of any region for what it names, where that exists.
 *
 * @returns The resource as tags know it
 * @throws {AwsError} `InvalidInputException` for what is no ARN of a database or crawler,
 * `EntityNotFoundException` for one that does not exist
 */
export function requireResource({ catalog, crawlers }: GlueContext, arn: string): string {
  const [, type = "", name = ""] = /^arn:[^:]*:glue:[^:]*:[^:]*:([^/]+)\/(.+)$/.exec(arn) ?? [];
  if (type === "crawler") {
    if (crawlers.get(name) === undefined) throw notFound("Crawler not found");
    return crawlerResource(name);
  }
  if (type === "database") {
    if (catalog.database(name) === undefined) throw notFound(`Database ${name} not found.`);
    return databaseResource(name);
  }
  throw invalid(`Could not tag ${arn}: it names no database and no crawler`);
}

/** Tags that one resource can have. */
const MAX_TAGS = 50;

/**
 * Checks the tags that a resource is to have, by the rules of
 * https://docs.aws.amazon.com/glue/latest/dg/monitor-tags.html
 *
 * @returns The tags
 * @throws {AwsError} `InvalidInputException`: they are too many, or one is AWS's own
 */
export function checkTags(tags: Record<string, string>): Record<string, string> {
  const names = Object.keys(tags);
  if (names.length > MAX_TAGS) {
    throw invalid(`${names.length} tags are more than the ${MAX_TAGS} that a resource can have`);
  }
  const own = names.find((name) => /^aws/i.test(name));
  if (own !== undefined) throw invalid(`Tag ${own} begins with aws, as AWS's own tags do`);
  return tags;
}
