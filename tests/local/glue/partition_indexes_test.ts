/** Indexes over partitions; errors in the words recorded of AWS. */
import { assertEquals } from "@std/assert";
import { type Fixture, withGlue } from "./glue_fixture.ts";

const TABLE = { DatabaseName: "db", TableName: "t" };
const PARTITION_KEYS = ["tenant", "year", "month", "day"].map((Name) => ({
  Name,
  Type: Name === "tenant" ? "string" : "int",
}));

async function withIndexes(
  body: (
    glue: Fixture & { index: (name: string, ...keys: string[]) => unknown },
  ) => Promise<void>,
): Promise<void> {
  await withGlue(async (glue) => {
    await glue.call("CreateTable", {
      DatabaseName: "db",
      TableInput: { Name: "t", PartitionKeys: PARTITION_KEYS },
    });
    const index = (IndexName: string, ...Keys: string[]) => ({
      ...TABLE,
      PartitionIndex: { IndexName, Keys },
    });
    await body({ ...glue, index });
  });
}

const namesOf = async ({ call }: Fixture) =>
  (await call("GetPartitionIndexes", TABLE)).PartitionIndexDescriptorList
    .map(({ IndexName }: { IndexName: string }) => IndexName);

Deno.test("a table without indexes has an empty list of them", () =>
  withIndexes(async ({ call }) => {
    assertEquals(await call("GetPartitionIndexes", TABLE), { PartitionIndexDescriptorList: [] });
  }));

Deno.test("CreatePartitionIndex, GetPartitionIndexes, DeletePartitionIndex", () =>
  withIndexes(async (glue) => {
    const { call, index } = glue;
    assertEquals(await call("CreatePartitionIndex", index("by_month", "year", "month")), {});
    assertEquals(await call("GetPartitionIndexes", TABLE), {
      PartitionIndexDescriptorList: [{
        IndexName: "by_month",
        Keys: [{ Name: "year", Type: "int" }, { Name: "month", Type: "int" }],
        IndexStatus: "ACTIVE",
      }],
    });
    assertEquals(await call("DeletePartitionIndex", { ...TABLE, IndexName: "by_month" }), {});
    assertEquals(await namesOf(glue), []);
  }));

Deno.test("CreateTable makes indexes too, or nothing where one of them is wrong", () =>
  withIndexes(async (glue) => {
    const table = (Name: string, ...keys: string[]) => ({
      DatabaseName: "db",
      TableInput: { Name, PartitionKeys: PARTITION_KEYS },
      PartitionIndexes: [{ IndexName: "i", Keys: ["day"] }, { IndexName: "j", Keys: keys }],
    });
    await glue.call("CreateTable", table("u", "year"));
    const { PartitionIndexDescriptorList } = await glue.call("GetPartitionIndexes", {
      DatabaseName: "db",
      TableName: "u",
    });
    assertEquals(PartitionIndexDescriptorList.length, 2);
    await glue.fails("CreateTable", table("v", "nosuchcol"));
    assertEquals(glue.catalog.table("db", "v"), undefined);
  }));

Deno.test("indexes that a table cannot have", () =>
  withIndexes(async ({ call, fails, index }) => {
    const create = (...args: [string, ...string[]]) =>
      fails("CreatePartitionIndex", index(...args));
    assertEquals(
      await create("i", "nosuchcol"),
      "InvalidInputException: IndexKeys not a part of PartitionColumns. Verify the indexKeys : " +
        "[nosuchcol]",
    );
    await call("CreatePartitionIndex", index("dup", "year", "month"));
    assertEquals(
      await create("dup", "day"),
      "AlreadyExistsException: Partition Index dup already exists with the same name.",
    );
    assertEquals(
      await create("other", "year", "month"),
      "AlreadyExistsException: Partition Index dup already exists with the same keys.",
    );
    // The order of the keys makes another index.
    await call("CreatePartitionIndex", index("turned", "month", "year"));
    await call("CreatePartitionIndex", index("third", "tenant"));
    // The limit is looked at before the names.
    assertEquals(
      await create("dup", "day"),
      "ResourceNumberLimitExceededException: Partition index limit exceeded. Maximum: 3",
    );
  }));

Deno.test("DeletePartitionIndex: there is none of the name", () =>
  withIndexes(async ({ fails }) => {
    assertEquals(
      await fails("DeletePartitionIndex", { ...TABLE, IndexName: "x" }),
      "EntityNotFoundException: Index with the given indexName : x does not exist.",
    );
    assertEquals(
      await fails("GetPartitionIndexes", { DatabaseName: "db", TableName: "x" }),
      "EntityNotFoundException: Table x not found.",
    );
  }));

Deno.test("indexes stay with a table that changes, and end with it", () =>
  withIndexes(async (glue) => {
    const { call, index } = glue;
    const TableInput = { Name: "t", PartitionKeys: PARTITION_KEYS };
    await call("CreatePartitionIndex", index("i", "day"));
    await call("UpdateTable", { DatabaseName: "db", TableInput, SkipArchive: true });
    assertEquals(await namesOf(glue), ["i"]);
    await call("DeleteTable", { DatabaseName: "db", Name: "t" });
    await call("CreateTable", { DatabaseName: "db", TableInput });
    assertEquals(await namesOf(glue), []);
  }));
