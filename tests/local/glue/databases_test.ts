/** Operations on databases; errors in the words recorded of AWS. */
import { assertEquals } from "@std/assert";
import { openDatabase } from "../../../lib/local/database.ts";
import { createCatalog } from "../../../lib/local/glue/mod.ts";
import { type Fixture, withGlue } from "./glue_fixture.ts";

/** What AWS adds, as recorded of `aws glue get-databases` after a database was made of its name. */
const GIVEN = {
  CreateTableDefaultPermissions: [{
    Principal: { DataLakePrincipalIdentifier: "IAM_ALLOWED_PRINCIPALS" },
    Permissions: ["ALL"],
  }],
  CatalogId: "000000000000",
};

const names = async ({ call }: Fixture) =>
  (await call("GetDatabases")).DatabaseList.map((database: { Name: string }) => database.Name);

Deno.test("CreateDatabase folds the name to lower case", () =>
  withGlue(async (glue) => {
    assertEquals(
      await glue.call("CreateDatabase", {
        DatabaseInput: { Name: "Stock_Market", Description: "prices", Parameters: { a: "b" } },
      }),
      {},
    );
    assertEquals(await names(glue), ["db", "default", "stock_market"]);
  }));

Deno.test("CreateDatabase: Database already exists.", () =>
  withGlue(async ({ fails }) => {
    assertEquals(
      await fails("CreateDatabase", { DatabaseInput: { Name: "DB" } }),
      "AlreadyExistsException: Database already exists.",
    );
  }));

Deno.test("GetDatabase shows what was made, whatever the case of the name", () =>
  withGlue(async ({ call }) => {
    await call("CreateDatabase", { DatabaseInput: { Name: "x", LocationUri: "s3://b/x/" } });
    const { Database } = await call("GetDatabase", { Name: "X" });
    const { CreateTime, ...rest } = Database;
    assertEquals(typeof CreateTime, "number");
    assertEquals(rest, { Name: "x", LocationUri: "s3://b/x/", ...GIVEN });
  }));

Deno.test("GetDatabase, UpdateDatabase, DeleteDatabase: Database x not found.", () =>
  withGlue(async ({ fails }) => {
    const expected = "EntityNotFoundException: Database x not found.";
    assertEquals(await fails("GetDatabase", { Name: "x" }), expected);
    assertEquals(
      await fails("UpdateDatabase", { Name: "x", DatabaseInput: { Name: "x" } }),
      expected,
    );
    assertEquals(await fails("DeleteDatabase", { Name: "x" }), expected);
  }));

Deno.test("UpdateDatabase changes all but name and time of creation", () =>
  withGlue(async ({ call }) => {
    const { Database: before } = await call("GetDatabase", { Name: "db" });
    await call("UpdateDatabase", { Name: "db", DatabaseInput: { Name: "db", Description: "new" } });
    const { Database: after } = await call("GetDatabase", { Name: "db" });
    assertEquals(after, { ...before, Description: "new" });
  }));

Deno.test("DeleteDatabase deletes its tables and partitions", () =>
  withGlue(async (glue) => {
    const { call, catalog } = glue;
    catalog.putTable({ Name: "t", DatabaseName: "db", PartitionKeys: [{ Name: "p" }] });
    catalog.putPartitions("db", "t", [{ Values: ["1"] }]);
    await call("DeleteDatabase", { Name: "db" });
    assertEquals(await names(glue), ["default"]);
    await call("CreateDatabase", { DatabaseInput: { Name: "db" } });
    assertEquals(catalog.tables("db"), []);
    assertEquals([...catalog.partitions("db", "t")], []);
  }));

Deno.test("GetDatabases pages", () =>
  withGlue(async ({ call }) => {
    for (const Name of ["a", "b", "c"]) await call("CreateDatabase", { DatabaseInput: { Name } });
    const first = await call("GetDatabases", { MaxResults: 3 });
    const second = await call("GetDatabases", { MaxResults: 3, NextToken: first.NextToken });
    const list = [...first.DatabaseList, ...second.DatabaseList];
    assertEquals(list.map(({ Name }) => Name), ["a", "b", "c", "db", "default"]);
    assertEquals(second.NextToken, undefined);
  }));

Deno.test("a new catalog has the database default; once deleted, it does not come back", async () => {
  const db = openDatabase(":memory:");
  await withGlue(async (glue) => {
    const { CreateTime, ...rest } = (await glue.call("GetDatabase", { Name: "default" })).Database;
    assertEquals(typeof CreateTime, "number");
    assertEquals(rest, { Name: "default", ...GIVEN });
    await glue.call("DeleteDatabase", { Name: "default" });
    assertEquals(await names(glue), ["db"]);
    assertEquals(createCatalog(db).databases().map(({ Name }) => Name), ["db"]);
  }, { db });
});

Deno.test("a catalog that was made before databases had a default keeps the databases it has", () => {
  const db = openDatabase(":memory:");
  db.exec("CREATE TABLE glue_databases (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID");
  assertEquals(createCatalog(db).databases(), []);
  db.close();
});

Deno.test("AttributesToGet: NAME gives the names alone", () =>
  withGlue(async ({ call }) => {
    await call("CreateDatabase", { DatabaseInput: { Name: "x", Description: "d" } });
    const { DatabaseList } = await call("GetDatabases", { AttributesToGet: ["NAME"] });
    assertEquals(DatabaseList, [{ Name: "db" }, { Name: "default" }, { Name: "x" }]);
  }));
