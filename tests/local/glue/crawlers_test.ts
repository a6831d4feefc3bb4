/** Operations on crawlers, their schedules, metrics and tags; errors as recorded of AWS. */
import { assertEquals, assertMatch } from "@std/assert";
import { type Fixture, ROLE, withGlue } from "./glue_fixture.ts";

const crawler = (Name: string, more: object = {}) => ({
  Name,
  Role: ROLE,
  DatabaseName: "db",
  Targets: { S3Targets: [{ Path: "s3://bucket/t/" }] },
  ...more,
});

const make = async ({ call }: Fixture, ...names: string[]) => {
  for (const name of names) await call("CreateCrawler", crawler(name));
};

Deno.test("CreateCrawler and GetCrawler: what was asked for, with AWS's defaults", () =>
  withGlue(async ({ call }) => {
    await call("CreateCrawler", crawler("C", { Description: "x", TablePrefix: "raw_" }));
    const { Crawler } = await call("GetCrawler", { Name: "C" });
    const { CreationTime, LastUpdated, ...rest } = Crawler;
    assertEquals(typeof CreationTime, "number");
    assertEquals(LastUpdated, CreationTime);
    assertEquals(rest, {
      Name: "C",
      Role: ROLE,
      DatabaseName: "db",
      Description: "x",
      TablePrefix: "raw_",
      Targets: { S3Targets: [{ Path: "s3://bucket/t/" }] },
      Classifiers: [],
      RecrawlPolicy: { RecrawlBehavior: "CRAWL_EVERYTHING" },
      SchemaChangePolicy: {
        UpdateBehavior: "UPDATE_IN_DATABASE",
        DeleteBehavior: "DEPRECATE_IN_DATABASE",
      },
      LineageConfiguration: { CrawlerLineageSettings: "DISABLE" },
      State: "READY",
      CrawlElapsedTime: 0,
      Version: 1,
    });
  }));

Deno.test("CreateCrawler: one of that name exists", () =>
  withGlue(async (glue) => {
    await make(glue, "c");
    assertEquals(
      await glue.fails("CreateCrawler", crawler("c")),
      "AlreadyExistsException: Crawler with name c already exists",
    );
  }));

Deno.test("CreateCrawler: what it must have", () =>
  withGlue(async ({ fails }) => {
    assertEquals(
      await fails("CreateCrawler", { Name: "c" }),
      "ValidationException: 2 validation errors detected: Value null at 'role' failed to satisfy " +
        "constraint: Member must not be null; Value null at 'targets' failed to satisfy " +
        "constraint: Member must not be null",
    );
    assertEquals(
      await fails("CreateCrawler", crawler("c", { Role: "" })),
      "InvalidInputException: Service is unable to assume provided role. Please verify role's " +
        "TrustPolicy",
    );
    assertMatch(
      await fails("CreateCrawler", crawler("c", { Targets: { S3Targets: [] } })),
      /^InvalidInputException: /,
    );
  }));

Deno.test("CreateCrawler: what it cannot crawl is refused by name", () =>
  withGlue(async ({ fails }) => {
    const withTarget = (Targets: object) => fails("CreateCrawler", crawler("c", { Targets }));
    assertEquals(
      await withTarget({ CatalogTargets: [{ DatabaseName: "db", Tables: ["t"] }] }),
      "InvalidInputException: CatalogTargets are not supported by the embedded Glue: it crawls " +
        "S3Targets alone",
    );
    const others = ["Jdbc", "MongoDB", "DynamoDB", "Delta", "Iceberg", "Hudi"];
    for (const name of others.map((other) => `${other}Targets`)) {
      assertMatch(await withTarget({ [name]: [{}] }), RegExp(`${name} are not supported`));
    }
    assertMatch(await withTarget({ S3Targets: [{ Path: "s3://" }] }), /Invalid S3 path/);
    assertMatch(await withTarget({ S3Targets: [{}] }), /Invalid S3 path/);
    for (const SampleSize of [0, 250]) {
      const target = { Path: "s3://bucket/", SampleSize };
      assertMatch(await withTarget({ S3Targets: [target] }), /between 1 and 249/);
    }
    const refused: [settings: object, words: RegExp][] = [
      [{ Classifiers: ["mine"] }, /Custom classifiers are not supported .*: mine$/],
      [{ CrawlerSecurityConfiguration: "mine" }, /CrawlerSecurityConfiguration mine is not supp/],
      [{ LineageConfiguration: { CrawlerLineageSettings: "ENABLE" } }, /LineageSettings ENABLE is/],
      [
        { LakeFormationConfiguration: { UseLakeFormationCredentials: true } },
        /UseLakeFormationCredentials is not supported/,
      ],
    ];
    for (const [settings, words] of refused) {
      const message = await fails("CreateCrawler", crawler("c", settings));
      assertMatch(message, /^InvalidInputException: /);
      assertMatch(message, words);
    }
    for (const name of ["ConnectionName", "EventQueueArn", "DlqEventQueueArn"]) {
      const target = { Path: "s3://bucket/", [name]: "mine" };
      assertMatch(await withTarget({ S3Targets: [target] }), RegExp(`${name}.* is not supported`));
    }
  }));

