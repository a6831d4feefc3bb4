/** Parameters and storage of tables and partitions, as in the definitions of real crawlers' tables. */
import { assertEquals } from "@std/assert";
import { withGlue } from "./glue_fixture.ts";

const JSON_STORAGE = {
  InputFormat: "org.apache.hadoop.mapred.TextInputFormat",
  OutputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
  Compressed: false,
  NumberOfBuckets: -1,
  BucketColumns: [],
  SortColumns: [],
  StoredAsSubDirectories: false,
};

Deno.test("a table of JSON as a whole; table parameters stand again in the StorageDescriptor", () =>
  withGlue(async ({ store, crawl, call }) => {
    store.text("s3://bucket/t/a.json", '{"a":1}\n{"a":2}\n'); // 16 bytes, 8 a record
    await crawl("s3://bucket/t/");
    const { Table } = await call("GetTable", { DatabaseName: "db", Name: "t" });
    const { CreateTime, UpdateTime, LastAccessTime, ...table } = Table;
    for (const time of [CreateTime, UpdateTime, LastAccessTime]) {
      assertEquals(typeof time, "number");
    }
    const { Crawls } = await call("ListCrawls", { CrawlerName: "c" });
    const Parameters = {
      CRAWL_RUN_ID: Crawls[0].CrawlId,
      CrawlerSchemaDeserializerVersion: "1.0",
      CrawlerSchemaSerializerVersion: "1.0",
      UPDATED_BY_CRAWLER: "c",
      averageRecordSize: "8",
      classification: "json",
      compressionType: "none",
      objectCount: "1",
      recordCount: "2",
      sizeKey: "16",
      typeOfData: "file",
    };
    assertEquals(table, {
      Name: "t",
      DatabaseName: "db",
      Owner: "owner",
      Retention: 0,
      StorageDescriptor: {
        ...JSON_STORAGE,
        Columns: [{ Name: "a", Type: "int" }],
        Location: "s3://bucket/t/",
        SerdeInfo: {
          SerializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
          Parameters: { paths: "a" },
        },
        Parameters,
      },
      PartitionKeys: [],
      TableType: "EXTERNAL_TABLE",
      Parameters,
      CreatedBy: "arn:aws:sts::000000000000:assumed-role/crawler/AWS-Crawler",
      IsRegisteredWithLakeFormation: false,
      CatalogId: "000000000000",
      VersionId: "0",
    });
  }));

Deno.test("a partition has a StorageDescriptor and parameters of its own", () =>
  withGlue(async ({ store, crawl, call, table }) => {
    store.text("s3://bucket/t/dt=1/a.json", '{"a":1}\n');
    store.text("s3://bucket/t/dt=2/a.json", '{"a":2,"b":3}\n{"a":4,"b":5}\n'); // 14 a record
    await crawl("s3://bucket/t/", {
      Configuration:
        '{"Version":1.0,"Grouping":{"TableGroupingPolicy":"CombineCompatibleSchemas"}}',
    });
    const { Partition } = await call("GetPartition", {
      DatabaseName: "db",
      TableName: "t",
      PartitionValues: ["2"],
    });
    const { CreationTime, ...partition } = Partition;
    assertEquals(typeof CreationTime, "number");
    const Parameters = {
      CrawlerSchemaDeserializerVersion: "1.0",
      CrawlerSchemaSerializerVersion: "1.0",
      averageRecordSize: "14",
      classification: "json",
      compressionType: "none",
      objectCount: "1",
      recordCount: "2",
      sizeKey: "28",
      typeOfData: "file",
    };
    assertEquals(partition, {
      Values: ["2"],
      DatabaseName: "db",
      TableName: "t",
      CatalogId: "000000000000",
      StorageDescriptor: {
        ...JSON_STORAGE,
        Columns: [{ Name: "a", Type: "int" }, { Name: "b", Type: "int" }],
        Location: "s3://bucket/t/dt=2/",
        SerdeInfo: {
          SerializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
          Parameters: { paths: "a,b" },
        },
        Parameters,
      },
      Parameters,
    });
    assertEquals(table().Parameters?.objectCount, "2");
    assertEquals(table().Parameters?.sizeKey, "36");
    assertEquals(table().Parameters?.recordCount, "3");
    assertEquals(table().Parameters?.averageRecordSize, "11"); // of 8 and 14
    assertEquals(table().Parameters?.["partition_filtering.enabled"], "true");
  }));

// A real crawler's table of one gzip object: 4374 bytes a record, 1406 bytes, 1 record.
Deno.test("recordCount is size over average, at least 1 per object", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.gzip("s3://bucket/t/a.json", `${JSON.stringify({ a: "x".repeat(4365) })}\n`);
    store.gzip("s3://bucket/t/b.json", `${JSON.stringify({ a: "x".repeat(4365) })}\n`);
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.averageRecordSize, "4374");
    assertEquals(table().Parameters?.recordCount, "2");
  }));

Deno.test("the rest of a large object is counted by the records of its first megabyte", () =>
  withGlue(async ({ store, crawl, table }) => {
    const line = `${JSON.stringify({ a: "x".repeat(991) })}\n`;
    assertEquals(line.length, 1000);
    store.text("s3://bucket/t/a.json", line.repeat(3000));
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.averageRecordSize, "1000");
    assertEquals(table().Parameters?.recordCount, "3000");
    assertEquals(table().Parameters?.sizeKey, "3000000");
  }));

Deno.test("CreatePartitionIndex false: the table is not marked as indexed", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", { Configuration: '{"Version":1,"CreatePartitionIndex":false}' });
    assertEquals(table().Parameters?.["partition_filtering.enabled"], undefined);
  }));

Deno.test("exclude patterns are stored as a property of the tables", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl([{ Path: "s3://bucket/t/", Exclusions: ["**.csv", "tmp/**"] }]);
    assertEquals(
      table().Parameters?.exclusions,
      '["s3://bucket/t/**.csv","s3://bucket/t/tmp/**"]',
    );
  }));
