/** Operations on tables; errors in the words recorded of AWS. */
import { assertEquals, assertMatch } from "@std/assert";
import { type Fixture, withGlue } from "./glue_fixture.ts";

const input = (Name: string, more: object = {}) => ({
  DatabaseName: "db",
  TableInput: {
    Name,
    StorageDescriptor: {
      Columns: [{ Name: "a", Type: "int" }],
      Location: `s3://bucket/${Name}/`,
    },
    ...more,
  },
});

const namesOf = (answer: { TableList: { Name: string }[] }) =>
  answer.TableList.map((table) => table.Name);

async function make({ call }: Fixture, ...names: string[]): Promise<void> {
  for (const name of names) await call("CreateTable", input(name));
}

Deno.test("CreateTable and GetTable: names are lower case, the rest is as given", () =>
  withGlue(async ({ call }) => {
    assertEquals(
      await call("CreateTable", input("Prices", { Parameters: { x: "y" }, Retention: 3 })),
      {},
    );
    const { Table } = await call("GetTable", { DatabaseName: "DB", Name: "PRICES" });
    assertEquals([Table.Name, Table.DatabaseName, Table.VersionId, Table.Retention], [
      "prices",
      "db",
      "0",
      3,
    ]);
    assertEquals(Table.Parameters, { x: "y" });
    assertEquals(Table.StorageDescriptor.Location, "s3://bucket/Prices/");
    assertEquals(Table.PartitionKeys, []);
    assertEquals(Table.IsRegisteredWithLakeFormation, false);
  }));

Deno.test("CreateTable: Table already exists.; Database x not found.", () =>
  withGlue(async (glue) => {
    await make(glue, "t");
    assertEquals(
      await glue.fails("CreateTable", input("T")),
      "AlreadyExistsException: Table already exists.",
    );
    assertEquals(
      await glue.fails("CreateTable", { ...input("t"), DatabaseName: "x" }),
      "EntityNotFoundException: Database x not found.",
    );
  }));

Deno.test("GetTable, UpdateTable, DeleteTable: Table x not found.", () =>
  withGlue(async ({ fails }) => {
    const expected = "EntityNotFoundException: Table x not found.";
    assertEquals(await fails("GetTable", { DatabaseName: "db", Name: "x" }), expected);
    assertEquals(await fails("UpdateTable", input("x")), expected);
    assertEquals(await fails("DeleteTable", { DatabaseName: "db", Name: "x" }), expected);
  }));

Deno.test("UpdateTable keeps the version before, and the time of creation", () =>
  withGlue(async (glue) => {
    const { call } = glue;
    await make(glue, "t");
    const { Table: before } = await call("GetTable", { DatabaseName: "db", Name: "t" });
    await call("UpdateTable", input("t", { Description: "new" }));
    const { Table } = await call("GetTable", { DatabaseName: "db", Name: "t" });
    assertEquals([Table.Description, Table.VersionId, Table.CreateTime], [
      "new",
      "1",
      before.CreateTime,
    ]);
  }));

Deno.test("UpdateTable with SkipArchive keeps no version", () =>
  withGlue(async (glue) => {
    const { call } = glue;
    await make(glue, "t");
    await call("UpdateTable", { ...input("t", { Description: "new" }), SkipArchive: true });
    const { TableVersions } = await call("GetTableVersions", {
      DatabaseName: "db",
      TableName: "t",
    });
    assertEquals(TableVersions.length, 1);
    assertEquals(TableVersions[0].Table.Description, "new");
  }));

Deno.test("UpdateTable changes only the version that it names", () =>
  withGlue(async (glue) => {
    const { call } = glue;
    await make(glue, "t");
    const read = async () => (await call("GetTable", { DatabaseName: "db", Name: "t" })).Table;
    const { VersionId } = await read();
    const commit = (Description: string) =>
      call("UpdateTable", { ...input("t", { Description }), SkipArchive: true, VersionId });
    await commit("first");
    const error = await commit("second").catch((error) => error);
    assertEquals(
      [error.code, error.message],
      ["ConcurrentModificationException", "Update table failed due to concurrent modifications."],
    );
    const after = await read();
    assertEquals([after.Description, after.VersionId !== VersionId], ["first", true]);
  }));

