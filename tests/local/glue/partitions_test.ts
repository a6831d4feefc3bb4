/** Operations on partitions; errors in the words recorded of AWS. */
import { assertEquals, assertMatch } from "@std/assert";
import { type Fixture, withGlue } from "./glue_fixture.ts";

const T = { DatabaseName: "db", TableName: "t" };
const at = (...Values: string[]) => ({ Values, StorageDescriptor: { Location: Values.join("/") } });

/** Runs a test over a table `t` with the keys `dt` and `hour`, and partitions of those values. */
function withTable(values: string[][], body: (glue: Fixture) => Promise<void>): Promise<void> {
  return withGlue(async (glue) => {
    await glue.call("CreateTable", {
      DatabaseName: "db",
      TableInput: {
        Name: "t",
        PartitionKeys: [{ Name: "dt", Type: "string" }, { Name: "hour", Type: "int" }],
      },
    });
    glue.catalog.putPartitions("db", "t", values.map((one) => at(...one)));
    await body(glue);
  });
}

const valuesOf = (answer: { Partitions: { Values: string[] }[] }) =>
  answer.Partitions.map((partition) => partition.Values.join());

const error = (ErrorCode: string, ErrorMessage: string, ...PartitionValues: string[]) => ({
  PartitionValues,
  ErrorDetail: { ErrorCode, ErrorMessage },
});

Deno.test("CreatePartition and GetPartition", () =>
  withTable([], async ({ call }) => {
    assertEquals(await call("CreatePartition", { ...T, PartitionInput: at("2024", "1") }), {});
    const { Partition } = await call("GetPartition", { ...T, PartitionValues: ["2024", "1"] });
    const { CreationTime, ...partition } = Partition;
    assertEquals(typeof CreationTime, "number");
    assertEquals(partition, { ...at("2024", "1"), ...T, CatalogId: "000000000000" });
  }));

Deno.test("CreatePartition: Partition already exists.; the number of values must be that of the keys", () =>
  withTable([["2024", "1"]], async ({ fails }) => {
    assertEquals(
      await fails("CreatePartition", { ...T, PartitionInput: at("2024", "1") }),
      "AlreadyExistsException: Partition already exists.",
    );
    assertEquals(
      await fails("CreatePartition", { ...T, PartitionInput: at("2024") }),
      "InvalidInputException: The number of partition keys do not match the number of partition " +
        "values",
    );
  }));

Deno.test("GetPartition, DeletePartition, UpdatePartition: Cannot find partition.", () =>
  withTable([], async ({ fails }) => {
    const expected = "EntityNotFoundException: Cannot find partition.";
    const PartitionValues = ["2024", "1"];
    assertEquals(await fails("GetPartition", { ...T, PartitionValues }), expected);
    assertEquals(await fails("DeletePartition", { ...T, PartitionValues }), expected);
    assertEquals(
      await fails("UpdatePartition", {
        ...T,
        PartitionValueList: PartitionValues,
        PartitionInput: at(...PartitionValues),
      }),
      expected,
    );
    for (const operation of ["GetPartitions", "BatchCreatePartition"]) {
      assertEquals(
        await fails(operation, { ...T, TableName: "x", PartitionInputList: [] }),
        "EntityNotFoundException: Table x not found.",
      );
    }
  }));

Deno.test("BatchCreatePartition makes those that are new and reports the others", () =>
  withTable([["2024", "1"]], async ({ call }) => {
    const { Errors } = await call("BatchCreatePartition", {
      ...T,
      PartitionInputList: [at("2024", "1"), at("2024", "2"), at("2024")],
    });
    assertEquals(Errors, [
      error("AlreadyExistsException", "Partition already exists.", "2024", "1"),
      error(
        "InvalidInputException",
        "The number of partition keys do not match the number of partition values",
        "2024",
      ),
    ]);
    assertEquals(valuesOf(await call("GetPartitions", T)), ["2024,1", "2024,2"]);
  }));

Deno.test("BatchCreatePartition takes 100 partitions at most", () =>
  withTable([], async ({ call, fails }) => {
    const list = Array.from({ length: 101 }, (_, index) => at("2024", String(index)));
    assertMatch(
      await fails("BatchCreatePartition", { ...T, PartitionInputList: list }),
      /at 'partitionInputList' .* Member must have length less than or equal to 100$/,
    );
    await call("BatchCreatePartition", { ...T, PartitionInputList: list.slice(1) });
    assertEquals((await call("GetPartitions", T)).Partitions.length, 100);
  }));