Deno.test("CreateCrawler: what asks for nothing is taken", () =>
  withGlue(async ({ call }) => {
    await call(
      "CreateCrawler",
      crawler("c", {
        Classifiers: [],
        CrawlerSecurityConfiguration: "",
        LineageConfiguration: { CrawlerLineageSettings: "DISABLE" },
        LakeFormationConfiguration: { UseLakeFormationCredentials: false },
        Targets: { S3Targets: [{ Path: "s3://bucket/" }], JdbcTargets: [], IcebergTargets: [] },
      }),
    );
  }));

Deno.test("CreateCrawler and UpdateCrawler: the bucket must exist", () =>
  withGlue(async ({ call, fails, store }) => {
    const Targets = { S3Targets: [{ Path: "s3://bucket/" }, { Path: "s3://prices-2024/t/" }] };
    // In the words of https://github.com/ansible-collections/community.aws/issues/1796
    const refused = "InvalidInputException: S3 bucket prices-2024 does not exist.";
    assertEquals(await fails("CreateCrawler", crawler("c", { Targets })), refused);
    await call("CreateCrawler", crawler("c"));
    assertEquals(await fails("UpdateCrawler", { Name: "c", Targets }), refused);
    store.dropBucket("bucket");
    await call("UpdateCrawler", { Name: "c", Description: "its bucket is gone" });
  }));

Deno.test("CreateCrawler: a Configuration that is none", () =>
  withGlue(async ({ fails }) => {
    const withText = (Configuration: string) =>
      fails("CreateCrawler", crawler("c", { Configuration }));
    // Recorded of AWS.
    assertEquals(
      await withText('{"Version":1.0,"CrawlerOutput":{"Partitions":{"UpdateBehavior":"LOG"}}}'),
      "InvalidInputException: CrawlerOutput.Partitions contains unsupported keys: UpdateBehavior.",
    );
    for (
      const text of [
        "{",
        "[]",
        '{"Version":2}',
        '{"Version":1,"Grouping":1}',
        '{"Version":1,"Grouping":{"TableLevelConfiguration":0}}',
        '{"Version":1,"Grouping":{"TableGroupingPolicy":"x"}}',
        '{"Version":1,"CreatePartitionIndex":"false"}',
      ]
    ) {
      assertMatch(await withText(text), /^InvalidInputException: /);
    }
  }));

Deno.test("GetCrawler and others of one that does not exist", () =>
  withGlue(async ({ fails }) => {
    // Both recorded of AWS.
    assertEquals(
      await fails("GetCrawler", { Name: "x" }),
      "EntityNotFoundException: Crawler entry with name x does not exist",
    );
    for (const operation of ["StartCrawler", "StopCrawler", "UpdateCrawler", "DeleteCrawler"]) {
      assertEquals(
        await fails(operation, { Name: "x" }),
        "EntityNotFoundException: Crawler with name x does not exist",
      );
    }
  }));

Deno.test("UpdateCrawler changes what is given, and counts the version up", () =>
  withGlue(async (glue) => {
    const { call } = glue;
    await make(glue, "c");
    await call("UpdateCrawler", { Name: "c", Description: "new" });
    const { Crawler } = await call("GetCrawler", { Name: "c" });
    assertEquals([Crawler.Description, Crawler.Version, Crawler.Role], ["new", 2, ROLE]);
  }));

Deno.test("DeleteCrawler leaves its tables", () =>
  withGlue(async ({ call, crawl, store, table }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    await call("DeleteCrawler", { Name: "c" });
    assertEquals((await call("ListCrawlers")).CrawlerNames, []);
    assertEquals(table().Name, "t");
  }));

