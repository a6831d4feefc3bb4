import { assertEquals } from "@std/assert";
import { namedQuery, query } from "../../lib/athena/mod.ts";
import { crawl } from "../../lib/catalog/mod.ts";
import { type OwnStack, ownStack } from "../own_stack.ts";
import { checkNamedQueries, records, type Row } from "./named_queries_oracle.ts";

async function written(rows: readonly Row[]): Promise<OwnStack> {
  const stack = await ownStack();
  const byPartition = Map.groupBy(rows, (row) => row.kafka_partition);
  for (const [partition, own] of byPartition) {
    const body = own.map((row) => JSON.stringify(row)).join("\n");
    await stack.put({ [`stock_market/dt=2024-01-31/hour=09/prices+${partition}+0.jsonl`]: body });
  }
  await crawl(stack.config);
  return stack;
}

Deno.test("the named queries answer what the records say", async (test) => {
  const rows = await records();
  await using stack = await written(rows);
  await checkNamedQueries(test, rows, async (name) => {
    return (await query(stack.config, namedQuery(name).sql)).rows;
  });
});

Deno.test("the proof sees records that are there twice, and ones that are missing", async () => {
  const rows = await records();
  const own = rows.filter(({ kafka_partition }) => kafka_partition === 1);
  const damaged = [...own.slice(0, 10), ...own.slice(12), own[3]!, own[4]!, own[4]!];
  await using stack = await written(damaged);
  const answer = await query(stack.config, namedQuery("exactly_once").sql);
  assertEquals(answer.rows, [{
    kafka_partition: 1,
    records: own.length + 1,
    first_offset: 0,
    last_offset: own.length - 1,
    duplicates: 3,
    gaps: 2,
  }]);
});
