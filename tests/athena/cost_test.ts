import { assertAlmostEquals, assertEquals } from "@std/assert";
import { queryCostUsd } from "../../lib/athena/cost.ts";

// 5 US dollars a terabyte, at least 10 MB a query: https://aws.amazon.com/athena/pricing/
Deno.test("a small query costs what 10 megabytes cost", () => {
  assertAlmostEquals(queryCostUsd({ bytesScanned: 1 }), 0.0000476837, 1e-9);
  assertEquals(queryCostUsd({ bytesScanned: 0 }), queryCostUsd({ bytesScanned: 10 * 2 ** 20 }));
});

Deno.test("more is billed by the megabyte begun", () => {
  const gigabyte = queryCostUsd({ bytesScanned: 2 ** 30 });
  assertAlmostEquals(gigabyte, 5 / 1024, 1e-12);
  assertAlmostEquals(queryCostUsd({ bytesScanned: 2 ** 30 + 1 }) - gigabyte, 5 / 2 ** 20, 1e-12);
});

Deno.test("what failed, what reads no data, and what was answered before is free", () => {
  const bytesScanned = 2 ** 40;
  assertEquals(queryCostUsd({ bytesScanned, state: "FAILED" }), 0);
  assertEquals(queryCostUsd({ bytesScanned: 0, statementType: "DDL" }), 0);
  assertEquals(queryCostUsd({ bytesScanned, statementType: "UTILITY" }), 0);
  assertEquals(queryCostUsd({ bytesScanned, reused: true }), 0);
  assertEquals(queryCostUsd({ bytesScanned, state: "CANCELLED" }), 5);
});

// https://docs.aws.amazon.com/athena/latest/ug/athena-explain-statement.html
Deno.test("what reads data is billed for it: CREATE TABLE AS, which is DDL, and EXPLAIN ANALYZE", () => {
  const explain = { statementType: "DML", substatementType: "EXPLAIN" };
  assertEquals(queryCostUsd({ bytesScanned: 2 ** 40, statementType: "DDL" }), 5);
  assertEquals(queryCostUsd({ bytesScanned: 2 ** 40, ...explain }), 5);
  assertEquals(queryCostUsd({ bytesScanned: 0, ...explain }), 0);
});