Deno.test("ListCrawlers, GetCrawlers, BatchGetCrawlers", () =>
  withGlue(async (glue) => {
    const { call } = glue;
    await make(glue, "a", "b");
    await call("CreateCrawler", crawler("c", { Tags: { team: "x" } }));
    const first = await call("ListCrawlers", { MaxResults: 2 });
    assertEquals(first.CrawlerNames, ["a", "b"]);
    const second = await call("ListCrawlers", { MaxResults: 2, NextToken: first.NextToken });
    assertEquals(second, { CrawlerNames: ["c"] });
    assertEquals((await call("ListCrawlers", { Tags: { team: "x" } })).CrawlerNames, ["c"]);
    const names = ({ Crawlers }: { Crawlers: { Name: string }[] }) =>
      Crawlers.map(({ Name }) => Name);
    assertEquals(names(await call("GetCrawlers")), ["a", "b", "c"]);
    const batch = await call("BatchGetCrawlers", { CrawlerNames: ["b", "x"] });
    assertEquals([names(batch), batch.CrawlersNotFound], [["b"], ["x"]]);
  }));

Deno.test("GetCrawlerMetrics counts the tables of the last crawl", () =>
  withGlue(async ({ call, crawl, store }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    const { CrawlerMetricsList } = await call("GetCrawlerMetrics", { CrawlerNameList: ["c"] });
    const { LastRuntimeSeconds, MedianRuntimeSeconds, ...metrics } = CrawlerMetricsList[0];
    assertEquals(LastRuntimeSeconds, MedianRuntimeSeconds);
    assertEquals(metrics, {
      CrawlerName: "c",
      TimeLeftSeconds: 0,
      StillEstimating: false,
      TablesCreated: 1,
      TablesUpdated: 0,
      TablesDeleted: 0,
    });
  }));

Deno.test("ListCrawls: the latest first, with what changed; filters", () =>
  withGlue(async ({ call, fails, crawl, ready, store }) => {
    await crawl("s3://bucket/t/");
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    store.dropBucket("bucket");
    await call("StartCrawler", { Name: "c" });
    await ready("c");
    const list = async (...Filters: object[]) =>
      (await call("ListCrawls", { CrawlerName: "c", Filters })).Crawls;
    const crawls = await list();
    assertEquals(crawls.map(({ State }: { State: string }) => State), [
      "FAILED",
      "COMPLETED",
      "COMPLETED",
    ]);
    assertEquals(
      crawls[1].Summary,
      '{"TABLE":{"ADD":{"Details":{"names":["t"]},"Count":1}},' +
        '"PARTITION":{"ADD":{"Details":{"names":["t: 1"]},"Count":1}}}',
    );
    const filter = (FieldName: string, FilterOperator: string, FieldValue: string) => ({
      FieldName,
      FilterOperator,
      FieldValue,
    });
    assertEquals((await list(filter("STATE", "EQ", "FAILED"))).length, 1);
    assertEquals((await list(filter("CRAWL_ID", "NE", crawls[0].CrawlId))).length, 2);
    assertEquals((await list(filter("START_TIME", "GT", "4102444800000"))).length, 0);
    assertEquals((await list(filter("END_TIME", "LE", "4102444800000"))).length, 3);
    const ask = (...Filters: object[]) => fails("ListCrawls", { CrawlerName: "c", Filters });
    assertEquals(
      await ask(filter("STATE", "GT", "FAILED")),
      "InvalidInputException: Only EQ or NE operator is allowed for field : STATE",
    );
    assertEquals(
      await ask(filter("COLOUR", "EQ", "x")),
      "ValidationException: 1 validation error detected: Value 'COLOUR' at " +
        "'filters.1.member.fieldName' failed to satisfy constraint: Member must satisfy enum " +
        "value set: [START_TIME, END_TIME, STATE, CRAWL_ID, DPU_HOUR]",
    );
    assertEquals(
      await fails("ListCrawls", { CrawlerName: "x" }),
      "EntityNotFoundException: Crawler entry with name x does not exist",
    );
  }));

Deno.test("UpdateCrawlerSchedule, StartCrawlerSchedule, StopCrawlerSchedule: schedules are stored", () =>
  withGlue(async (glue) => {
    const { call, fails } = glue;
    await make(glue, "c");
    const schedule = async () => (await call("GetCrawler", { Name: "c" })).Crawler.Schedule;
    const c = { CrawlerName: "c" };
    assertMatch(await fails("StartCrawlerSchedule", c), /^NoScheduleException: /);
    await call("UpdateCrawlerSchedule", { ...c, Schedule: "cron(15 12 * * ? *)" });
    assertEquals(await schedule(), {
      ScheduleExpression: "cron(15 12 * * ? *)",
      State: "SCHEDULED",
    });
    assertMatch(await fails("StartCrawlerSchedule", c), /^SchedulerRunningException: /);
    await call("StopCrawlerSchedule", c);
    assertEquals((await schedule()).State, "NOT_SCHEDULED");
    assertMatch(await fails("StopCrawlerSchedule", c), /^SchedulerNotRunningException: /);
    await call("StartCrawlerSchedule", c);
    assertEquals((await schedule()).State, "SCHEDULED");
    await call("UpdateCrawlerSchedule", c);
    assertEquals(await schedule(), undefined);
  }));

