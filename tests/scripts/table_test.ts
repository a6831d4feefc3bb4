import { assertEquals } from "@std/assert";
import { formatTable } from "../../scripts/cli/table.ts";

Deno.test("numbers stand to the right, text to the left, nulls are empty", () => {
  assertEquals(
    formatTable(["name", "n"], [["a", 1], ["long name", 20n], [null, 300]]),
    [
      "name         n",
      "─────────  ───",
      "a            1",
      "long name   20",
      "           300",
    ].join("\n"),
  );
});

Deno.test("the widest column is cut where the terminal is narrow", () => {
  assertEquals(
    formatTable(["id", "text"], [["ab", "0123456789abcdef"]], { width: 14 }),
    ["id  text", "──  ──────────", "ab  012345678…"].join("\n"),
  );
});

Deno.test("a row is a block of lines where the terminal is too narrow for its columns", () => {
  assertEquals(
    formatTable(["index", "first_day", "last_day"], [
      ["000001.SS", "2018-01-02", "2022-12-30"],
      ["HSI", null, "株価".repeat(9)],
    ], { width: 30 }),
    [
      "─────────────────────",
      "index      000001.SS",
      "first_day  2018-01-02",
      "last_day   2022-12-30",
      "─────────────────────",
      "index      HSI",
      "first_day",
      "last_day   株価株価株価株価株…",
    ].join("\n"),
  );
});

Deno.test("wide characters count as two columns", () => {
  assertEquals(
    formatTable(["x", "y"], [["株価", "a"]]),
    ["x     y", "────  ─", "株価  a"].join("\n"),
  );
});

Deno.test("a cell cannot break the line or send the terminal a command", () => {
  assertEquals(
    formatTable(["x"], [["a\nb\u001b[2J"]]),
    ["x", "───────", "a⏎b·[2J"].join("\n"),
  );
});

Deno.test("a table without rows has its header", () => {
  assertEquals(formatTable(["a", "b"], []), "a  b\n─  ─");
});