Deno.test("DeleteTable deletes its partitions and versions", () =>
  withGlue(async (glue) => {
    const { call, catalog } = glue;
    await make(glue, "t");
    catalog.putPartitions("db", "t", [{ Values: ["1"] }]);
    await call("UpdateTable", input("t"));
    await call("DeleteTable", { DatabaseName: "db", Name: "t" });
    await make(glue, "t");
    assertEquals([...catalog.partitions("db", "t")], []);
    assertEquals(catalog.tableVersions("db", "t").length, 1);
  }));

Deno.test("BatchDeleteTable deletes those that exist and reports the others", () =>
  withGlue(async (glue) => {
    await make(glue, "a", "b");
    assertEquals(
      await glue.call("BatchDeleteTable", { DatabaseName: "db", TablesToDelete: ["a", "x"] }),
      {
        Errors: [{
          TableName: "x",
          ErrorDetail: {
            ErrorCode: "EntityNotFoundException",
            ErrorMessage: "Table x not found.",
          },
        }],
      },
    );
    assertEquals(namesOf(await glue.call("GetTables", { DatabaseName: "db" })), ["b"]);
  }));

Deno.test("GetTables: Expression is a pattern of whole names", () =>
  withGlue(async (glue) => {
    await make(glue, "stock_market", "stock", "my_stock", "bonds");
    const matching = async (Expression: string) =>
      namesOf(await glue.call("GetTables", { DatabaseName: "db", Expression }));
    assertEquals(await matching("stock"), ["stock"]);
    assertEquals(await matching("stock.*"), ["stock", "stock_market"]);
    assertEquals(await matching("*stock*"), ["my_stock", "stock", "stock_market"]);
    assertEquals(await matching("stock|bonds"), ["bonds", "stock"]);
    assertEquals(await matching("STOCK"), ["stock"]);
    assertEquals(await matching("[b-m].*"), ["bonds", "my_stock"]);
    assertMatch(
      await glue.fails("GetTables", { DatabaseName: "db", Expression: "(" }),
      /^InvalidInputException: /,
    );
  }));

Deno.test("GetTables pages, 100 tables at a time at most", () =>
  withGlue(async ({ call, catalog }) => {
    for (let index = 0; index < 120; index++) {
      catalog.putTable({ Name: `t${String(index).padStart(3, "0")}`, DatabaseName: "db" });
    }
    const first = await call("GetTables", { DatabaseName: "db" });
    const second = await call("GetTables", { DatabaseName: "db", NextToken: first.NextToken });
    assertEquals([first.TableList.length, second.TableList.length], [100, 20]);
    assertEquals(second.TableList[0].Name, "t100");
    assertEquals(second.NextToken, undefined);
  }));

Deno.test("GetTables: a NextToken that is none", () =>
  withGlue(async ({ fails }) => {
    for (const NextToken of ["%", "bm8=", "LTE="]) {
      assertEquals(
        await fails("GetTables", { DatabaseName: "db", NextToken }),
        "InvalidInputException: Invalid NextToken.",
      );
    }
  }));

Deno.test("SearchTables finds tables by text, and by their properties", () =>
  withGlue(async (glue) => {
    const { call, fails } = glue;
    await make(glue, "stock_market", "bonds");
    await call("CreateTable", input("other", { Parameters: { classification: "json" } }));
    assertEquals(namesOf(await call("SearchTables", { SearchText: "STOCK" })), ["stock_market"]);
    assertEquals(namesOf(await call("SearchTables", {})), ["bonds", "other", "stock_market"]);
    const byKey = (Key: string, Value: string) =>
      call("SearchTables", { Filters: [{ Key, Value }] });
    assertEquals(namesOf(await byKey("classification", "json")), ["other"]);
    assertEquals(namesOf(await byKey("Name", "bonds")), ["bonds"]);
    assertEquals(namesOf(await byKey("DatabaseName", "nowhere")), []);
    const sorted = (Sort: string) =>
      call("SearchTables", { SortCriteria: [{ FieldName: "Name", Sort }] });
    assertEquals(namesOf(await sorted("ASC")), ["bonds", "other", "stock_market"]);
    assertEquals(namesOf(await sorted("DESC")), ["stock_market", "other", "bonds"]);
    // The documentation's example.
    await make(glue, "customer-link", "xx-link-yy", "xxlinkyy");
    assertEquals(namesOf(await byKey("Name", "link")), ["customer-link", "xx-link-yy"]);
    const later = { Key: "UpdateTime", Value: "0", Comparator: "GREATER_THAN" };
    assertMatch(
      await fails("SearchTables", { Filters: [later] }),
      /^InvalidInputException: Comparator GREATER_THAN is not supported/,
    );
  }));

