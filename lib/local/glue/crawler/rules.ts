/**
 * What a crawler's definition must keep to.
 * @module
 */
import type { Crawler, CrawlerTargets, Schedule } from "@aws-sdk/client-glue";
import { AwsError } from "../../aws_error.ts";
import { type GlueContext, invalid } from "../operations/operation.ts";
import { parseConfiguration } from "./configuration.ts";
import { splitS3Path } from "./group/listing.ts";

const S3_PATH = /^(?:s3[an]?:\/\/)?[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/.*)?$/s;

/** Objects of a folder that can be sampled at most. */
const MAX_SAMPLE = 249;

/** Fills in what AWS fills in where a request does not say. */
export function withDefaults(crawler: Crawler): Crawler {
  const recrawl = crawler.RecrawlPolicy?.RecrawlBehavior ?? "CRAWL_EVERYTHING";
  const incremental = recrawl === "CRAWL_NEW_FOLDERS_ONLY";
  return {
    Classifiers: [],
    ...crawler,
    RecrawlPolicy: { RecrawlBehavior: recrawl },
    SchemaChangePolicy: {
      UpdateBehavior: crawler.SchemaChangePolicy?.UpdateBehavior ??
        (incremental ? "LOG" : "UPDATE_IN_DATABASE"),
      DeleteBehavior: crawler.SchemaChangePolicy?.DeleteBehavior ??
        (incremental ? "LOG" : "DEPRECATE_IN_DATABASE"),
    },
    LineageConfiguration: crawler.LineageConfiguration ?? { CrawlerLineageSettings: "DISABLE" },
  };
}

/**
 * Checks a crawler's definition.
 *
 * @throws {AwsError} `InvalidInputException` that says what cannot be crawled so
 */
export function checkCrawler(crawler: Crawler): void {
  if (!crawler.Role) {
    throw invalid(
      "Service is unable to assume provided role. Please verify role's TrustPolicy",
    );
  }
  checkTargets(crawler);
  refuseWhatIsNotThere(crawler);
  parseConfiguration(crawler.Configuration);
  checkRecrawl(crawler);
}

/**
 * Makes sure that the buckets a request points a crawler at exist. One that is deleted later is the
 * crawl's failure.
 *
 * @throws {AwsError} `InvalidInputException` where one does not
 * @see https://github.com/ansible-collections/community.aws/issues/1796 for the words
 */
export function requireBuckets({ store }: GlueContext, targets: CrawlerTargets | undefined): void {
  for (const { Path = "" } of targets?.S3Targets ?? []) {
    const { bucket } = splitS3Path(Path);
    if (!store.hasBucket(bucket)) throw invalid(`S3 bucket ${bucket} does not exist.`);
  }
}

/**
 * Makes sure that a crawler of new folders keeps its targets.
 *
 * @throws {AwsError} `InvalidInputException` where they change
 */
export function checkTargetsKept(before: Crawler, after: Crawler): void {
  const incremental = (crawler: Crawler) =>
    crawler.RecrawlPolicy?.RecrawlBehavior === "CRAWL_NEW_FOLDERS_ONLY";
  if (!incremental(before) || !incremental(after)) return;
  if (JSON.stringify(before.Targets) === JSON.stringify(after.Targets)) return;
  throw invalid(
    'Amazon S3 target is immutable when "Crawl new folders only" recrawl behavior is selected',
  );
}

/**
 * Makes sure that a crawler does not run.
 *
 * @throws {AwsError} `CrawlerRunningException` where it does
 */
export function requireIdle({ runner }: GlueContext, crawler: Crawler): void {
  if (runner.state(crawler.Name ?? "") === "READY") return;
  throw new AwsError(
    "CrawlerRunningException",
    `Crawler with name ${crawler.Name} is currently running`,
  );
}

/**
 * Reads a schedule, `cron(minutes hours day-of-month month day-of-week year)`.
 *
 * @param expression Schedule of the request; the empty text takes it away, none leaves it
 * @returns The crawler's member `Schedule`
 * @throws {AwsError} `InvalidInputException` where it is no cron expression
 */
export function scheduleOf(
  expression: string | undefined,
): { Schedule?: Schedule | undefined } {
  if (expression === undefined) return {};
  if (expression === "") return { Schedule: undefined };
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  const valid = fields.length === 6 && fields.every((field, index) => isCronField(field, index)) &&
    (fields[2] === "?") !== (fields[4] === "?");
  if (!valid) throw invalid(`Invalid schedule expression: ${expression}`);
  return { Schedule: { ScheduleExpression: expression, State: "SCHEDULED" } };
}

/**
 * Switches a crawler's schedule on or off.
 *
 * @throws {AwsError} `NoScheduleException` where it has none; `SchedulerRunningException` or
 * `SchedulerNotRunningException` where it is so already
 */
