import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { query, QueryError, queryPages } from "../../lib/athena/mod.ts";
import { crawl } from "../../lib/catalog/mod.ts";
import { ownStack } from "../own_stack.ts";

Deno.test("queries at the embedded Athena", async (test) => {
  await using stack = await ownStack();
  const { config } = stack;
  const rows = [
    { Index: "HSI", Close: 16566.5, Volume: null, Name: "O'Hare; -- ?" },
    { Index: "N225", Close: 36286.71, Volume: 9007199254740993n, Name: "日経" },
  ];
  const text = rows.map((row) =>
    JSON.stringify(row, (_key, value) => typeof value === "bigint" ? `@${value}` : value)
      .replace(/"@(\d+)"/, "$1")
  ).join("\n");
  await stack.put({ "stock_market/dt=2024-01-31/hour=09/a.jsonl": text });
  await crawl(config);

  await test.step("DESCRIBE gives a row a column, though its values come in one", async () => {
    const { rows: described } = await query(config, "DESCRIBE stock_market");
    assertEquals(described.slice(0, 2), [
      { col_name: "index", data_type: "string", comment: "from deserializer" },
      { col_name: "close", data_type: "double", comment: "from deserializer" },
    ]);
  });

  await test.step("rows are typed, by column name", async () => {
    const sql = 'SELECT "index", "close", volume, name, "close" > 20000 AS high, dt, ' +
      "DATE '2024-02-29' AS day, DECIMAL '1.10' AS price, ARRAY[1, 2] AS list, 1 AS high " +
      'FROM stock_market ORDER BY "index"';
    const { columns, rows: found, bytesScanned } = await query(config, sql);
    assertEquals(columns.map(({ name, type }) => `${name} ${type.replace(/\(.*/, "")}`), [
      "index varchar",
      "close double",
      "volume bigint",
      "name varchar",
      "high boolean",
      "dt varchar",
      "day date",
      "price decimal",
      "list array",
      "high_2 integer",
    ]);
    const rest = { dt: "2024-01-31", day: "2024-02-29", price: "1.10", list: "[1, 2]", high_2: 1 };
    assertEquals(found, [
      { index: "HSI", close: 16566.5, volume: null, name: "O'Hare; -- ?", high: false, ...rest },
      {
        index: "N225",
        close: 36286.71,
        volume: 9007199254740993n,
        name: "日経",
        high: true,
        ...rest,
      },
    ]);
    assertEquals(bytesScanned, new TextEncoder().encode(text).length);
  });

  await test.step("parameters are values, whatever stands in them", async () => {
    const sql = 'SELECT "index" FROM stock_market WHERE name = ? AND "close" < ? AND "close" > ?';
    const params = ["O'Hare; -- ?", 16566.75, 16566];
    assertEquals((await query(config, sql, { params })).rows, [{ index: "HSI" }]);
    const injected = ["' OR 1 = 1 --", 1e6, 0];
    assertEquals((await query(config, sql, { params: injected })).rows, []);
    const time = new Date("2024-02-29T01:02:03.004Z");
    assertEquals(
      (await query(config, "SELECT ? AS t, ? AS n, ? AS b", {
        params: [time, null, true],
      })).rows,
      [{ t: "2024-02-29 01:02:03.004", n: null, b: true }],
    );
  });

  await test.step("more rows than a page has come page by page", async () => {
    const sql = "SELECT n FROM UNNEST(sequence(1, 2500)) AS t (n) ORDER BY n";
    const sizes: number[] = [];
    const numbers: unknown[] = [];
    for await (const page of queryPages(config, sql)) {
      sizes.push(page.rows.length);
      numbers.push(...page.rows.map(({ n }) => n));
    }
    assertEquals(numbers, Array.from({ length: 2500 }, (_, index) => index + 1));
    // A page has 1,000 rows, and the header is one of the first page's.
    assertEquals(sizes, [999, 1000, 501]);
  });

  const failures: [sql: string, code: string, column: number, remedy: string][] = [
    ["SELECT * FROM nope", "TABLE_NOT_FOUND", 15, "deno task crawl"],
    ["SELECT CloseUSD FROM stock_market", "COLUMN_NOT_FOUND", 8, "lower case"],
    ["SELEC 1", "MALFORMED_QUERY", 1, "Athena's SQL is Trino's"],
  ];
  for (const [sql, code, column, remedy] of failures) {
    await test.step(`${sql}: ${code}`, async () => {
      const error = await assertRejects(() => query(config, sql), QueryError);
      assertEquals([error.code, error.position], [code, { line: 1, column }]);
      assertStringIncludes(error.remedy, remedy);
    });
  }

  await test.step("a division by zero fails as such", async () => {
    const error = await assertRejects(() => query(config, "SELECT 1 / 0"), QueryError);
    assertEquals(error.code, "DIVISION_BY_ZERO");
    assert(error.queryExecutionId !== undefined);
  });

  await test.step("an abort ends a query that would run for hours", async () => {
    const numbers = (name: string) => `UNNEST(sequence(1, 10000)) AS ${name} (n)`;
    const sql = `SELECT count(*) FROM ${["a", "b", "c"].map(numbers).join(" CROSS JOIN ")} ` +
      "WHERE (a.n * b.n + c.n) % 7 = 3";
    const controller = new AbortController();
    const error = await assertRejects(() =>
      query(config, sql, {
        signal: controller.signal,
        onProgress: ({ state }) => state === "RUNNING" && controller.abort(),
      }), QueryError);
    assertEquals(error.code, "QUERY_CANCELLED");
    assertEquals((await query(config, "SELECT 1 AS n")).rows, [{ n: 1 }]);
  });

  await test.step("SHOW, DESCRIBE and DDL answer too, for nothing", async () => {
    const show = await query(config, "SHOW TABLES");
    assertEquals(show.rows.map((row) => Object.values(row)), [["stock_market"]]);
    assertEquals(show.costUsd, 0);
    const describe = await query(config, "DESCRIBE stock_market");
    assertStringIncludes(String(Object.values(describe.rows[0]!)[0]), "index");
  });
});
