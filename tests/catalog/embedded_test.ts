import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { crawl, describeTables, ensureCrawler } from "../../lib/catalog/mod.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { ownStack } from "../own_stack.ts";

const FOLDER = "stock_market/dt=2024-01-31";
const row = (fields: object) => `${JSON.stringify({ Index: "HSI", ...fields })}\n`;

Deno.test("a crawl makes the table, and the next ones tell what changed", async () => {
  await using stack = await ownStack();
  await stack.put({ [`${FOLDER}/hour=09/a.json`]: row({ Close: 1, "Adj Close": 1.5 }) });

  const first = await crawl(stack.config);
  assertEquals([first.databaseCreated, first.crawlerCreated, first.created], [true, true, [
    "stock_market",
  ]]);
  const [table] = first.tables;
  assertEquals(table?.columns, [
    { name: "index", type: "string" },
    { name: "close", type: "int" },
    { name: "adj close", type: "double" },
  ]);
  assertEquals(table?.partitionKeys.map(({ name, type }) => [name, type]), [
    ["dt", "string"],
    ["hour", "string"],
  ]);
  assertEquals(table?.partitions, [{
    values: ["2024-01-31", "09"],
    location: `s3://kafka-stock-market/${FOLDER}/hour=09/`,
  }]);
  assertEquals(table?.classification, "json");
  assertEquals(await describeTables(stack.config), first.tables);

  const second = await crawl(stack.config);
  assertEquals([second.created, second.updated, second.unchanged], [[], [], ["stock_market"]]);

  await stack.put({ [`${FOLDER}/hour=10/b.json`]: row({ Close: 2.5, Volume: 3 }) });
  const [change] = (await crawl(stack.config)).updated;
  assertEquals(change?.columnsAdded, [{ name: "volume", type: "int" }]);
  assertEquals(change?.columnsChanged, [{ name: "close", from: "int", to: "double" }]);
  assertEquals(change?.partitionsAdded.map(({ values }) => values), [["2024-01-31", "10"]]);
});

Deno.test("where nothing was found, the bucket is looked at for the reason", async () => {
  await using stack = await ownStack();
  const why = async () => (await crawl(stack.config)).nothingFound?.why;
  const missing = await assertRejects(why, TickertapeError, "'kafka-stock-market' does not exist");
  assertEquals(missing.code, "CRAWLER_NO_BUCKET");
  assertStringIncludes(missing.remedy, "Run deno task produce and deno task consume");
  await stack.put({});
  assertEquals(await why(), "The bucket 'kafka-stock-market' is empty");
  await stack.put({ "dead_letter/kafka-stock-market/0.jsonl": "x" });
  assertStringIncludes(await why() ?? "", "dead letters alone");
  await stack.put({ "prices/a.json": row({}), "b.json": row({}) });
  assertEquals(
    await why(),
    "The bucket 'kafka-stock-market' has nothing under 'stock_market/', but it has " +
      "dead_letter/, prices/, b.json",
  );
  await stack.put({ [`${FOLDER}/empty.json`]: "" });
  assertStringIncludes(await why() ?? "", "empty.json, is empty");
  const { config } = stack;
  const hidden = { ...config, s3: { ...config.s3, dataPrefix: "hidden" } };
  await stack.put({ "hidden/_a.json": row({}) });
  const found = await crawl({ ...hidden, glue: { ...config.glue, crawler: "hidden" } });
  assertStringIncludes(found.nothingFound?.why ?? "", "passes over names that begin with _ or .");
});

Deno.test("a crawler for another prefix is left as it is", async () => {
  await using stack = await ownStack();
  const { config } = stack;
  await stack.put({});
  await ensureCrawler(config);
  const other = { ...config, s3: { ...config.s3, dataPrefix: "other" } };
  const error = await assertRejects(() => crawl(other), TickertapeError);
  assertEquals(error.code, "CRAWLER_IS_ANOTHER");
});

Deno.test("two crawls at once both end, one after the other", async () => {
  await using stack = await ownStack();
  await stack.put({ [`${FOLDER}/hour=09/a.json`]: row({ Close: 1 }) });
  const summaries = await Promise.all([crawl(stack.config), crawl(stack.config)]);
  assertEquals(summaries.map(({ status }) => status), ["SUCCEEDED", "SUCCEEDED"]);
  assertEquals(summaries.map(({ tables }) => tables.length), [1, 1]);
});
