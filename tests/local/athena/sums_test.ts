/** Sums, maps and orders of many rows of tables: what they give, and in what time. */
import { assertEquals, assertThrows } from "@std/assert";
import { overFrames, overGroup, type Rows } from "../../../lib/local/athena/engine/aggregate.ts";
import { FIRSTS } from "../../../lib/local/athena/engine/aggregates/firsts.ts";
import { SUMS } from "../../../lib/local/athena/engine/aggregates/sums.ts";
import { TOPS } from "../../../lib/local/athena/engine/aggregates/tops.ts";
import { jsonTable, testAthena } from "./harness.ts";

const GREATEST = 9223372036854775807n;

/** Rows of values, of which each is read as often as is counted. */
function counted(values: readonly unknown[][]): Rows & { reads: number } {
  const rows = {
    count: values.length,
    reads: 0,
    at(place: number) {
      rows.reads++;
      return values[place];
    },
  };
  return rows;
}

const growing = (last: number) => ({ first: 0, last });

Deno.test("a bigint's sum fails at the row that takes it beyond the greatest one, or brings it there", () => {
  const told = (values: bigint[]) => overGroup(SUMS.sum_bigint, counted(values.map((v) => [v])));
  assertEquals(told([GREATEST, -5n, 1n]), GREATEST - 4n);
  const fails = (work: () => unknown, message: string) =>
    assertThrows(work, Error, `NUMERIC_VALUE_OUT_OF_RANGE: bigint ${message}`);
  fails(() => told([GREATEST, 1n, -5n]), `addition overflow: ${GREATEST} + 1`);
  const rows = counted([[-9n], [GREATEST], [3n], [4n]]);
  fails(
    () => overFrames(SUMS.sum_bigint, rows, (first) => ({ first, last: 3 })),
    `subtraction overflow: ${GREATEST - 2n} - -9`,
  );
  const decimals = counted([["9".repeat(38)], ["9".repeat(38)], [`-${"9".repeat(38)}`]]);
  assertEquals(overGroup(SUMS.sum_decimal, decimals), "9".repeat(38));
});

Deno.test("firsts and greatest over growing frames read each row once", () => {
  const keys = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 10007);
  const rows = counted(keys.map((key) => [BigInt(key), 2n, false]));
  const tops = overFrames(TOPS.top_i, rows, growing);
  assertEquals(rows.reads, 3000);
  for (const at of [0, 1, 17, 2999]) {
    const sorted = keys.slice(0, at + 1).map((key, i) => ({ key, i })).sort((a, b) =>
      b.key - a.key
    );
    assertEquals(tops[at], sorted.slice(0, 2).map(({ i }) => BigInt(i + 1)));
  }
  const texts = counted(keys.map((key) => [{ items: [String(key % 5), "all"] }]));
  const firsts = overFrames(FIRSTS.firsts, texts, growing) as bigint[][];
  assertEquals(texts.reads, 3000);
  const found = [0, 1, 2, 3, 4].map((rest) => keys.findIndex((key) => key % 5 === rest) + 1);
  assertEquals(firsts[2999], found.sort((a, b) => a - b).map(BigInt));
});

Deno.test("sums over a table's rows go in their order; a table of the same sign is added up at once", async () => {
  await using test = await testAthena();
  jsonTable(test, "steps", { name: "string", step: "int", amount: "bigint" });
  const rows = [
    { name: "back", step: 1, amount: `${GREATEST}` },
    { name: "far", step: 2, amount: `${GREATEST}` },
    { name: "back", step: 3, amount: "-5" },
    { name: "far", step: 4, amount: "1" },
    { name: "back", step: 5, amount: "1" },
    { name: "far", step: 6, amount: "-5" },
  ];
  const lines = rows.map(({ name, step, amount }) =>
    `{"name":"${name}","step":${step},"amount":${amount}}`
  );
  await test.put("steps/0.json", `${lines.join("\n")}\n`);
  const failed = `NUMERIC_VALUE_OUT_OF_RANGE: bigint addition overflow: ${GREATEST} + 1`;
  const total = "SELECT sum(amount) FROM steps WHERE name = ";
  assertEquals(await test.rows(`${total}'back'`), [[`${GREATEST - 4n}`]]);
  assertEquals((await test.run(`${total}'far'`)).reason, failed);
  assertEquals(
    (await test.run("SELECT name, sum(amount) FROM steps GROUP BY name")).reason,
    failed,
  );
  assertEquals(
    await test.rows(
      "SELECT step, sum(amount) OVER (ORDER BY step ROWS 1 PRECEDING) FROM steps " +
        "WHERE name = 'far' AND step > 2 ORDER BY step",
    ),
    [["4", "1"], ["6", "-4"]],
  );
  assertEquals(
    (await test.run("SELECT sum(amount) OVER (PARTITION BY name ORDER BY step) FROM steps"))
      .reason,
    failed,
  );
  // What the engine adds up in 128 bits is answered where rows of one sign have room.
  assertEquals(
    await test.rows("SELECT sum(amount - 9223372036854775800) FROM steps WHERE amount > 5"),
    [["14"]],
  );
});

Deno.test("maps of thousands of keys are made in time", async () => {
  await using test = await testAthena();
  const keys = "FROM UNNEST(sequence(1, 9000)) t(i)";
  const maps = ["map_agg(i, -i)", "map_union(MAP(ARRAY[i], ARRAY[-i]))", "multimap_agg(i, -i)"];
  assertEquals(
    await test.rows(
      `SELECT ${maps.map((map) => `cardinality(${map})`).join(", ")}, map_agg(i, -i)[77] ${keys}`,
    ),
    [["9000", "9000", "9000", "-77"]],
  );
  assertEquals(
    await test.rows(
      `SELECT sum(cardinality(m)), max(element_at(m, 3)) FROM (SELECT map_agg(i % 5, i) OVER (ORDER BY i) m ${keys})`,
    ),
    [["44990", "3"]],
  );
});
