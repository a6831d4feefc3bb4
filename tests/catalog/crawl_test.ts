import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { crawl, type CrawlProgress, ensureCrawler } from "../../lib/catalog/mod.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { type Answers, Fault, scriptedAws } from "../scripted_aws.ts";

const TABLE = {
  Name: "stock_market",
  StorageDescriptor: {
    Columns: [{ Name: "index", Type: "string" }],
    Location: "s3://kafka-stock-market/stock_market/",
  },
  PartitionKeys: [],
  Parameters: { classification: "json" },
};

/** Seconds since 1970, as the JSON protocol sends times. */
const EARLIER = 1_700_000_000;

function crawler(State: string, LastCrawl?: object, more: object = {}): object {
  return {
    Crawler: {
      Name: "crwlr-kafka-stock-market",
      DatabaseName: "stock_market",
      Targets: { S3Targets: [{ Path: "s3://kafka-stock-market/stock_market" }] },
      State,
      LastCrawl,
      ...more,
    },
  };
}

/** Gives the answers one after the other, and the last of them from then on. */
function inTurn(...answers: unknown[]): () => unknown {
  let index = 0;
  return () => answers[Math.min(index++, answers.length - 1)];
}

function answers(more: Answers): Answers {
  return { "AWSGlue.GetTables": () => ({ TableList: [TABLE] }), ...more };
}

const names = (calls: { operation: string }[], ending: string) =>
  calls.filter(({ operation }) => operation.endsWith(ending)).length;

Deno.test("a run is over when its own LastCrawl is there, not when the state looks ready", async () => {
  const done = { Status: "SUCCEEDED", StartTime: EARLIER };
  await using aws = scriptedAws(answers({
    "AWSGlue.GetCrawler": inTurn(
      crawler("READY", done), // ensureCrawler looks
      crawler("READY", done), // before the start
      crawler("READY", done), // started, but not to be seen yet
      crawler("RUNNING", done),
      crawler("STOPPING", done),
      crawler("READY", { Status: "SUCCEEDED", StartTime: EARLIER + 60 }),
    ),
  }));
  const seen: CrawlProgress["state"][] = [];
  const summary = await crawl(aws.config, { onProgress: ({ state }) => seen.push(state) });
  assertEquals(seen, ["RUNNING", "RUNNING", "STOPPING", "READY"]);
  assertEquals([summary.status, summary.unchanged], ["SUCCEEDED", ["stock_market"]]);
  assertEquals(names(aws.calls, "StartCrawler"), 1);
});

Deno.test("a run that is under way is waited for, and then ours is started", async () => {
  await using aws = scriptedAws(answers({
    "AWSGlue.GetCrawler": inTurn(
      crawler("RUNNING"),
      crawler("RUNNING"),
      crawler("READY", { Status: "SUCCEEDED", StartTime: EARLIER }),
      crawler("READY", { Status: "SUCCEEDED", StartTime: EARLIER }),
      crawler("READY", { Status: "SUCCEEDED", StartTime: EARLIER + 9 }),
    ),
    // Someone is faster once more.
    "AWSGlue.StartCrawler": inTurn(new Fault("CrawlerRunningException", "is running"), {}),
  }));
  const seen: CrawlProgress["state"][] = [];
  const { status } = await crawl(aws.config, { onProgress: ({ state }) => seen.push(state) });
  assertEquals(status, "SUCCEEDED");
  assertEquals(seen, ["WAITING", "WAITING", "READY"]);
  assertEquals(names(aws.calls, "StartCrawler"), 2);
});

Deno.test("an abort stops the crawler, waits until it has stopped, and sums up", async () => {
  const controller = new AbortController();
  await using aws = scriptedAws(answers({
    "AWSGlue.GetCrawler": () => {
      if (names(aws.calls, "StopCrawler") > 0) {
        return crawler("READY", { Status: "CANCELLED", StartTime: EARLIER });
      }
      if (names(aws.calls, "StartCrawler") === 0) return crawler("READY");
      controller.abort();
      return crawler("RUNNING");
    },
  }));
  const summary = await crawl(aws.config, { signal: controller.signal });
  assertEquals([summary.status, summary.tables.length], ["CANCELLED", 1]);
  assertEquals(names(aws.calls, "StopCrawler"), 1);
});