Deno.test("GetTableVersions: newest first; GetTableVersion shows one, by default the current", () =>
  withGlue(async (glue) => {
    const { call, fails } = glue;
    await make(glue, "t");
    for (const Description of ["one", "two"]) {
      await call("UpdateTable", input("t", { Description }));
    }
    const table = { DatabaseName: "db", TableName: "t" };
    const { TableVersions } = await call("GetTableVersions", table);
    assertEquals(
      TableVersions.map((version: { VersionId: string; Table: { Description?: string } }) => [
        version.VersionId,
        version.Table.Description,
      ]),
      [["2", "two"], ["1", "one"], ["0", undefined]],
    );
    const version = async (VersionId?: string) =>
      (await call("GetTableVersion", { ...table, VersionId })).TableVersion.Table.Description;
    assertEquals([await version("1"), await version()], ["one", "two"]);
    assertEquals(
      await fails("GetTableVersion", { ...table, VersionId: "9" }),
      "EntityNotFoundException: Version not found.",
    );
  }));

Deno.test("BatchDeleteTableVersion deletes older versions, and reports the others", () =>
  withGlue(async ({ call }) => {
    const TableInput = { Name: "t" };
    await call("CreateTable", { DatabaseName: "db", TableInput });
    for (let version = 1; version <= 3; version++) {
      await call("UpdateTable", { DatabaseName: "db", TableInput });
    }
    const table = { DatabaseName: "db", TableName: "t" };
    const failed = (version: string) => ({
      TableName: "t",
      VersionId: version,
      ErrorDetail: { ErrorCode: "EntityNotFoundException", ErrorMessage: "Version not found." },
    });
    assertEquals(
      await call("BatchDeleteTableVersion", { ...table, VersionIds: ["0", "9", "2", "x"] }),
      { Errors: [failed("9"), failed("x")] },
    );
    const { TableVersions } = await call("GetTableVersions", table);
    assertEquals(TableVersions.map(({ VersionId }: { VersionId: string }) => VersionId), [
      "3",
      "1",
    ]);
  }));

Deno.test("GetTables: AttributesToGet gives names, and types where they are asked for", () =>
  withGlue(async ({ call }) => {
    const TableInput = { Name: "t", TableType: "EXTERNAL_TABLE", Description: "d" };
    await call("CreateTable", { DatabaseName: "db", TableInput });
    const tables = async (...AttributesToGet: string[]) =>
      (await call("GetTables", { DatabaseName: "db", AttributesToGet })).TableList;
    assertEquals(await tables("NAME"), [{ Name: "t" }]);
    assertEquals(await tables("NAME", "TABLE_TYPE"), [{ Name: "t", TableType: "EXTERNAL_TABLE" }]);
  }));

Deno.test("DeleteTableVersion deletes an older version, not the current one", () =>
  withGlue(async (glue) => {
    const { call, fails } = glue;
    await make(glue, "t");
    await call("UpdateTable", input("t"));
    const table = { DatabaseName: "db", TableName: "t" };
    await call("DeleteTableVersion", { ...table, VersionId: "0" });
    for (const VersionId of ["0", "1", "x"]) {
      assertEquals(
        await fails("DeleteTableVersion", { ...table, VersionId }),
        "EntityNotFoundException: Version not found.",
      );
    }
    const { TableVersions } = await call("GetTableVersions", table);
    assertEquals(TableVersions.length, 1);
  }));
