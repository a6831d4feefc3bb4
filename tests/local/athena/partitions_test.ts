import { assertEquals, assertStringIncludes } from "@std/assert";
import { jsonTable, testAthena } from "./harness.ts";

Deno.test('"table$partitions" lists the partitions that the catalog keeps, as typed columns', async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" }, { partitions: { dt: "string", hour: "int" } });
  const listed = `SELECT * FROM "t$partitions" ORDER BY hour DESC`;
  assertEquals(await test.rows(listed), []);
  const add =
    "ALTER TABLE t ADD PARTITION (dt='2024-01-01', hour='09') PARTITION (dt='x', hour=10)";
  assertEquals((await test.run(add)).reason, undefined);
  const answer = await test.run(listed);
  assertEquals(answer.types, ["varchar", "integer"]);
  assertEquals(answer.rows, [["dt", "hour"], ["x", "10"], ["2024-01-01", "9"]]);
  assertEquals(answer.bytes, 0);
  assertEquals(await test.rows('SELECT max(dt) FROM db."t$partitions" WHERE hour < 10'), [[
    "2024-01-01",
  ]]);
  jsonTable(test, "flat", { a: "int" });
  for (const name of ["flat", "none"]) {
    assertEquals(
      (await test.run(`SELECT * FROM "${name}$partitions"`)).reason,
      `TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.db.${name}$partitions' does not exist`,
    );
  }
});

Deno.test("a condition on a partition column holds of the one that it is joined with", async () => {
  await using test = await testAthena();
  for (const name of ["t", "u"]) {
    jsonTable(test, name, { a: "int" }, { partitions: { dt: "string", hour: "int" } });
    for (const [dt, hour] of [["2024-01-01", "8"], ["2024-01-01", "9"], ["2024-01-02", "9"]]) {
      const location = `${name}/dt=${dt}/hour=${hour}/`;
      await test.put(`${location}x.jsonl`, `{"a":${hour}}\n`);
      const { StorageDescriptor } = test.catalog.table("db", name)!;
      test.catalog.putPartitions("db", name, [{
        Values: [dt!, hour!],
        StorageDescriptor: { ...StorageDescriptor, Location: `s3://data/${location}` },
      }]);
    }
  }
  const size = '{"a":9}\n'.length;
  const asked: [string, number, string][] = [
    ["t JOIN u ON t.dt = u.dt WHERE t.dt = '2024-01-02'", 2, "1"],
    ["t JOIN u ON t.dt = u.dt AND u.dt > '2024-01-01'", 2, "1"],
    ["t, u WHERE t.dt = u.dt AND t.hour = u.hour AND t.dt LIKE '%1' AND u.hour IN (9)", 2, "1"],
    ["t JOIN u USING (dt, hour) WHERE hour = 8", 2, "1"],
    ["t LEFT JOIN u ON t.dt = u.dt WHERE t.dt = '2024-01-02'", 2, "1"],
    ["t LEFT JOIN u ON t.dt = u.dt AND t.dt = '2024-01-02'", 4, "3"],
    ["t LEFT JOIN u ON t.dt = u.dt WHERE u.dt = '2024-01-02'", 2, "1"],
    ["t FULL JOIN u ON t.dt = u.dt AND t.dt = '2024-01-02'", 6, "5"],
    ["(SELECT dt AS d FROM t WHERE dt = '2024-01-02') q JOIN u ON d = u.dt", 2, "1"],
    ["t JOIN u ON t.hour = u.hour JOIN t v ON u.hour = v.hour WHERE v.hour = 8", 3, "1"],
    ["t JOIN u ON t.a = u.hour WHERE t.a = 9", 5, "4"],
    ["t JOIN u ON t.hour = u.a WHERE t.hour = 9", 5, "4"],
  ];
  for (const [sql, objects, count] of asked) {
    const answer = await test.run(`SELECT count(*) FROM ${sql}`);
    assertEquals([answer.bytes, answer.rows[1]], [objects * size, [count]], sql);
  }
});

