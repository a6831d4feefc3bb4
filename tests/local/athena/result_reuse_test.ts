import { assertEquals, assertRejects } from "@std/assert";
import { AwsError } from "../../../lib/local/aws_error.ts";
import { type Answer, jsonTable, type TestAthena, testAthena } from "./harness.ts";

const reusing = (age?: number) => ({
  ResultReuseConfiguration: {
    ResultReuseByAgeConfiguration: {
      Enabled: true,
      ...(age === undefined ? {} : { MaxAgeInMinutes: age }),
    },
  },
});

const COUNT = "SELECT count(*) AS n FROM t";

const reused = ({ execution }: Answer): boolean =>
  execution.Statistics.ResultReuseInformation.ReusedPreviousResult;

/** A table with one record, and its count asked once. */
async function asked(): Promise<TestAthena & { first: Answer }> {
  const test = await testAthena();
  jsonTable(test, "t", { a: "int" });
  await test.put("t/1.json", '{"a":1}\n');
  return Object.assign(test, { first: await test.run(COUNT) });
}

Deno.test("a result that is asked for again is given again, from where it is, and nothing is scanned", async () => {
  await using test = await asked();
  await test.put("t/2.json", '{"a":2}\n');
  const again = await test.run(COUNT, reusing());
  assertEquals([again.rows, again.types, again.bytes], [[["n"], ["1"]], ["bigint"], 0]);
  assertEquals([reused(test.first), reused(again), again.id === test.first.id], [
    false,
    true,
    false,
  ]);
  assertEquals(
    again.execution.ResultConfiguration.OutputLocation,
    test.first.execution.ResultConfiguration.OutputLocation,
  );
  assertEquals(again.execution.ResultReuseConfiguration, {
    ResultReuseByAgeConfiguration: { Enabled: true, MaxAgeInMinutes: 60 },
  });
  // Without the setting it runs anew, and its result is the latest.
  assertEquals((await test.run(COUNT)).rows[1], ["2"]);
  assertEquals((await test.run(COUNT, reusing(10_080))).rows[1], ["2"]);
});

Deno.test("a result is given for the same text, database, catalog and configuration alone", async () => {
  await using test = await asked();
  test.catalog.putDatabase({ Name: "other" });
  await test.call("CreateWorkGroup", { Name: "team" });
  const others: [string, Record<string, unknown>][] = [
    [`${COUNT} `, {}],
    [COUNT.toLowerCase(), {}],
    [COUNT, { ResultConfiguration: { OutputLocation: "s3://out/elsewhere/" } }],
    [COUNT, { WorkGroup: "team" }],
    ["SELECT count(*) AS n FROM db.t", { QueryExecutionContext: { Database: "other" } }],
  ];
  for (const [sql, more] of others) {
    const answer = await test.run(sql, { ...reusing(), ...more });
    assertEquals([answer.state, reused(answer)], ["SUCCEEDED", false], JSON.stringify([sql, more]));
    assertEquals(reused(await test.run(sql, { ...reusing(), ...more })), true);
  }
});

Deno.test("parameters and the text of a prepared statement belong to the query", async () => {
  await using test = await testAthena();
  await test.run("PREPARE p FROM SELECT ? AS v");
  const run = (sql: string, ...ExecutionParameters: string[]) =>
    test.run(sql, { ...reusing(), ...(ExecutionParameters.length ? { ExecutionParameters } : {}) });
  for (
    const ask of [
      () => run("EXECUTE p USING 1"),
      () => run("EXECUTE p", "1"),
      () => run("SELECT ? + 0", "1"),
    ]
  ) {
    assertEquals([reused(await ask()), reused(await ask())], [false, true]);
  }
  assertEquals(reused(await run("EXECUTE p", "2")), false);
  await test.run("DEALLOCATE PREPARE p");
  await test.run("PREPARE p FROM SELECT ? * 2 AS v");
  const changed = await run("EXECUTE p", "2");
  assertEquals([reused(changed), changed.rows[1]], [false, ["4"]]);
});

Deno.test("results that are gone, too old, or of no query with one answer are not given", async () => {
  await using test = await asked();
  assertEquals(reused(await test.run(COUNT, reusing(0))), false);
  const context = { QueryExecutionContext: { Database: "db", Catalog: "AwsDataCatalog" } };
  assertEquals(reused(await test.run(COUNT, { ...reusing(), ...context })), true);
  for (const { key } of [...test.store.list("out")]) await test.store.delete("out", key);
  assertEquals(reused(await test.run(COUNT, reusing())), false);
  const statements = [
    "SELECT rand() AS r",
    "SELECT * FROM (SELECT a FROM t LIMIT 1)",
    "SELECT a FROM t TABLESAMPLE BERNOULLI (100)",
    "SHOW TABLES",
    "DESCRIBE t",
    "EXPLAIN SELECT 1",
  ];
  for (const sql of statements) {
    await test.run(sql, reusing());
    assertEquals(reused(await test.run(sql, reusing())), false, sql);
  }
  await test.run("SELECT nope", reusing());
  assertEquals((await test.run("SELECT nope", reusing())).state, "FAILED");
  const ordered = "SELECT a FROM t ORDER BY a LIMIT 1";
  await test.run(ordered);
  assertEquals(reused(await test.run(ordered, reusing())), true);
});

Deno.test("a query that overrides its work group's location takes no earlier result", async () => {
  await using test = await asked();
  const Configuration = {
    EnforceWorkGroupConfiguration: false,
    ResultConfiguration: { OutputLocation: "s3://out/team/" },
  };
  await test.call("CreateWorkGroup", { Name: "team", Configuration });
  const run = (more: Record<string, unknown>) =>
    test.run(COUNT, { WorkGroup: "team", ...reusing(), ...more });
  const own = { ResultConfiguration: undefined };
  assertEquals([reused(await run({})), reused(await run({}))], [false, false]);
  assertEquals([reused(await run(own)), reused(await run(own))], [false, true]);
});

Deno.test("a maximum age must be between none and seven days", async () => {
  await using test = await testAthena();
  const told = async (settings: Record<string, unknown>) => {
    const more = { ResultReuseConfiguration: { ResultReuseByAgeConfiguration: settings } };
    const error = await assertRejects(() => test.start("SELECT 1", more), AwsError);
    assertEquals(error.code, "InvalidRequestException");
    return error.message;
  };
  const at = "at 'resultReuseConfiguration.resultReuseByAgeConfiguration.";
  assertEquals(
    await told({ Enabled: true, MaxAgeInMinutes: 10_081 }),
    `1 validation error detected: Value ${at}maxAgeInMinutes' failed to satisfy ` +
      "constraint: Member must have value less than or equal to 10080",
  );
  assertEquals(
    await told({ Enabled: true, MaxAgeInMinutes: -1 }),
    `1 validation error detected: Value ${at}maxAgeInMinutes' failed to satisfy ` +
      "constraint: Member must have value greater than or equal to 0",
  );
  assertEquals(
    await told({ MaxAgeInMinutes: 5 }),
    `1 validation error detected: Value null ${at}enabled' failed to satisfy constraint: ` +
      "Member must not be null",
  );
});
