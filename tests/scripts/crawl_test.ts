import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { ownStack } from "../own_stack.ts";
import { runTask } from "./run_task.ts";

const FOLDER = "stock_market/dt=2024-01-31";

Deno.test("crawl shows the table, then what changed, and --json has it all", async () => {
  await using stack = await ownStack();
  await stack.put({ [`${FOLDER}/hour=09/a.json`]: '{"Index":"HSI","Adj Close":1.5}\n' });
  const first = await runTask("crawl", [], { env: stack.env });
  assertEquals(first.code, 0);
  assertMatch(first.stdout, /^stock_market: new\njson · s3:\/\/\S+\/ · 1 partition by dt, hour\n/);
  assertMatch(first.stdout, /^adj close +double$/m);
  assertMatch(first.stdout, /^hour +string +partition key$/m);
  assertMatch(first.stderr, /^Made the database stock_market\.\nMade the crawler crwlr-/);
  assertStringIncludes(first.stderr, "deno task query --name total");

  await stack.put({ [`${FOLDER}/hour=10/b.json`]: '{"Index":"HSI","Volume":7}\n' });
  const second = await runTask("crawl", [], { env: stack.env });
  assertStringIncludes(
    second.stdout,
    "stock_market: columns added: volume (int); partitions added: 2024-01-31/10\n",
  );

  const { code, stdout } = await runTask("crawl", ["--json"], { env: stack.env });
  assertEquals(code, 0);
  const summary = JSON.parse(stdout);
  assertEquals([summary.created, summary.updated, summary.unchanged], [[], [], ["stock_market"]]);
  const [table] = summary.tables;
  assertEquals(table.name, "stock_market");
  assertEquals(table.columns[0], { name: "index", type: "string" });
  assertEquals(table.partitionKeys.map(({ name }: { name: string }) => name), ["dt", "hour"]);
  assertEquals(
    table.partitions.map(({ values }: { values: string[] }) => values),
    [["2024-01-31", "09"], ["2024-01-31", "10"]],
  );
  assert(summary.seconds > 0);
});

Deno.test("crawl tells of tables that Athena will not answer from, and what to do", async () => {
  await using stack = await ownStack();
  await stack.put({
    "stock_market/one.json": '{"a":1}\n',
    "stock_market/two.csv": "x,y\n1,a\n2,b\n",
  });
  const mixed = await runTask("crawl", [], { env: stack.env });
  assertEquals(mixed.code, 0);
  assertMatch(mixed.stdout, /^one_json: new\n[^]*\n\ntwo_csv: new\n/);
  assertMatch(
    mixed.stderr,
    /^one_json, two_csv: It is one object and not a folder: .*\nGive each/m,
  );
  assertEquals(mixed.stderr.includes("Ask it something"), false);
});

Deno.test("crawl says of a table that its data is gone, and why that may be", async () => {
  await using stack = await ownStack();
  await stack.put({
    "stock_market/dt=1/a.json": '{"a":1}\n',
    "stock_market/dt=2/a.json": '{"a":1}\n',
  });
  await runTask("crawl", [], { env: stack.env });
  const remove = (key: string) =>
    fetch(`${stack.env.AWS_ENDPOINT_URL}/kafka-stock-market/${key}`, { method: "DELETE" });
  await (await remove("stock_market/dt=1/a.json")).body?.cancel();
  const half = await runTask("crawl", [], { env: stack.env });
  assertMatch(half.stdout, / · 2 partitions by dt, 1 of them without data\n/);
  await (await remove("stock_market/dt=2/a.json")).body?.cancel();
  const { code, stdout, stderr } = await runTask("crawl", [], { env: stack.env });
  assertEquals(code, 0);
  assertMatch(stdout, /^stock_market: without data\n/);
  assertMatch(stderr, /^stock_market: The crawler finds its data no more/m);
  assertMatch(stderr, /^Nothing was found\. The bucket 'kafka-stock-market' is empty\.$/m);
});

Deno.test("crawl says that it found nothing, and why", async () => {
  await using stack = await ownStack();
  await stack.put({ "prices/a.json": '{"Index":"HSI"}' });
  const { code, stdout, stderr } = await runTask("crawl", [], { env: stack.env });
  assertEquals([code, stdout], [0, ""]);
  assertStringIncludes(stderr, "No table was found. The bucket 'kafka-stock-market' has nothing");
  assertStringIncludes(stderr, "Set S3_DATA_PREFIX");
});

Deno.test("crawl before anything was written says what to do first", async () => {
  await using stack = await ownStack();
  const { code, stderr } = await runTask("crawl", [], { env: stack.env });
  assertEquals(code, 1);
  assertMatch(
    stderr,
    /^error: .*'kafka-stock-market' does not exist\n {2}.*deno task consume.*\n {2}.*\n$/,
  );
});