Deno.test("partition projection: hours need an interval, days and months do not", async () => {
  await using test = await testAthena();
  const project = (properties: Record<string, string>) =>
    jsonTable(test, "t", { a: "int" }, {
      partitions: { dt: "string" },
      properties: {
        "projection.enabled": "true",
        "projection.dt.type": "date",
        "storage.location.template": "s3://data/t/${dt}/",
        ...properties,
      },
    });
  for (const folder of ["2024-01-01-00", "2024-01-01-06", "2024-01-01-07", "2024-01"]) {
    await test.put(`t/${folder}/x`, '{"a":1}\n');
  }
  const hours = {
    "projection.dt.format": "yyyy-MM-dd-HH",
    "projection.dt.range": "2024-01-01-00,2024-01-02-00",
  };
  const interval = { "projection.dt.interval": "6", "projection.dt.interval.unit": "HOURS" };
  project({ ...hours, ...interval });
  assertEquals(await test.rows("SELECT dt FROM t ORDER BY dt"), [["2024-01-01-00"], [
    "2024-01-01-06",
  ]]);
  project({ "projection.dt.format": "yyyy-MM", "projection.dt.range": "2023-11,2024-02" });
  assertEquals(await test.rows("SELECT dt FROM t"), [["2024-01"]]);
  const wrong: [Record<string, string>, string][] = [
    [hours, "The property projection.dt.interval is missing"],
    [
      { ...hours, "projection.dt.interval": "6" },
      "The property projection.dt.interval.unit is missing",
    ],
    [{ ...hours, ...interval, "projection.dt.interval": "0" }, "The interval '0' of column 'dt'"],
    [
      { ...hours, ...interval, "storage.location.template": "s3://data/t/" },
      "storage.location.template has no placeholder for [dt]",
    ],
  ];
  for (const [properties, told] of wrong) {
    project(properties);
    const { reason } = await test.run("SELECT dt FROM t");
    assertStringIncludes(reason!, `INVALID_TABLE_PROPERTY: `);
    assertStringIncludes(reason!, told);
  }
});

Deno.test("partition projection: months from a month's end, and dates in folders of any format", async () => {
  await using test = await testAthena();
  const project = (type: string, properties: Record<string, string>) =>
    jsonTable(test, "t", { a: "int" }, {
      partitions: { dt: type },
      properties: {
        "projection.enabled": "true",
        "projection.dt.type": "date",
        "storage.location.template": "s3://data/t/${dt}/",
        ...properties,
      },
    });
  for (const folder of ["2024-01-31", "2024-02-29", "2024-03-31", "20240131", "2024/01/31"]) {
    await test.put(`t/${folder}/x`, '{"a":1}\n');
  }
  project("string", {
    "projection.dt.format": "yyyy-MM-dd",
    "projection.dt.range": "2024-01-31,2024-03-31",
    "projection.dt.interval": "1",
    "projection.dt.interval.unit": "MONTHS",
  });
  assertEquals(await test.rows("SELECT dt FROM t ORDER BY dt"), [["2024-01-31"], ["2024-02-29"], [
    "2024-03-31",
  ]]);
  for (const format of ["yyyyMMdd", "yyyy/MM/dd"]) {
    const range = format === "yyyyMMdd" ? "20240130,20240201" : "2024/01/30,2024/02/01";
    project("date", { "projection.dt.format": format, "projection.dt.range": range });
    assertEquals(await test.rows("SELECT dt FROM t WHERE dt > DATE '2024-01-30'"), [[
      "2024-01-31",
    ]]);
  }
  project("int", { "projection.dt.type": "integer", "projection.dt.range": "1,2" });
  const table = test.catalog.table("db", "t")!;
  test.catalog.putTable({
    ...table,
    Parameters: { ...table.Parameters, "projection.dt.digits": "two" },
  });
  assertStringIncludes(
    (await test.run("SELECT dt FROM t")).reason!,
    "INVALID_TABLE_PROPERTY: The property projection.dt.digits",
  );
});

// https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
const PROJECTED: [rule: string, properties: Record<string, string>, values: string[]][] = [
  [
    "enum: any white space is part of a value; of the type, white space and case do not matter",
    { type: " ENUM ", values: "A, B,Unknown" },
    [" B", "A", "Unknown"],
  ],
  [
    "integer: ends are inclusive, can be negative, and have leading zeroes",
    { type: "integer", range: " -1 , 0002 " },
    ["-1", "0", "1", "2"],
  ],
  ["integer: an interval of 2", { type: "integer", range: "1,3", interval: " 2 " }, ["1", "3"]],
  [
    "integer: digits",
    { type: "Integer", range: "-1,11", interval: "6", digits: "3" },
    ["-01", "005", "011"],
  ],
  [
    "integer: the range of a Java long",
    { type: "integer", range: "9223372036854775806,9223372036854775807" },
    ["9223372036854775806", "9223372036854775807"],
  ],
  [
    "date: months two apart",
    { format: "yyyy-MM", range: "2017-01,2017-06", interval: "2", "interval.unit": "months" },
    ["2017-01", "2017-03", "2017-05"],
  ],
  [
    "date: days of the format dd-MM-yyyy",
    { format: "dd-MM-yyyy", range: "30-12-2018,01-01-2019" },
    ["01-01-2019", "30-12-2018", "31-12-2018"],
  ],
  [
    "date: names of months",
    { format: "MMM-yy", range: "Nov-23,Jan-24" },
    ["Dec-23", "Jan-24", "Nov-23"],
  ],
  [
    "date: single letters take as many digits as there are",
    { format: "yyyy-M-d", range: "2024-9-30,2024-10-2" },
    ["2024-10-1", "2024-10-2", "2024-9-30"],
  ],
  [
    "date: milliseconds",
    {
      format: "HH-mm-ss-SSS",
      range: "00-00-00-000,00-00-00-500",
      interval: "250",
      "interval.unit": "MILLISECONDS",
    },
    ["00-00-00-000", "00-00-00-250", "00-00-00-500"],
  ],
];

