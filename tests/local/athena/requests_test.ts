/** Requests that do not fit Athena's API, as its own SDK sends them. */
import * as sdk from "@aws-sdk/client-athena";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { OPERATIONS } from "../../../lib/local/athena/operations/mod.ts";
import { startAwsServer } from "../../../lib/local/aws_server.ts";
import { type TestAthena, testAthena } from "./harness.ts";

/** What the SDK makes of an answer: its error's name and message, or nothing. */
type Asked = (operation: string, input: unknown) => Promise<[string, string] | undefined>;

async function withSdk(work: (ask: Asked, test: TestAthena) => Promise<void>): Promise<void> {
  await using test = await testAthena();
  const server = startAwsServer({
    port: 0,
    services: [test.athena],
    s3: () => Promise.resolve(new Response(null, { status: 404 })),
    control: () => new Response(null, { status: 404 }),
    log: (line) => {
      throw new Error(line);
    },
  });
  const client = new sdk.AthenaClient({
    endpoint: server.url,
    region: "us-east-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
  });
  const commands = sdk as unknown as Record<
    string,
    new (input: unknown) => sdk.GetWorkGroupCommand
  >;
  try {
    await work(async (operation, input) => {
      const Command = commands[`${operation}Command`];
      assert(Command, `the SDK has no ${operation}`);
      try {
        await client.send(new Command(input));
        return undefined;
      } catch (error) {
        assert(error instanceof sdk.AthenaServiceException, String(error));
        return [error.name, error.message];
      }
    }, test);
  } finally {
    client.destroy();
    await server.close();
  }
}

/** Operations whose id the SDK takes for a token, and fills in. */
const TAKEN_FOR_TOKENS = ["DeleteNamedQuery", "StopQueryExecution"];

const NOTHING_REQUIRED = [
  "ListDataCatalogs",
  "ListEngineVersions",
  "ListNamedQueries",
  "ListQueryExecutions",
  "ListWorkGroups",
];

Deno.test("every operation is one of the SDK's, and says what it must have", () =>
  withSdk(async (ask) => {
    const answered: string[] = [];
    for (const operation of Object.keys(OPERATIONS)) {
      if (TAKEN_FOR_TOKENS.includes(operation)) continue;
      const error = await ask(operation, {});
      if (!error) {
        answered.push(operation);
        continue;
      }
      assertEquals(error[0], "InvalidRequestException", operation);
      const [told = "", ...list] = error[1].split(/ detected: |; /);
      assertEquals(told, `${list.length} validation error${list.length === 1 ? "" : "s"}`);
      for (const one of list) {
        assert(/^Value null at '\w+' failed .* Member must not be null$/.test(one), one);
      }
    }
    assertEquals(answered.sort(), NOTHING_REQUIRED);
  }));

const at = (member: string, what: string) =>
  `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${what}`;
const tooLong = (member: string, length: number) =>
  at(member, `have length less than or equal to ${length}`);
const LONG = "x".repeat(300_000);

// Limits, patterns and values of the API's reference; the words are those recorded of Athena.
const CASES: [operation: string, input: unknown, message: string][] = [
  ["GetQueryExecution", { QueryExecutionId: LONG }, tooLong("queryExecutionId", 128)],
  ["GetQueryExecution", { QueryExecutionId: "nope" }, "QueryExecution nope was not found"],
  ["StopQueryExecution", { QueryExecutionId: "nope" }, "QueryExecution nope was not found"],
  ["GetNamedQuery", { NamedQueryId: "nope" }, "NamedQuery nope was not found"],
  ["GetWorkGroup", { WorkGroup: "nope" }, "WorkGroup is not found."],
  ["StartQueryExecution", { QueryString: LONG }, tooLong("queryString", 262_144)],
  [
    "ListQueryExecutions",
    { MaxResults: 51 },
    at("maxResults", "have value less than or equal to 50"),
  ],
  [
    "BatchGetQueryExecution",
    { QueryExecutionIds: [] },
    at("queryExecutionIds", "have length greater than or equal to 1"),
  ],
  [
    "CreateWorkGroup",
    { Name: "a b" },
    at("name", "satisfy regular expression pattern: [a-zA-Z0-9._-]{1,128}"),
  ],
  [
    "CreateNamedQuery",
    { Name: LONG, Database: "d", QueryString: "q" },
    tooLong("name", 128),
  ],
  [
    "GetDatabase",
    { CatalogName: "AwsDataCatalog", DatabaseName: LONG },
    tooLong("databaseName", 128),
  ],
  [
    "TagResource",
    { ResourceARN: "x", Tags: [{ Key: "" }] },
    at("tags.1.member.key", "have length greater than or equal to 1"),
  ],
];

