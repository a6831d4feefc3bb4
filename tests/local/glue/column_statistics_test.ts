/** Statistics of columns; errors as recorded of AWS. */
import { assertEquals } from "@std/assert";
import { type Fixture, withGlue } from "./glue_fixture.ts";

const TABLE = { DatabaseName: "db", TableName: "t" };
const PARTITION = { ...TABLE, PartitionValues: ["1"] };
const NO_STATISTICS = {
  ErrorCode: "EntityNotFoundException",
  ErrorMessage: "Statistics do not exist for this column",
};

const longs = (name: string, maximum: unknown = 10) => ({
  ColumnName: name,
  ColumnType: "bigint",
  AnalyzedTime: 1780876800,
  StatisticsData: {
    Type: "LONG",
    LongColumnStatisticsData: {
      MinimumValue: 1,
      MaximumValue: maximum,
      NumberOfNulls: 0,
      NumberOfDistinctValues: 10,
    },
  },
});

function makeTable({ catalog }: Fixture): void {
  catalog.putTable({ Name: "t", DatabaseName: "db", PartitionKeys: [{ Name: "p" }] });
  catalog.putPartitions("db", "t", [{ Values: ["1"] }, { Values: ["2"] }]);
}

for (const [scope, owner] of [["Table", TABLE], ["Partition", PARTITION]] as const) {
  Deno.test(`ColumnStatisticsFor${scope}: kept, shown, replaced and deleted by column`, () =>
    withGlue(async (glue) => {
      makeTable(glue);
      const update = (...list: unknown[]) =>
        glue.call(`UpdateColumnStatisticsFor${scope}`, { ...owner, ColumnStatisticsList: list });
      const get = (...ColumnNames: string[]) =>
        glue.call(`GetColumnStatisticsFor${scope}`, { ...owner, ColumnNames });
      assertEquals(await update(longs("a"), longs("b")), { Errors: [] });
      assertEquals(await update(longs("b", 20)), { Errors: [] });
      assertEquals(await get("b", "missing", "a"), {
        ColumnStatisticsList: [longs("b", 20), longs("a")],
        Errors: [{ ColumnName: "missing", Error: NO_STATISTICS }],
      });
      const remove = { ...owner, ColumnName: "a" };
      assertEquals(await glue.call(`DeleteColumnStatisticsFor${scope}`, remove), {});
      assertEquals(await glue.call(`DeleteColumnStatisticsFor${scope}`, remove), {});
      assertEquals(await get("a"), {
        ColumnStatisticsList: [],
        Errors: [{ ColumnName: "a", Error: NO_STATISTICS }],
      });
    }));
}

Deno.test("statistics of a partition are not those of its table, nor of another partition", () =>
  withGlue(async (glue) => {
    makeTable(glue);
    const { call } = glue;
    await call("UpdateColumnStatisticsForPartition", {
      ...PARTITION,
      ColumnStatisticsList: [longs("a")],
    });
    const others = [
      await call("GetColumnStatisticsForTable", { ...TABLE, ColumnNames: ["a"] }),
      await call("GetColumnStatisticsForPartition", {
        ...TABLE,
        PartitionValues: ["2"],
        ColumnNames: ["a"],
      }),
    ];
    for (const { ColumnStatisticsList } of others) assertEquals(ColumnStatisticsList, []);
  }));

Deno.test("statistics end with their partition and their table, not with an update of it", () =>
  withGlue(async (glue) => {
    makeTable(glue);
    const { call } = glue;
    const keep = async () => {
      const ColumnStatisticsList = [longs("a")];
      await call("UpdateColumnStatisticsForTable", { ...TABLE, ColumnStatisticsList });
      await call("UpdateColumnStatisticsForPartition", { ...PARTITION, ColumnStatisticsList });
    };
    const kept = async () => [
      (await call("GetColumnStatisticsForTable", { ...TABLE, ColumnNames: ["a"] }))
        .ColumnStatisticsList.length,
      (await call("GetColumnStatisticsForPartition", { ...PARTITION, ColumnNames: ["a"] }))
        .ColumnStatisticsList.length,
    ];
    await keep();
    const TableInput = { Name: "t", PartitionKeys: [{ Name: "p" }] };
    for (const SkipArchive of [true, false]) {
      await call("UpdateTable", { DatabaseName: "db", TableInput, SkipArchive });
      assertEquals(await kept(), [1, 1]);
    }
    await call("DeletePartition", PARTITION);
    await call("CreatePartition", { ...TABLE, PartitionInput: { Values: ["1"] } });
    assertEquals(await kept(), [1, 0]);
    await keep();
    await call("DeleteTable", { DatabaseName: "db", Name: "t" });
    makeTable(glue);
    assertEquals(await kept(), [0, 0]);
    await keep();
    await call("DeleteDatabase", { Name: "db" });
    await call("CreateDatabase", { DatabaseInput: { Name: "db" } });
    makeTable(glue);
    assertEquals(await kept(), [0, 0]);
  }));

Deno.test("statistics of what is not there", () =>
  withGlue(async (glue) => {
    makeTable(glue);
    const ask = { ColumnNames: ["a"] };
    const table = "GetColumnStatisticsForTable";
    assertEquals(
      await glue.fails(table, { DatabaseName: "db", TableName: "x", ...ask }),
      "EntityNotFoundException: Table x not found.",
    );
    assertEquals(
      await glue.fails("GetColumnStatisticsForPartition", {
        ...TABLE,
        PartitionValues: ["3"],
        ...ask,
      }),
      "EntityNotFoundException: Cannot find partition.",
    );
  }));

Deno.test("statistics are checked against their shape", () =>
  withGlue(async (glue) => {
    makeTable(glue);
    const wrong = { ...longs("a"), StatisticsData: { Type: "INTEGER" } };
    assertEquals(
      await glue.fails("UpdateColumnStatisticsForTable", {
        ...TABLE,
        ColumnStatisticsList: [wrong],
      }),
      "ValidationException: 1 validation error detected: Value 'INTEGER' at " +
        "'columnStatisticsList.1.member.statisticsData.type' failed to satisfy constraint: Member " +
        "must satisfy enum value set: [BOOLEAN, DATE, DECIMAL, DOUBLE, LONG, STRING, BINARY]",
    );
  }));
