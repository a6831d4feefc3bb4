import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { query, QueryError, queryPages, type QueryProgress } from "../../lib/athena/mod.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { type Answers, Fault, scriptedAws } from "../scripted_aws.ts";

const ID = "11111111-2222-3333-4444-555555555555";

function execution(state: string, more: Record<string, unknown> = {}): object {
  const { Status, ...rest } = more;
  return {
    QueryExecution: {
      QueryExecutionId: ID,
      StatementType: "DML",
      Status: { State: state, ...(Status as object) },
      Statistics: { DataScannedInBytes: 1234 },
      ...rest,
    },
  };
}

/** Gives the answers one after the other, and the last of them from then on. */
function inTurn(...answers: unknown[]): () => unknown {
  let index = 0;
  return () => answers[Math.min(index++, answers.length - 1)];
}

function rows(...cells: (string | null)[][]): { Data: object[] }[] {
  return cells.map((row) => ({
    Data: row.map((text) => text === null ? {} : { VarCharValue: text }),
  }));
}

function results(columns: [name: string, type: string][], data: object[], NextToken?: string) {
  const ColumnInfo = columns.map(([Name, Type]) => ({ Name, Type }));
  return { ResultSet: { ResultSetMetadata: { ColumnInfo }, Rows: data }, NextToken };
}

function answers(more: Answers): Answers {
  return { "AmazonAthena.StartQueryExecution": () => ({ QueryExecutionId: ID }), ...more };
}

Deno.test("the id is told before the first look, and each state as it comes", async () => {
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": inTurn(
      execution("QUEUED"),
      execution("RUNNING"),
      execution("SUCCEEDED"),
    ),
    "AmazonAthena.GetQueryResults": () => results([["a", "integer"]], rows(["a"], ["1"])),
  }));
  const seen: (QueryProgress["state"] | string)[] = [];
  const result = await query(aws.config, "SELECT 1 AS a", {
    onProgress: ({ state, queryExecutionId }) => {
      const looks = aws.calls.filter(({ operation }) => operation.endsWith("GetQueryExecution"));
      seen.push(`${state} after ${looks.length}`);
      assertEquals(queryExecutionId, ID);
    },
  });
  assertEquals(seen, ["QUEUED after 0", "QUEUED after 1", "RUNNING after 2", "SUCCEEDED after 3"]);
  assertEquals(result.rows, [{ a: 1 }]);
  assertEquals([result.queryExecutionId, result.bytesScanned], [ID, 1234]);
});

Deno.test("the start call has a token, the database, the output location and the parameters", async () => {
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": () => execution("SUCCEEDED"),
    "AmazonAthena.GetQueryResults": () => results([], []),
  }));
  await query(aws.config, "SELECT ?, ?", { params: ["O'Hare", 2], database: "other" });
  const start = aws.calls.find(({ operation }) => operation.endsWith("StartQueryExecution"))!.input;
  assertEquals(start.ExecutionParameters, ["'O''Hare'", "2"]);
  assertEquals(start.QueryExecutionContext, { Database: "other" });
  assertEquals(start.ResultConfiguration, {
    OutputLocation: "s3://athena-store-kafka-stock-market/",
  });
  // https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
  const token = String(start.ClientRequestToken);
  assert(token.length >= 32 && token.length <= 128);
});

Deno.test("an abort stops the query at the service and waits until it has stopped", async () => {
  const controller = new AbortController();
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": () => {
      controller.abort();
      const stops = aws.calls.filter(({ operation }) => operation.endsWith("StopQueryExecution"));
      return execution(stops.length === 0 ? "RUNNING" : "CANCELLED");
    },
  }));
  const error = await assertRejects(
    () => query(aws.config, "SELECT 1", { signal: controller.signal }),
    QueryError,
  );
  assertEquals([error.code, error.queryExecutionId], ["QUERY_CANCELLED", ID]);
  const stop = aws.calls.find(({ operation }) => operation.endsWith("StopQueryExecution"));
  assertEquals(stop?.input, { QueryExecutionId: ID });
});

Deno.test("a query that someone else cancels ends, and is not waited for for ever", async () => {
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": inTurn(execution("RUNNING"), execution("CANCELLED")),
  }));
  const error = await assertRejects(() => query(aws.config, "SELECT 1"), QueryError);
  assertEquals(error.code, "QUERY_CANCELLED");
});

Deno.test("a signal that is aborted already sends nothing", async () => {
  await using aws = scriptedAws({});
  const signal = AbortSignal.abort();
  await assertRejects(
    () => query(aws.config, "SELECT 1", { signal }),
    QueryError,
    "before it was sent",
  );
  assertEquals(aws.calls, []);
});

Deno.test("a failed query is an error with Athena's name, the place and what to do", async () => {
  const StateChangeReason =
    "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.stock_market.nope' does not exist";
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": () =>
      execution("FAILED", {
        Status: { StateChangeReason, AthenaError: { ErrorCategory: 2, Retryable: false } },
      }),
  }));
  const error = await assertRejects(() => query(aws.config, "SELECT * FROM nope"), QueryError);
  assertEquals(error.code, "TABLE_NOT_FOUND");
  assertEquals(error.position, { line: 1, column: 15 });
  assertEquals(error.queryExecutionId, ID);
  assertStringIncludes(error.remedy, "Run deno task crawl first");
});

