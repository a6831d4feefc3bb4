import { assertEquals, assertThrows } from "@std/assert";
import { parse } from "@std/csv";
import { aggregate, type Frame, overFrames } from "../../../lib/local/athena/engine/aggregate.ts";
import { jsonTable, testAthena } from "./harness.ts";

/** Walks frames over rows `0`, `1` …, and counts the rows that are added and removed. */
function walk(count: number, frameOf: (place: number) => Frame, removes: boolean) {
  const work = { added: 0, removed: 0 };
  const begin = () => {
    const state = {
      rows: new Set<number>(),
      add(row: number) {
        work.added++;
        state.rows.add(row);
      },
    };
    const remove = (row: number) => {
      work.removed++;
      state.rows.delete(row);
    };
    return removes ? { ...state, remove } : state;
  };
  const told = aggregate("d", "s", begin, ({ rows }) => [...rows].join(" "));
  const values = overFrames(told, { count, at: (place) => [place] }, frameOf);
  return { values, ...work };
}

Deno.test("a frame goes on from the one before: the work grows with the rows, not with the frames", () => {
  const growing = walk(5000, (last) => ({ first: 0, last }), false);
  assertEquals([growing.added, growing.removed], [5000, 0]);
  assertEquals(growing.values[3], "0 1 2 3");
  const week = (last: number) => ({ first: Math.max(0, last - 6), last });
  const moving = walk(5000, week, true);
  assertEquals([moving.added, moving.removed], [5000, 4993]);
  assertEquals(moving.values[8], "2 3 4 5 6 7 8");
  // Without a way to remove rows, and where most of them leave, it begins anew.
  assertEquals(walk(10, week, false).values, walk(10, week, true).values);
  assertEquals(walk(10, (at) => ({ first: at, last: at + 1 }), true).removed, 0);
  assertEquals(walk(3, (at) => ({ first: at, last: at - 1 }), true).values, ["", "", ""]);
});

Deno.test("values of a partition that take too much room fail by name", () => {
  const text = "x".repeat(2 ** 20);
  const long = aggregate("d", "s", () => ({ add: () => {} }), () => text);
  const rows = { count: 300, at: () => [0] };
  assertThrows(
    () => overFrames(long, rows, (last) => ({ first: 0, last })),
    Error,
    "EXCEEDED_LOCAL_MEMORY_LIMIT",
  );
});

Deno.test("averages over a table's windows have the digits of rows added and removed", async () => {
  await using test = await testAthena();
  const columns = { name: "string", day: "int", close: "double", note: "string" };
  jsonTable(test, "ticks", columns);
  const names = ["HSI", "NYA", "N225"];
  const rows = Array.from({ length: 9000 }, (_, i) => ({
    name: names[i % 3] as string,
    day: Math.floor(i / 3),
    close: i % 500 === 0 ? null : Math.round(((i * 7919) % 104729) * 1e3) / 7e3,
    note: `${i}`,
  }));
  for (const part of [0, 1, 2]) {
    const lines = rows.slice(part * 3000, part * 3000 + 3000).map((row) => JSON.stringify(row));
    await test.put(`ticks/${part}.json`, lines.join("\n"));
  }
  const over = "OVER (PARTITION BY name ORDER BY day ROWS 6 PRECEDING)";
  const sql = `SELECT name, day, close, avg(close) ${over} AS week, ` +
    "sum(close) OVER (PARTITION BY name ORDER BY day) AS total, " +
    "lag(day) OVER (PARTITION BY name ORDER BY day) AS before, " +
    "rank() OVER (ORDER BY day, name) AS place FROM ticks ORDER BY name, day";
  const { id, state } = await test.run(sql);
  assertEquals(state, "SUCCEEDED");
  const text = new TextDecoder().decode(await test.store.read("out", `results/${id}.csv`));
  const [, ...found] = parse(text);
  const expected = [...names].sort().flatMap((name) => {
    const own = rows.filter((row) => row.name === name);
    let [sum, total, known] = [0, 0, 0];
    return own.map(({ day, close }, i) => {
      const left = own[i - 7]?.close;
      if (left !== undefined && left !== null) [sum, known] = [sum - left, known - 1];
      if (close !== null) [sum, total, known] = [sum + close, total + close, known + 1];
      return [name, day, close, known > 0 ? sum / known : null, total === 0 ? null : total, i - 1];
    });
  });
  const number = (value: string | undefined) => value === "" ? null : Number(value);
  assertEquals(
    found.map(([name, day, close, week, total, before]) => [
      name,
      ...[day, close, week, total].map(number),
      number(before) ?? -1,
    ]),
    expected,
  );
  assertEquals(found.slice(0, 2).map((row) => row[6]), ["1", "4"]);
  const { rows: plan } = await test.run(`EXPLAIN SELECT avg(close) ${over} FROM ticks`);
  assertEquals(plan.map(([line]) => line).filter((line) => line?.includes("columns:")), [
    "    columns: name, day, close",
  ]);
});