Deno.test("what is too long, out of range or of no such form is refused in Athena's words", () =>
  withSdk(async (ask) => {
    for (const [operation, input, message] of CASES) {
      assertEquals(await ask(operation, input), ["InvalidRequestException", message], operation);
    }
    assertEquals(
      await ask("GetPreparedStatement", { StatementName: "nope", WorkGroup: "primary" }),
      ["ResourceNotFoundException", "PreparedStatement nope was not found"],
    );
  }));

Deno.test("values of other types are not read at all", () =>
  withSdk(async (ask) => {
    const cases: [string, unknown, string][] = [
      [
        "GetQueryExecution",
        { QueryExecutionId: 5 },
        "NUMBER_VALUE can not be converted to a String",
      ],
      [
        "ListQueryExecutions",
        { MaxResults: "a" },
        "STRING_VALUE can not be converted to an Integer",
      ],
      ["BatchGetQueryExecution", { QueryExecutionIds: "a" }, "Expected list or null"],
    ];
    for (const [operation, input, message] of cases) {
      assertEquals(await ask(operation, input), ["SerializationException", message], operation);
    }
  }));

// As recorded: the SDKs fill the token in themselves; without one nothing is started.
Deno.test("StartQueryExecution without a token is refused, and tells of the statement that is kept", () =>
  withSdk(async (ask, test) => {
    const tokens: [string, string][] = [
      ["x".repeat(31), at("clientRequestToken", "have length greater than or equal to 32")],
      ["x".repeat(129), tooLong("clientRequestToken", 128)],
      ["あ".repeat(50), "clientRequestToken exceeds maximum allowed length 128"],
    ];
    for (const [ClientRequestToken, message] of tokens) {
      const input = { QueryString: "SELEC 1", ClientRequestToken };
      assertEquals(await ask("StartQueryExecution", input), ["InvalidRequestException", message]);
    }
    const without = await assertRejects(() =>
      test.call("StartQueryExecution", { QueryString: "SELECT 1" })
    );
    assertEquals((without as Error).message, "clientRequestToken is null or empty");
    const kept: [string, string][] = [
      ["  ; SELECT 1 ;\n", "SELECT 1"],
      ["-- c\nSELECT\n  1 ;\n", "-- c\nSELECT\n  1"],
      ["SHOW TABLES IN AwsDataCatalog.db;", "SHOW TABLES IN db"],
      ["SELECT count(*) FROM awsdatacatalog.information_schema.tables", ""],
    ];
    for (const [sql, text] of kept) {
      const { execution } = await test.run(sql);
      assertEquals(execution.Query, text === "" ? sql : text);
    }
    const several: [string, string][] = [
      ["SELECT 1; -- c", "Only one sql statement is allowed. Got: SELECT 1; -- c"],
      [";", "Empty sql statement: ;"],
    ];
    for (const [sql, message] of several) {
      const input = {
        QueryString: sql,
        ResultConfiguration: { OutputLocation: "s3://out/" },
      };
      assertEquals(await ask("StartQueryExecution", input), ["InvalidRequestException", message]);
    }
  }));
