/** Parquet files, written by DuckDB: types as Athena names them for each Parquet type. */
import { DuckDBInstance } from "@duckdb/node-api";
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { columnsOf, type Fixture, withGlue } from "./glue_fixture.ts";

const TYPES = `
  SELECT
    1::TINYINT AS "Tiny", 1::SMALLINT AS small, 1::INTEGER AS number, 1::BIGINT AS big,
    1::FLOAT AS single, 1::DOUBLE AS "Double", true AS flag, 'x' AS text, 'x'::BLOB AS bytes,
    DATE '2024-01-31' AS day, TIMESTAMP '2024-01-31 10:00:00' AS moment,
    1.25::DECIMAL(10, 2) AS price, 1.25::DECIMAL(30, 4) AS wide,
    [1, 2] AS list, [['x']] AS lists, {'a': 1, 'B': 'x'} AS nested,
    MAP {'k': 1.5::DOUBLE} AS dictionary, [{'k': 1::BIGINT}] AS structs
`;

/** Runs SQL's rows into a Parquet file, and gives its bytes. */
async function parquet(sql: string): Promise<Uint8Array> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-test-" });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const file = join(dir, "data.parquet");
    await connection.run(`COPY (${sql}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
    return await Deno.readFile(file);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await Deno.remove(dir, { recursive: true });
  }
}

async function put({ store }: Fixture, key: string, sql: string): Promise<Uint8Array> {
  const bytes = await parquet(sql);
  await store.put("bucket", key, bytes);
  return bytes;
}

Deno.test("parquet: types, nested types, and lower-case column names", () =>
  withGlue(async (glue) => {
    await put(glue, "t/a.parquet", TYPES);
    await glue.crawl("s3://bucket/t/");
    assertEquals(columnsOf(glue.table()), [
      "tiny tinyint",
      "small smallint",
      "number int",
      "big bigint",
      "single float",
      "double double",
      "flag boolean",
      "text string",
      "bytes binary",
      "day date",
      "moment timestamp",
      "price decimal(10,2)",
      "wide decimal(30,4)",
      "list array<int>",
      "lists array<array<string>>",
      "nested struct<a:int,B:string>",
      "dictionary map<string,double>",
      "structs array<struct<k:bigint>>",
    ]);
  }));

Deno.test("parquet: SerDe, formats and parameters as a real crawler's", () =>
  withGlue(async (glue) => {
    const bytes = await put(glue, "t/a.parquet", "SELECT range AS n FROM range(1000)");
    await glue.crawl("s3://bucket/t/");
    const { SerdeInfo, InputFormat, OutputFormat, Compressed } = glue.table().StorageDescriptor ??
      {};
    assertEquals(SerdeInfo, {
      SerializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
      Parameters: { "serialization.format": "1" },
    });
    assertEquals(
      InputFormat,
      "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    );
    assertEquals(
      OutputFormat,
      "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
    );
    assertEquals(Compressed, false);
    const { CRAWL_RUN_ID: _, averageRecordSize, ...parameters } = glue.table().Parameters ?? {};
    assert(Number(averageRecordSize) >= 1);
    assertEquals(parameters, {
      CrawlerSchemaDeserializerVersion: "1.0",
      CrawlerSchemaSerializerVersion: "1.0",
      UPDATED_BY_CRAWLER: "c",
      classification: "parquet",
      compressionType: "none",
      objectCount: "1",
      recordCount: "1000",
      sizeKey: String(bytes.length),
      typeOfData: "file",
    });
  }));

Deno.test("parquet: of a large file, the beginning and the footer are read", () =>
  withGlue(async (glue) => {
    const bytes = await put(
      glue,
      "t/a.parquet",
      "SELECT range AS n, hash(range)::VARCHAR AS noise FROM range(400000)",
    );
    assert(bytes.length > 4_000_000, `${bytes.length} bytes are not large`);
    await glue.crawl("s3://bucket/t/");
    assertEquals(columnsOf(glue.table()), ["n bigint", "noise string"]);
    assert((glue.store.bytesRead.get("bucket/t/a.parquet") ?? 0) < 1_300_000);
  }));

Deno.test("parquet: partitions, and a column that is new", () =>
  withGlue(async (glue) => {
    await put(glue, "t/dt=1/a.parquet", "SELECT 1 AS a, 2 AS b, 3 AS c");
    await put(glue, "t/dt=2/a.parquet", "SELECT 1.5::DOUBLE AS a, 2 AS b, 3 AS c, 'x' AS d");
    await glue.crawl("s3://bucket/t/");
    assertEquals(columnsOf(glue.table()), ["a double", "b int", "c int", "d string"]);
    assertEquals(glue.partitions().map(columnsOf), [
      ["a int", "b int", "c int"],
      ["a double", "b int", "c int", "d string"],
    ]);
  }));
