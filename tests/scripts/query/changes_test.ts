import { assertEquals } from "@std/assert";
import type { AthenaRow, QueryResult } from "../../../lib/athena/mod.ts";
import { compareResults } from "../../../scripts/query/changes.ts";

function answer(names: string[], rows: AthenaRow[]): QueryResult {
  return {
    queryExecutionId: "a",
    columns: names.map((name) => ({ name, type: "varchar" })),
    rows,
    bytesScanned: 0,
    costUsd: 0,
    seconds: 0,
  };
}

Deno.test("the same answer shows no change", () => {
  const first = answer(["index", "close"], [{ index: "HSI", close: NaN }]);
  assertEquals(compareResults(first, first).changed, false);
});

Deno.test("a single row shows what each figure was and is", () => {
  const before = answer(["records", "last"], [{ records: 1000, last: "a" }]);
  const after = answer(["records", "last"], [{ records: 2500, last: null }]);
  const { changed, cells } = compareResults(before, after);
  assertEquals(changed, true);
  assertEquals(cells, [["1000 → 2500 (+1,500)", "a → NULL"]]);
});

Deno.test("rows go together by their first column, wherever they stand", () => {
  const before = answer(["index", "close"], [{ index: "A", close: 1 }, { index: "B", close: 2 }]);
  const after = answer(["index", "close"], [
    { index: "B", close: 1.5 },
    { index: "C", close: 3 },
    { index: "D", close: 4 },
  ]);
  assertEquals(compareResults(before, after), {
    changed: true,
    cells: [["B", "2 → 1.5 (-0.5)"], ["C", 3], ["D", 4]],
    added: 2,
    removed: 1,
  });
});

Deno.test("rows that the first column does not tell apart go together by place", () => {
  const before = answer(["index", "close"], [{ index: "A", close: 1 }, { index: "A", close: 2 }]);
  const after = answer(["index", "close"], [{ index: "A", close: 1 }, { index: "A", close: 3 }]);
  assertEquals(compareResults(before, after).cells, [["A", 1], ["A", "2 → 3 (+1)"]]);
});
