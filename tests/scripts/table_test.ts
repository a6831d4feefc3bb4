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