Deno.test("BatchGetPartition leaves out what does not exist", () =>
  withTable([["2024", "1"], ["2024", "2"]], async ({ call }) => {
    const answer = await call("BatchGetPartition", {
      ...T,
      PartitionsToGet: [["2024", "2"], ["x", "1"]].map((Values) => ({ Values })),
    });
    assertEquals(valuesOf(answer), ["2024,2"]);
    assertEquals(answer.UnprocessedKeys, []);
  }));

Deno.test("UpdatePartition changes a partition, and moves it where its values change", () =>
  withTable([["2024", "1"], ["2024", "2"]], async ({ call, fails }) => {
    const update = (...Values: string[]) => ({
      ...T,
      PartitionValueList: ["2024", "1"],
      PartitionInput: { Values, Parameters: { changed: "yes" } },
    });
    await call("UpdatePartition", update("2024", "1"));
    const { Partition } = await call("GetPartition", { ...T, PartitionValues: ["2024", "1"] });
    assertEquals(Partition.Parameters, { changed: "yes" });
    assertEquals(
      await fails("UpdatePartition", update("2024", "2")),
      "AlreadyExistsException: Partition already exists.",
    );
    await call("UpdatePartition", update("2025", "1"));
    assertEquals(valuesOf(await call("GetPartitions", T)), ["2024,2", "2025,1"]);
  }));

Deno.test("BatchUpdatePartition changes those that exist and reports the others", () =>
  withTable([["2024", "1"]], async ({ call }) => {
    const entry = (...values: string[]) => ({
      PartitionValueList: values,
      PartitionInput: { Values: values, Parameters: { a: "b" } },
    });
    assertEquals(
      await call("BatchUpdatePartition", { ...T, Entries: [entry("2024", "1"), entry("x", "1")] }),
      {
        Errors: [{
          PartitionValueList: ["x", "1"],
          ErrorDetail: {
            ErrorCode: "EntityNotFoundException",
            ErrorMessage: "Cannot find partition.",
          },
        }],
      },
    );
  }));

Deno.test("DeletePartition and BatchDeletePartition", () =>
  withTable([["2024", "1"], ["2024", "2"], ["2024", "3"]], async ({ call }) => {
    await call("DeletePartition", { ...T, PartitionValues: ["2024", "1"] });
    const { Errors } = await call("BatchDeletePartition", {
      ...T,
      PartitionsToDelete: [["2024", "1"], ["2024", "2"]].map((Values) => ({ Values })),
    });
    assertEquals(Errors, [
      error("EntityNotFoundException", "Cannot find partition.", "2024", "1"),
    ]);
    assertEquals(valuesOf(await call("GetPartitions", T)), ["2024,3"]);
  }));

Deno.test("GetPartitions filters by Expression, and pages through what it lets pass", () => {
  const hours = Array.from({ length: 12 }, (_, hour) => ["2024", String(hour)]);
  return withTable(hours, async ({ call }) => {
    const ask = (NextToken?: string) =>
      call("GetPartitions", { ...T, Expression: "hour >= 9", MaxResults: 2, NextToken });
    const first = await ask();
    const second = await ask(first.NextToken);
    assertEquals([...valuesOf(first), ...valuesOf(second)].sort(), [
      "2024,10",
      "2024,11",
      "2024,9",
    ]);
    assertEquals(second.NextToken, undefined);
  });
});

Deno.test("GetPartitions: the segments are all partitions, each once", () => {
  const hours = Array.from({ length: 40 }, (_, hour) => ["2024", String(hour)]);
  return withTable(hours, async ({ call, fails }) => {
    const seen: string[] = [];
    for (const SegmentNumber of [0, 1, 2]) {
      const Segment = { SegmentNumber, TotalSegments: 3 };
      const part = valuesOf(await call("GetPartitions", { ...T, Segment }));
      assertEquals(part.length > 0, true);
      seen.push(...part);
    }
    assertEquals(seen.sort(), hours.map((one) => one.join()).sort());
    assertMatch(
      await fails("GetPartitions", { ...T, Segment: { SegmentNumber: 3, TotalSegments: 3 } }),
      /^InvalidInputException: /,
    );
  });
});

Deno.test("GetPartitions without column schema", () =>
  withTable([], async ({ call, catalog }) => {
    const StorageDescriptor = { Columns: [{ Name: "a", Type: "int" }], Location: "x" };
    catalog.putPartitions("db", "t", [{ Values: ["2024", "1"], StorageDescriptor }]);
    const { Partitions } = await call("GetPartitions", { ...T, ExcludeColumnSchema: true });
    assertEquals(Partitions[0].StorageDescriptor, { Columns: [], Location: "x" });
  }));
