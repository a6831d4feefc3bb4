/**
 * The Glue database and the crawler: made where they are missing.
 * @module
 */
import {
  AlreadyExistsException,
  type Crawler,
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  EntityNotFoundException,
  GetCrawlerCommand,
  GetDatabaseCommand,
  GlueClient,
} from "@aws-sdk/client-glue";
import { awsClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";

/** What was made. */
export interface CrawlerSetup {
  databaseCreated: boolean;
  crawlerCreated: boolean;
}

/**
 * What the crawler is told about the sink's layout: one table over all of the folders below the
 * target, however alike their schemas are found to be, and partitions that take the table's
 * properties, so that a later hour's partition never reads with another schema than the table.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html
 */
const CONFIGURATION = {
  Version: 1.0,
  CrawlerOutput: { Partitions: { AddOrUpdateBehavior: "InheritFromTable" } },
  Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas" },
};

/**
 * Tells what the crawler reads.
 *
 * @param config The pipeline's settings
 * @returns An S3 URL that ends in `/`
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(crawlerTarget(loadConfig({})), "s3://kafka-stock-market/stock_market/");
 * ```
 */
export function crawlerTarget(config: Config): string {
  const { dataBucket, dataPrefix } = config.s3;
  return `s3://${dataBucket}/${dataPrefix === "" ? "" : `${dataPrefix}/`}`;
}

/**
 * Makes the Glue database and the crawler where they are missing. What is there stays as it is: a
 * crawler of that name which reads or writes something else is an error.
 *
 * @param config The pipeline's settings
 * @returns What was made
 * @throws {TickertapeError} The data bucket is not there yet, or the crawler is there with another
 * target or database, or Glue does not answer, or refuses
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ AWS_ENDPOINT_URL: stack.aws });
 * await fetch(`${stack.aws}/${config.s3.dataBucket}`, { method: "PUT" });
 *
 * assertEquals(await ensureCrawler(config), { databaseCreated: true, crawlerCreated: true });
 * assertEquals(await ensureCrawler(config), { databaseCreated: false, crawlerCreated: false });
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function ensureCrawler(config: Config): Promise<CrawlerSetup> {
  const client = new GlueClient(awsClientOptions(config));
  try {
    const databaseCreated = await ensureDatabase(client, config.glue.database);
    const found = await findCrawler(client, config.glue.crawler);
    if (found !== undefined) {
      requireOurs(config, found);
      return { databaseCreated, crawlerCreated: false };
    }
    return { databaseCreated, crawlerCreated: await createCrawler(client, config) };
  } catch (error) {
    throw awsFailure(config, `make the crawler '${config.glue.crawler}'`, error);
  } finally {
    client.destroy();
  }
}

async function ensureDatabase(client: GlueClient, name: string): Promise<boolean> {
  try {
    await client.send(new GetDatabaseCommand({ Name: name }));
    return false;
  } catch (error) {
    if (!(error instanceof EntityNotFoundException)) throw error;
  }
  return await created(client.send(new CreateDatabaseCommand({ DatabaseInput: { Name: name } })));
}

/**
 * Finds a crawler.
 *
 * @param client Client to use
 * @param name The crawler's name
 * @returns The crawler, or `undefined` where there is none
 */
export async function findCrawler(client: GlueClient, name: string): Promise<Crawler | undefined> {
  try {
    return (await client.send(new GetCrawlerCommand({ Name: name }))).Crawler;
  } catch (error) {
    if (error instanceof EntityNotFoundException) return undefined;
    throw error;
  }
}

async function createCrawler(client: GlueClient, config: Config): Promise<boolean> {
  try {
    return await created(client.send(
      new CreateCrawlerCommand({
        Name: config.glue.crawler,
        Role: config.glue.role,
        DatabaseName: config.glue.database,
        Description: "Finds the tables in the objects that the tickertape sink writes",
        Targets: { S3Targets: [{ Path: crawlerTarget(config) }] },
        SchemaChangePolicy: {
          UpdateBehavior: "UPDATE_IN_DATABASE",
          DeleteBehavior: "DEPRECATE_IN_DATABASE",
        },
        RecrawlPolicy: { RecrawlBehavior: "CRAWL_EVERYTHING" },
        Configuration: JSON.stringify(CONFIGURATION),
      }),
    ));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (/\bbucket .+ does not exist/i.test(error.message)) {
      throw new TickertapeError({
        code: "CRAWLER_NO_BUCKET",
        message: `Could not make the crawler '${config.glue.crawler}': the bucket ` +
          `'${config.s3.dataBucket}' does not exist`,
        remedy:
          "Run deno task produce and deno task consume first: the sink makes the bucket. Or " +
          "set S3_DATA_BUCKET to\nthe one that the records are in.",
        cause: error,
      });
    }
    if (!/assume|\brole\b/i.test(error.message)) throw error;
    throw new TickertapeError({
      code: "CRAWLER_ROLE_UNUSABLE",
      message: `Could not make the crawler '${config.glue.crawler}' with the role ` +
        `'${config.glue.role}': ${error.message}`,
      remedy: "Set GLUE_ROLE to a role that glue.amazonaws.com may assume, with the policy " +
        "AWSGlueServiceRole\nand leave to read the data bucket. A role made seconds ago takes a " +
        "moment: run this again.",
      retriable: true,
      cause: error,
    });
  }
}

/** Whether a create call made something; another caller may have been first. */
async function created(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof AlreadyExistsException) return false;
    throw error;
  }
}

/**
 * Checks that a crawler reads our objects and writes to our database.
 *
 * @param config The pipeline's settings
 * @param crawler The crawler of the configured name
 * @throws {TickertapeError} It does something else
 */
export function requireOurs(config: Config, crawler: Crawler): void {
  const target = crawlerTarget(config);
  const paths = (crawler.Targets?.S3Targets ?? []).map(({ Path }) => Path ?? "");
  const reads = paths.some((path) => `${path.replace(/\/+$/, "")}/` === target);
  if (reads && crawler.DatabaseName === config.glue.database) return;
  const does = reads
    ? `writes to the database '${crawler.DatabaseName}', not to '${config.glue.database}'`
    : `reads ${paths.join(", ") || "no S3 path"}, not ${target}`;
  throw new TickertapeError({
    code: "CRAWLER_IS_ANOTHER",
    message: `The crawler '${config.glue.crawler}' is there already, but ${does}`,
    remedy: "Set GLUE_CRAWLER to a name of its own for this target, or set S3_DATA_BUCKET, " +
      "S3_DATA_PREFIX and GLUE_DATABASE\nto what that crawler was made for; a crawler that is no " +
      "longer needed can be deleted in the Glue console.",
  });
}
