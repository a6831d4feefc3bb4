import { assertEquals, assertStringIncludes } from "@std/assert";
import { facts, table } from "../../lib/notebook/table.ts";

Deno.test("a table's text and HTML hold the same cells, numbers to the right", () => {
  const { data } = table([{ Index: "HSI", Close: 28338.456, Note: null }], { title: "Prices" });
  assertEquals(data["text/plain"], "Prices\nIndex      Close  Note\nHSI    28,338.46");
  assertStringIncludes(
    data["text/html"] ?? "",
    '<td align="right" style="text-align:right">28,338.46',
  );
  assertStringIncludes(data["text/html"] ?? "", '<th align="left" style="text-align:left">Index');
});

Deno.test("a table says how many rows it leaves out, and where there are none", () => {
  const rows = [1, 2, 3].map((n) => ({ n }));
  assertEquals(table(rows, { limit: 2 }).data["text/plain"], "n\n1\n2\n(and 1 more row)");
  assertEquals(table([]).data["text/plain"].trim(), "(no rows)");
});

Deno.test("markup in a cell is text", () => {
  const html = table([{ value: "<script>alert(1)</script>" }]).data["text/html"] ?? "";
  assertEquals(html.includes("<script>"), false);
  assertStringIncludes(html, "&lt;script&gt;");
});

Deno.test("what differs from run to run has a stand-in beside it, not in its place", () => {
  const view = table([{ offset: 7, sent: "10:31:07" }], { varying: ["sent"] });
  assertEquals(view.data["text/plain"], "offset  sent\n     7  10:31:07");
  assertEquals(view.steady?.["text/plain"], "offset  sent\n     7  …");
  const { steady } = facts({ seconds: 0.31, records: 5 }, { varying: { seconds: "0.5" } });
  assertEquals(steady?.["text/plain"], "seconds  0.5\nrecords    5");
});