Deno.test("a malformed query fails at the start call, and is told in the same way", async () => {
  await using aws = scriptedAws({
    "AmazonAthena.StartQueryExecution": () =>
      new Fault("InvalidRequestException", "line 1:1: mismatched input 'SELEC'. Expecting: …", {
        AthenaErrorCode: "MALFORMED_QUERY",
      }),
  });
  const error = await assertRejects(() => query(aws.config, "SELEC 1"), QueryError);
  assertEquals([error.code, error.position], ["MALFORMED_QUERY", { line: 1, column: 1 }]);
});

Deno.test("no place for the results is told as what to set", async () => {
  await using aws = scriptedAws({
    "AmazonAthena.StartQueryExecution": () =>
      new Fault(
        "InvalidRequestException",
        "Unable to verify/create output bucket athena-store-kafka-stock-market",
      ),
  });
  const error = await assertRejects(() => query(aws.config, "SELECT 1"), QueryError);
  assertEquals(error.code, "NO_OUTPUT_LOCATION");
  assertStringIncludes(error.remedy, "ATHENA_RESULTS_BUCKET");
});

Deno.test("credentials that are refused are told as such", async () => {
  await using aws = scriptedAws({
    "AmazonAthena.StartQueryExecution": () =>
      new Fault("UnrecognizedClientException", "The security token included is invalid."),
  });
  const error = await assertRejects(() => query(aws.config, "SELECT 1"), TickertapeError);
  assertEquals(error.code, "AWS_BAD_CREDENTIALS");
});

Deno.test("where nothing answers, the embedded stack is named", async () => {
  const aws = scriptedAws({});
  await aws[Symbol.asyncDispose]();
  const error = await assertRejects(() => query(aws.config, "SELECT 1"), TickertapeError);
  assertEquals([error.code, error.retriable], ["AWS_UNREACHABLE", true]);
  assertStringIncludes(error.remedy, "deno task local");
});

Deno.test("pages are read one by one, and only the first has a header", async () => {
  const columns: [string, string][] = [["n", "varchar"], ["n", "bigint"]];
  const pages = [
    results(columns, rows(["n", "n"], ["a", "1"]), "two"),
    results(columns, rows(["n", null], [null, "9007199254740993"]), "three"),
    results(columns, rows()),
  ];
  const tokens: unknown[] = [];
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": () => execution("SUCCEEDED"),
    "AmazonAthena.GetQueryResults": ({ NextToken }) => pages[tokens.push(NextToken) - 1],
  }));
  const found = await Array.fromAsync(queryPages(aws.config, "SELECT 1", { pageRows: 2 }));
  assertEquals(found.map((page) => page.rows), [
    [{ n: "a", n_2: 1 }],
    [{ n: "n", n_2: null }, { n: null, n_2: 9007199254740993n }],
    [],
  ]);
  assertEquals(tokens, [undefined, "two", "three"]);
  assertEquals(found[0]?.columns, [{ name: "n", type: "varchar" }, {
    name: "n_2",
    type: "bigint",
  }]);
});

Deno.test("a reader that has seen enough ends the reading", async () => {
  let pages = 0;
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": () => execution("SUCCEEDED"),
    "AmazonAthena.GetQueryResults": () => {
      pages++;
      return results([["n", "bigint"]], rows(["1"]), "more");
    },
  }));
  for await (const page of queryPages(aws.config, "SELECT 1")) if (page.rows.length > 0) break;
  assertEquals(pages, 1);
});

Deno.test("SHOW and DDL have no header", async () => {
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": () => execution("SUCCEEDED", { StatementType: "UTILITY" }),
    "AmazonAthena.GetQueryResults": () =>
      results([["tab_name", "string"]], rows(["tab_name"], ["b"])),
  }));
  const { rows: found, costUsd } = await query(aws.config, "SHOW TABLES");
  assertEquals(found, [{ tab_name: "tab_name" }, { tab_name: "b" }]);
  assertEquals(costUsd, 0);
});

Deno.test("a column named as a part of every object is a column like any other", async () => {
  await using aws = scriptedAws(answers({
    "AmazonAthena.GetQueryExecution": () => execution("SUCCEEDED"),
    "AmazonAthena.GetQueryResults": () =>
      results([["__proto__", "varchar"]], rows(["__proto__"], ["x"])),
  }));
  const { rows: found } = await query(aws.config, "SELECT 1");
  assertEquals(Object.entries(found[0]!), [["__proto__", "x"]]);
});

Deno.test("the results bucket is made where it is missing, on the local target", async () => {
  await using aws = scriptedAws(answers({
    HEAD: () => new Response(null, { status: 404 }),
    PUT: () => new Response(null),
    "AmazonAthena.GetQueryExecution": () => execution("SUCCEEDED"),
    "AmazonAthena.GetQueryResults": () => results([], []),
  }));
  await query(aws.config, "SELECT 1");
  const made = aws.calls.filter(({ operation }) => operation === "PUT");
  assertEquals(made.map(({ input }) => String(input.url).replace(/\/(\?.*)?$/, "")), [
    "/athena-store-kafka-stock-market",
  ]);
});
