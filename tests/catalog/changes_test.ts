import { assertEquals } from "@std/assert";
import { catalogChanges } from "../../lib/catalog/changes.ts";
import type { TableDescription } from "../../lib/catalog/mod.ts";

const table: TableDescription = {
  name: "stock_market",
  columns: [{ name: "index", type: "string" }, { name: "close", type: "int" }],
  partitionKeys: [{ name: "dt", type: "string" }],
  partitions: [{ values: ["2024-01-30"], location: "s3://b/stock_market/dt=2024-01-30/" }],
  location: "s3://b/stock_market/",
  classification: "json",
};

Deno.test("a table is new, then as it was, then gone", () => {
  const nothing = { created: [], updated: [], unchanged: [], removed: [] };
  assertEquals(catalogChanges([], [table]), { ...nothing, created: ["stock_market"] });
  assertEquals(catalogChanges([table], [table]), { ...nothing, unchanged: ["stock_market"] });
  assertEquals(catalogChanges([table], []), { ...nothing, removed: ["stock_market"] });
});

Deno.test("columns and partitions that came, went and changed are told", () => {
  const added = { values: ["2024-01-31"], location: "s3://b/stock_market/dt=2024-01-31/" };
  const later = {
    ...table,
    columns: [{ name: "close", type: "double" }, { name: "open", type: "double" }],
    partitions: [added],
  };
  assertEquals(catalogChanges([table], [later]).updated, [{
    name: "stock_market",
    columnsAdded: [{ name: "open", type: "double" }],
    columnsRemoved: [{ name: "index", type: "string" }],
    columnsChanged: [{ name: "close", from: "int", to: "double" }],
    partitionsAdded: [added],
    partitionsRemoved: table.partitions,
  }]);
});