// Expressions of https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html
const CRONS: [expression: string, valid: boolean][] = [
  ["cron(0 10 * * ? *)", true],
  ["cron(0 18 ? * MON-FRI *)", true],
  ["cron(0 8 1 * ? *)", true],
  ["cron(0/15 * * * ? *)", true],
  ["cron(0/5 8-17 ? * MON-FRI *)", true],
  ["cron(0 12 L * ? *)", true],
  ["cron(0 12 ? * 2#1 2024-2030)", true],
  ["0 10 * * ? *", false],
  ["rate(5 minutes)", false],
  ["cron(0 10 * * *)", false],
  ["cron(0 10 * * * *)", false],
  ["cron(0 10 ? * ? *)", false],
  ["cron(60 10 * * ? *)", false],
  ["cron(0 24 * * ? *)", false],
  ["cron(0 10 32 * ? *)", false],
  ["cron(0 10 * 13 ? *)", false],
  ["cron(a b c d ? *)", false],
];

for (const [Schedule, valid] of CRONS) {
  Deno.test(`CreateCrawler: the schedule ${Schedule} is ${valid ? "taken" : "refused"}`, () =>
    withGlue(async ({ call, fails }) => {
      if (valid) await call("CreateCrawler", crawler("c", { Schedule }));
      else {
        assertMatch(
          await fails("CreateCrawler", crawler("c", { Schedule })),
          /^InvalidInputException: Invalid schedule expression/,
        );
      }
    }));
}

Deno.test("TagResource, UntagResource, GetTags", () =>
  withGlue(async ({ call, fails }) => {
    await call("CreateCrawler", crawler("c", { Tags: { a: "1" } }));
    const ResourceArn = "arn:aws:glue:us-east-1:000000000000:crawler/c";
    await call("TagResource", { ResourceArn, TagsToAdd: { b: "2" } });
    assertEquals(await call("GetTags", { ResourceArn }), { Tags: { a: "1", b: "2" } });
    await call("UntagResource", { ResourceArn, TagsToRemove: ["a", "x"] });
    assertEquals(await call("GetTags", { ResourceArn }), { Tags: { b: "2" } });
    // Whatever region the client is in, it is the same crawler.
    const elsewhere = "arn:aws:glue:eu-west-1:000000000000:crawler/c";
    assertEquals(await call("GetTags", { ResourceArn: elsewhere }), { Tags: { b: "2" } });
    await call("TagResource", { ResourceArn: elsewhere, TagsToAdd: { c: "3" } });
    assertEquals((await call("ListCrawlers", { Tags: { c: "3" } })).CrawlerNames, ["c"]);
    for (const what of ["crawler/x", "database/x"]) {
      const arn = `arn:aws:glue:us-east-1:000000000000:${what}`;
      assertMatch(await fails("GetTags", { ResourceArn: arn }), /^EntityNotFoundException: /);
    }
    for (const what of ["job/x", "table/db/x"]) {
      assertMatch(
        await fails("GetTags", { ResourceArn: `arn:aws:glue:us-east-1:0:${what}` }),
        /^InvalidInputException: /,
      );
    }
    assertMatch(await fails("GetTags", { ResourceArn: "x" }), /^ValidationException: /);
  }));

// https://docs.aws.amazon.com/glue/latest/dg/monitor-tags.html
Deno.test("tags: at most 50 for each resource, none of AWS's own, and none of a deleted namesake", () =>
  withGlue(async ({ call, fails }) => {
    const tags = (count: number, from = 0) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${from + at}`, ""]));
    await call("CreateCrawler", crawler("c", { Tags: tags(49) }));
    const ResourceArn = "arn:aws:glue:us-east-1:000000000000:crawler/c";
    assertMatch(
      await fails("TagResource", { ResourceArn, TagsToAdd: tags(2, 49) }),
      /^InvalidInputException: 51 tags are more than the 50/,
    );
    await call("TagResource", { ResourceArn, TagsToAdd: tags(2, 48) });
    for (const Tags of [{ "aws:x": "1" }, { awsx: "1" }]) {
      assertMatch(await fails("CreateCrawler", crawler("d", { Tags })), /^InvalidInputException: /);
    }
    assertEquals((await call("ListCrawlers")).CrawlerNames, ["c"]);
    await call("DeleteCrawler", { Name: "c" });
    await call("CreateCrawler", crawler("c"));
    assertEquals(await call("GetTags", { ResourceArn }), { Tags: {} });
  }));