export function switchSchedule(crawler: Crawler, on: boolean): Schedule {
  const { Schedule: schedule, Name } = crawler;
  if (schedule?.ScheduleExpression === undefined) {
    throw new AwsError("NoScheduleException", `Crawler with name ${Name} does not have a schedule`);
  }
  if (on && schedule.State === "SCHEDULED") {
    throw new AwsError(
      "SchedulerRunningException",
      `Schedule of crawler ${Name} is running already`,
    );
  }
  if (!on && schedule.State !== "SCHEDULED") {
    throw new AwsError(
      "SchedulerNotRunningException",
      `Schedule of crawler ${Name} is not running`,
    );
  }
  return { ...schedule, State: on ? "SCHEDULED" : "NOT_SCHEDULED" };
}

/** What refers to other services or resources that the embedded stack has none of. */
function refuseWhatIsNotThere(crawler: Crawler): void {
  const { Classifiers, CrawlerSecurityConfiguration, LineageConfiguration } = crawler;
  if (Classifiers?.length) {
    const names = Classifiers.join(", ");
    throw invalid(`Custom classifiers are not supported by the embedded Glue: ${names}`);
  }
  if (CrawlerSecurityConfiguration) {
    throw invalid(
      `CrawlerSecurityConfiguration ${CrawlerSecurityConfiguration} is not supported by the ` +
        "embedded Glue: it encrypts nothing",
    );
  }
  if (LineageConfiguration?.CrawlerLineageSettings === "ENABLE") {
    throw invalid("CrawlerLineageSettings ENABLE is not supported by the embedded Glue");
  }
  if (crawler.LakeFormationConfiguration?.UseLakeFormationCredentials) {
    throw invalid(
      "UseLakeFormationCredentials is not supported by the embedded Glue: it has no Lake Formation",
    );
  }
}

function checkTargets(crawler: Crawler): void {
  const { S3Targets = [], ...others } = crawler.Targets ?? {};
  for (const [name, targets] of Object.entries(others)) {
    if (targets?.length) {
      throw invalid(`${name} are not supported by the embedded Glue: it crawls S3Targets alone`);
    }
  }
  if (S3Targets.length === 0) throw invalid("At least one crawler target must be specified.");
  for (const { Path, SampleSize, ConnectionName, EventQueueArn, DlqEventQueueArn } of S3Targets) {
    if (Path === undefined || !S3_PATH.test(Path)) {
      throw invalid(`Invalid S3 path: ${Path ?? "null"}`);
    }
    if (SampleSize !== undefined && (SampleSize < 1 || SampleSize > MAX_SAMPLE)) {
      throw invalid(`SampleSize must be between 1 and ${MAX_SAMPLE}, not ${SampleSize}`);
    }
    if (ConnectionName) {
      throw invalid(
        `ConnectionName ${ConnectionName} is not supported by the embedded Glue: it has no ` +
          "connections",
      );
    }
    if (EventQueueArn || DlqEventQueueArn) {
      const name = EventQueueArn ? "EventQueueArn" : "DlqEventQueueArn";
      throw invalid(`${name} is not supported by the embedded Glue: it has no SQS`);
    }
  }
}

function checkRecrawl({ RecrawlPolicy, SchemaChangePolicy }: Crawler): void {
  const behavior = RecrawlPolicy?.RecrawlBehavior;
  if (behavior === "CRAWL_EVENT_MODE") {
    throw invalid(
      "RecrawlBehavior CRAWL_EVENT_MODE is not supported by the embedded Glue: it has no SQS; " +
        "use CRAWL_EVERYTHING or CRAWL_NEW_FOLDERS_ONLY",
    );
  }
  if (behavior !== "CRAWL_NEW_FOLDERS_ONLY") return;
  const { UpdateBehavior, DeleteBehavior } = SchemaChangePolicy ?? {};
  if (UpdateBehavior === "LOG" && DeleteBehavior === "LOG") return;
  throw invalid(
    'The SchemaChangePolicy for "Crawl new folders only" Amazon S3 target can have only LOG ' +
      "DeleteBehavior value and LOG UpdateBehavior value.",
  );
}

/** What each field of a cron expression may hold. */
const CRON_FIELDS = [
  /^[\d,\-*/]+$/,
  /^[\d,\-*/]+$/,
  /^[\d,\-*/?LW]+$/,
  /^(?:[\d,\-*/]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)+$/i,
  /^(?:[\d,\-*/?L#]|SUN|MON|TUE|WED|THU|FRI|SAT)+$/i,
  /^[\d,\-*/]+$/,
];

/** Smallest and largest number of each field. */
const CRON_RANGES = [[0, 59], [0, 23], [1, 31], [1, 12], [1, 7], [1970, 2199]] as const;

function isCronField(field: string, index: number): boolean {
  if (!CRON_FIELDS[index]?.test(field)) return false;
  const [min, max] = CRON_RANGES[index] ?? [0, 0];
  return field.split(",").every((part) => {
    const [range = "", step] = part.split("/");
    if (step !== undefined && !/^\d+$/.test(step)) return false;
    return Array.from(range.matchAll(/\d+/g)).every(([digits]) =>
      range.includes("#") || (Number(digits) >= min && Number(digits) <= max)
    );
  });
}
