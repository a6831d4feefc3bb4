import { assertEquals, assertStringIncludes } from "@std/assert";
import { queryErrorOf } from "../../lib/athena/query_error.ts";
import { loadConfig } from "../../lib/config.ts";

const config = loadConfig({});

Deno.test("an error shows the line at fault with a mark under the place", () => {
  const sql = "SELECT\n  CloseUSD\nFROM stock_market";
  const reason = "COLUMN_NOT_FOUND: line 2:3: Column 'closeusd' cannot be resolved";
  const error = queryErrorOf(config, sql, reason);
  assertEquals(error.code, "COLUMN_NOT_FOUND");
  assertEquals(error.position, { line: 2, column: 3 });
  assertEquals(error.remedy.split("\n").slice(0, 2), ["2 |   CloseUSD", "  |   ^"]);
});

Deno.test("a place that is not in the text is not shown", () => {
  const error = queryErrorOf(config, "SELECT 1", "SYNTAX_ERROR: line 9:99: what is this");
  assertEquals(error.position, { line: 9, column: 99 });
  assertEquals(error.remedy.includes("^"), false);
});

Deno.test("a place far to the right is shown with what is around it", () => {
  const sql = `SELECT ${"1, ".repeat(100)}x`;
  const column = sql.length;
  const lines = queryErrorOf(config, sql, `COLUMN_NOT_FOUND: line 1:${column}: no`).remedy.split(
    "\n",
  );
  assertEquals(lines[0]?.length! < 100, true);
  assertEquals(lines[0]?.[lines[1]!.indexOf("^")], "x");
});

Deno.test("a reason over several lines becomes a message of one", () => {
  const error = queryErrorOf(config, "SELECT", "GENERIC_USER_ERROR: first\n  second");
  assertEquals(error.message, "Could not run the query: GENERIC_USER_ERROR: first second");
});

Deno.test("a reason without a name keeps the one of the call", () => {
  const error = queryErrorOf(config, "SELECT", "No output location provided.", {
    code: "NO_OUTPUT_LOCATION",
  });
  assertEquals(error.code, "NO_OUTPUT_LOCATION");
  assertStringIncludes(error.remedy, "ATHENA_RESULTS_BUCKET");
});

Deno.test("one object over several lines, the tutorial's trap, is named", () => {
  const reason = "HIVE_CURSOR_ERROR: Row is not a valid JSON Object - JSONException";
  assertStringIncludes(queryErrorOf(config, "SELECT 1", reason).remedy, "one whole object a line");
});