for (const [rule, properties, values] of PROJECTED) {
  Deno.test(`partition projection, ${rule}`, async () => {
    await using test = await testAthena();
    const projection = Object.entries({ type: "date", ...properties })
      .map(([name, value]) => [`projection.p.${name}`, value]);
    jsonTable(test, "t", { a: "int" }, {
      partitions: { p: "string" },
      properties: {
        "projection.enabled": "true",
        "storage.location.template": "s3://data/t/${p}/",
        ...Object.fromEntries(projection),
      },
    });
    for (const value of values) await test.put(`t/${value}/x`, '{"a":1}\n');
    assertEquals(await test.rows("SELECT p FROM t ORDER BY p"), values.map((value) => [value]));
  });
}

Deno.test("partition projection: dates relative to now", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" }, {
    partitions: { p: "string" },
    properties: {
      "projection.enabled": "true",
      "projection.p.type": "date",
      "projection.p.format": "yyyyMMdd",
      "projection.p.range": " NOW - 1 WEEK , NOW+1DAY",
      "storage.location.template": "s3://data/t/${p}/",
    },
  });
  const days = [-8, -7, 0, 1, 2].map((by) =>
    new Date(Date.now() + by * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "")
  );
  for (const day of days) await test.put(`t/${day}/x`, '{"a":1}\n');
  assertEquals(
    (await test.rows("SELECT p FROM t ORDER BY p")).flat(),
    days.slice(1, 4),
  );
});

Deno.test("a partition whose value is none of its column's type is HIVE_INVALID_PARTITION_VALUE", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" }, { partitions: { dt: "date", hour: "int" } });
  await test.run("ALTER TABLE t ADD PARTITION (dt='2024-01-31', hour='09')");
  assertEquals((await test.run("SELECT * FROM t WHERE hour = 9")).reason, undefined);
  await test.run("ALTER TABLE t ADD PARTITION (dt='YYYY-MM-dd', hour='1')");
  assertEquals(
    (await test.run("SELECT * FROM t")).reason,
    "HIVE_INVALID_PARTITION_VALUE: Invalid partition value 'YYYY-MM-dd' for DATE partition key: " +
      "dt=YYYY-MM-dd/hour=1",
  );
  await test.run("ALTER TABLE t DROP PARTITION (dt='YYYY-MM-dd', hour='1')");
  await test.run("ALTER TABLE t ADD PARTITION (dt='2024-01-31', hour='3000000000')");
  assertEquals(
    (await test.run("SELECT * FROM t")).reason,
    "HIVE_INVALID_PARTITION_VALUE: Invalid partition value '3000000000' for INTEGER partition " +
      "key: dt=2024-01-31/hour=3000000000",
  );
});

// https://docs.aws.amazon.com/athena/latest/ug/alter-table-add-columns.html
Deno.test("ALTER TABLE PARTITION: its columns are added and replaced, the table's stay", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" }, { partitions: { dt: "string" } });
  await test.run("ALTER TABLE t ADD PARTITION (dt='1') PARTITION (dt='2')");
  const columns = () =>
    [...test.catalog.partitions("db", "t")].map(({ StorageDescriptor }) =>
      StorageDescriptor?.Columns?.map(({ Name, Type }) => `${Name} ${Type}`).join(", ")
    );
  const run = async (sql: string) => (await test.run(sql)).reason;
  assertEquals(await run("ALTER TABLE t PARTITION (dt='2') ADD COLUMNS (b string)"), undefined);
  assertEquals(columns(), ["a int", "a int, b string"]);
  assertEquals(
    await run("ALTER TABLE t PARTITION (dt='2') ADD COLUMNS (b int)"),
    "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. " +
      "Duplicate column name: b",
  );
  assertEquals(await run("ALTER TABLE t PARTITION (dt='2') REPLACE COLUMNS (a int)"), undefined);
  assertEquals(columns(), ["a int", "a int"]);
  assertEquals(
    await run("ALTER TABLE t PARTITION (dt='3') ADD COLUMNS (b int)"),
    "FAILED: SemanticException [Error 10006]: Partition not found {dt=3}",
  );
  assertEquals(test.catalog.table("db", "t")?.StorageDescriptor?.Columns?.length, 1);
});