Deno.test("an abort leaves someone else's run alone", async () => {
  const controller = new AbortController();
  await using aws = scriptedAws(answers({ "AWSGlue.GetCrawler": () => crawler("RUNNING") }));
  const { status } = await crawl(aws.config, {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  assertEquals(status, "CANCELLED");
  assertEquals(names(aws.calls, "StopCrawler"), 0);
});

Deno.test("a failed run is told with Glue's reason and what to do", async () => {
  const ErrorMessage = "Access Denied (Service: Amazon S3; Status Code: 403)";
  await using aws = scriptedAws(answers({
    "AWSGlue.GetCrawler": () =>
      crawler("READY", {
        Status: "FAILED",
        ErrorMessage,
        StartTime: EARLIER + names(aws.calls, "StartCrawler"),
        LogGroup: "/aws-glue/crawlers",
        LogStream: "crwlr",
      }),
  }));
  const error = await assertRejects(() => crawl(aws.config), TickertapeError, ErrorMessage);
  assertEquals(error.code, "CRAWL_FAILED");
  assertStringIncludes(error.remedy, "role/tickertape-crawler read s3://kafka-stock-market/");
  // The embedded stack's crawler has no log in CloudWatch.
  assertEquals(error.remedy.includes("CloudWatch"), false);
  const target = { ...aws.config, target: "aws" as const };
  const there = await assertRejects(() => crawl(target), TickertapeError);
  assertStringIncludes(there.remedy, "/aws-glue/crawlers crwlr in CloudWatch");
});

Deno.test("a run that someone else stops is an error", async () => {
  await using aws = scriptedAws(answers({
    "AWSGlue.GetCrawler": inTurn(
      crawler("READY"),
      crawler("READY"),
      crawler("READY", { Status: "CANCELLED", StartTime: EARLIER }),
    ),
  }));
  const error = await assertRejects(() => crawl(aws.config), TickertapeError);
  assertEquals(error.code, "CRAWL_CANCELLED");
});

Deno.test("tables of others in the database are none of the crawl's", async () => {
  const other = { ...TABLE, Name: "mine", StorageDescriptor: { Location: "s3://elsewhere/mine/" } };
  await using aws = scriptedAws(answers({
    "AWSGlue.GetTables": () => ({ TableList: [TABLE, other] }),
    "AWSGlue.GetCrawler": inTurn(
      crawler("READY"),
      crawler("READY"),
      crawler("READY", { Status: "SUCCEEDED", StartTime: EARLIER }),
    ),
  }));
  const { tables } = await crawl(aws.config);
  assertEquals(tables.map(({ name }) => name), ["stock_market"]);
});

Deno.test("a crawler of that name which does something else is left as it is", async () => {
  const cases: [more: object, why: string][] = [
    [{ Targets: { S3Targets: [{ Path: "s3://other/" }] } }, "reads s3://other/, not s3://kafka"],
    [{ Targets: { JdbcTargets: [{}] } }, "reads no S3 path"],
    [{ DatabaseName: "default" }, "writes to the database 'default', not to 'stock_market'"],
  ];
  for (const [more, why] of cases) {
    await using aws = scriptedAws({
      "AWSGlue.GetCrawler": () => crawler("READY", undefined, more),
    });
    const error = await assertRejects(() => ensureCrawler(aws.config), TickertapeError, why);
    assertEquals(error.code, "CRAWLER_IS_ANOTHER");
    assertEquals(names(aws.calls, "UpdateCrawler"), 0);
  }
});

Deno.test("a role that Glue cannot assume is told as such", async () => {
  await using aws = scriptedAws({
    "AWSGlue.GetCrawler": () => new Fault("EntityNotFoundException", "Crawler not found"),
    "AWSGlue.CreateCrawler": () =>
      new Fault(
        "InvalidInputException",
        "Service is unable to assume provided role. Please verify",
      ),
  });
  const error = await assertRejects(() => ensureCrawler(aws.config), TickertapeError);
  assertEquals(error.code, "CRAWLER_ROLE_UNUSABLE");
  assertStringIncludes(error.remedy, "GLUE_ROLE");
});

Deno.test("a bucket that is not there is told as such", async () => {
  await using aws = scriptedAws({
    "AWSGlue.GetCrawler": () => new Fault("EntityNotFoundException", "Crawler not found"),
    "AWSGlue.CreateCrawler": () =>
      new Fault("InvalidInputException", "S3 bucket kafka-stock-market does not exist."),
  });
  const error = await assertRejects(() => ensureCrawler(aws.config), TickertapeError);
  assertEquals(error.code, "CRAWLER_NO_BUCKET");
  assertStringIncludes(error.remedy, "S3_DATA_BUCKET");
});

Deno.test("the crawler is made for the sink's layout: one table, partitions as the table is", async () => {
  await using aws = scriptedAws({
    "AWSGlue.GetDatabase": () => new Fault("EntityNotFoundException", "Database not found"),
    "AWSGlue.GetCrawler": () => new Fault("EntityNotFoundException", "Crawler not found"),
  });
  assertEquals(await ensureCrawler(aws.config), { databaseCreated: true, crawlerCreated: true });
  const { input } = aws.calls.find(({ operation }) => operation.endsWith("CreateCrawler"))!;
  assertEquals(input.Targets, { S3Targets: [{ Path: "s3://kafka-stock-market/stock_market/" }] });
  // https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html
  assertEquals(JSON.parse(String(input.Configuration)), {
    Version: 1,
    CrawlerOutput: { Partitions: { AddOrUpdateBehavior: "InheritFromTable" } },
    Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas" },
  });
});
