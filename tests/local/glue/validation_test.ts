/** Requests that do not fit the API: messages in AWS's words. */
import { assertEquals, assertMatch } from "@std/assert";
import { glueOperations } from "../../../lib/local/glue/mod.ts";
import { withGlue } from "./glue_fixture.ts";

const CASES: [operation: string, input: unknown, error: string][] = [
  [
    "GetDatabase",
    {},
    "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must " +
    "not be null",
  ],
  [
    "GetDatabase",
    { Name: "" },
    "1 validation error detected: Value '' at 'name' failed to satisfy constraint: Member must " +
    "have length greater than or equal to 1",
  ],
  [
    "CreateDatabase",
    { DatabaseInput: { Name: "n".repeat(256) } },
    `1 validation error detected: Value '${"n".repeat(256)}' at 'databaseInput.name' failed to ` +
    "satisfy constraint: Member must have length less than or equal to 255",
  ],
  [
    "GetDatabase",
    { Name: "a\u0001b" },
    "1 validation error detected: Value 'a\u0001b' at 'name' failed to satisfy constraint: Member " +
    String
      .raw`must satisfy regular expression pattern: [\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*`,
  ],
  [
    "GetTables",
    { DatabaseName: "db", MaxResults: 0 },
    "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member " +
    "must have value greater than or equal to 1",
  ],
  [
    "GetTables",
    { DatabaseName: "db", MaxResults: 101 },
    "1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: Member " +
    "must have value less than or equal to 100",
  ],
  [
    "CreateCrawler",
    {
      Name: "c",
      Role: "r",
      Targets: {},
      SchemaChangePolicy: { UpdateBehavior: "MAYBE" },
    },
    "1 validation error detected: Value 'MAYBE' at 'schemaChangePolicy.updateBehavior' failed to " +
    "satisfy constraint: Member must satisfy enum value set: [UPDATE_IN_DATABASE, LOG]",
  ],
  [
    "BatchGetCrawlers",
    { CrawlerNames: ["a", ""] },
    "1 validation error detected: Value '' at 'crawlerNames.2.member' failed to satisfy " +
    "constraint: Member must have length greater than or equal to 1",
  ],
];

for (const [operation, input, message] of CASES) {
  Deno.test(`ValidationException of ${operation}: ${message.slice(0, 90)}`, () =>
    withGlue(async ({ fails }) => {
      assertEquals(await fails(operation, input), `ValidationException: ${message}`);
    }));
}

Deno.test("a name in any script, and outside the basic plane, is a name", () =>
  withGlue(async ({ call }) => {
    await call("CreateDatabase", { DatabaseInput: { Name: "börse 市場 📈" } });
    assertEquals(
      (await call("GetDatabase", { Name: "börse 市場 📈" })).Database.Name,
      "börse 市場 📈",
    );
  }));

Deno.test("a member of the wrong JSON type is a SerializationException", () =>
  withGlue(async ({ fails }) => {
    const inputs = [{ Name: 1 }, { Name: true }, { Name: ["x"] }, { Name: {} }, [], null, "x"];
    for (const input of inputs) {
      assertMatch(
        await fails("GetDatabase", input),
        /^(SerializationException|ValidationException)/,
      );
    }
    assertEquals(
      await fails("GetDatabase", { Name: 1 }),
      "SerializationException: NUMBER_VALUE can not be converted to a String",
    );
    assertMatch(
      await fails("GetTables", { DatabaseName: "db", MaxResults: "5" }),
      /^SerializationException: STRING_VALUE can not be converted to an Integer/,
    );
  }));

Deno.test("an operation that is not there is an UnknownOperationException", () =>
  withGlue(async ({ fails }) => {
    for (const operation of ["StartJobRun", "", "constructor", "__proto__", "toString"]) {
      assertMatch(await fails(operation), /^UnknownOperationException: /);
    }
  }));

Deno.test("every operation answers nonsense with an error of the service, and none throws another", () =>
  withGlue(async ({ glue }) => {
    const nonsense: unknown[] = [null, 1, "x", [], { Name: { a: [1] } }, { DatabaseName: 5 }];
    for (const operation of glueOperations) {
      for (const input of nonsense) {
        await glue.handle(operation, input as Record<string, unknown>).catch((error) => {
          assertEquals(error.name, "AwsError", `${operation}: ${error.stack}`);
        });
      }
    }
  }));

Deno.test("the operations that are supported", () => {
  assertEquals(glueOperations, [
    "BatchCreatePartition",
    "BatchDeletePartition",
    "BatchDeleteTable",
    "BatchDeleteTableVersion",
    "BatchGetCrawlers",
    "BatchGetPartition",
    "BatchUpdatePartition",
    "CreateCrawler",
    "CreateDatabase",
    "CreatePartition",
    "CreatePartitionIndex",
    "CreateTable",
    "CreateUserDefinedFunction",
    "DeleteColumnStatisticsForPartition",
    "DeleteColumnStatisticsForTable",
    "DeleteCrawler",
    "DeleteDatabase",
    "DeletePartition",
    "DeletePartitionIndex",
    "DeleteTable",
    "DeleteTableVersion",
    "DeleteUserDefinedFunction",
    "GetColumnStatisticsForPartition",
    "GetColumnStatisticsForTable",
    "GetCrawler",
    "GetCrawlerMetrics",
    "GetCrawlers",
    "GetDatabase",
    "GetDatabases",
    "GetPartition",
    "GetPartitionIndexes",
    "GetPartitions",
    "GetTable",
    "GetTableVersion",
    "GetTableVersions",
    "GetTables",
    "GetTags",
    "GetUserDefinedFunction",
    "GetUserDefinedFunctions",
    "ListCrawlers",
    "ListCrawls",
    "SearchTables",
    "StartCrawler",
    "StartCrawlerSchedule",
    "StopCrawler",
    "StopCrawlerSchedule",
    "TagResource",
    "UntagResource",
    "UpdateColumnStatisticsForPartition",
    "UpdateColumnStatisticsForTable",
    "UpdateCrawler",
    "UpdateCrawlerSchedule",
    "UpdateDatabase",
    "UpdatePartition",
    "UpdateTable",
    "UpdateUserDefinedFunction",
  ]);
});
