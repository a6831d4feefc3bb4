import { assertEquals, assertThrows } from "@std/assert";
import { namedQueries, namedQuery } from "../../lib/athena/named_queries.ts";
import { UsageError } from "../../lib/errors.ts";

const folder = new URL("../../lib/athena/queries/", import.meta.url);

Deno.test("each file is a named query, and each named query a file", () => {
  const files = Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
  assertEquals(namedQueries().map(({ name }) => `${name}.sql`).sort(), files);
});

Deno.test("each has a title of its own on the first line, and nothing to be filled in", () => {
  const titles = new Set(namedQueries().map(({ title }) => title));
  assertEquals(titles.size, namedQueries().length);
  for (const { title, sql } of namedQueries()) {
    assertEquals(sql.split("\n")[0], `-- ${title}`);
    assertEquals(/\{\D|[$;]/.test(sql), false, title);
  }
});

Deno.test("each asks the table that it is told to ask, and no other", () => {
  for (const { name, sql } of namedQueries({ table: "prices$1" })) {
    assertEquals(sql.includes('FROM "prices$1"'), true, name);
    assertEquals(sql.includes("stock_market"), false, name);
  }
});

Deno.test("an unknown name is wrong usage, and the names are given", () => {
  const error = assertThrows(() => namedQuery("totals"), UsageError);
  assertEquals(error.remedy.includes("total, records_per_minute"), true);
});
