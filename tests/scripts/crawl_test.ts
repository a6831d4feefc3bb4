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
