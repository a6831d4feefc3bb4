/**
 * The built-in CSV classifier, rule by rule:
 * https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html#classifier-built-in
 */
import { assertEquals } from "@std/assert";
import type { Table } from "@aws-sdk/client-glue";
import { columnsOf, withGlue } from "./glue_fixture.ts";

async function crawlText(text: string): Promise<Table | undefined> {
  let tables: Table[] = [];
  await withGlue(async (glue) => {
    glue.store.text("s3://bucket/t/a.csv", text);
    await glue.crawl("s3://bucket/t/");
    tables = glue.tables();
  });
  return tables[0];
}

async function columnsOfText(text: string): Promise<string[]> {
  const table = await crawlText(text);
  return table === undefined ? [] : columnsOf(table);
}

const SAMPLE = "Index,Date,Adj Close,Volume\nHSI,1986-12-31,2568.3,0\nHSI,1987-01-02,2540.1,5\n";

Deno.test("csv: a header names the columns, whole numbers are bigint, others double", async () => {
  assertEquals(await columnsOfText(SAMPLE), [
    "index string",
    "date string",
    "adj close double",
    "volume bigint",
  ]);
});

// As in a real crawler's definition of a CSV table.
Deno.test("csv: SerDe, formats and parameters", async () => {
  const table = await crawlText(SAMPLE);
  const { SerdeInfo, InputFormat, OutputFormat } = table?.StorageDescriptor ?? {};
  assertEquals(SerdeInfo, {
    SerializationLibrary: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
    Parameters: { "field.delim": "," },
  });
  assertEquals(InputFormat, "org.apache.hadoop.mapred.TextInputFormat");
  assertEquals(OutputFormat, "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat");
  const { CRAWL_RUN_ID: _, ...parameters } = table?.Parameters ?? {};
  assertEquals(parameters, {
    CrawlerSchemaDeserializerVersion: "1.0",
    CrawlerSchemaSerializerVersion: "1.0",
    UPDATED_BY_CRAWLER: "c",
    areColumnsQuoted: "false",
    averageRecordSize: "25",
    classification: "csv",
    columnsOrdered: "true",
    compressionType: "none",
    delimiter: ",",
    objectCount: "1",
    recordCount: "3",
    sizeKey: "76",
    "skip.header.line.count": "1",
    typeOfData: "file",
  });
});

for (
  const [name, delimiter] of [["comma", ","], ["pipe", "|"], ["tab", "\t"], ["semicolon", ";"], [
    "Ctrl-A",
    "\u0001",
  ]] as const
) {
  Deno.test(`csv: checks for the delimiter ${name}`, async () => {
    const table = await crawlText(SAMPLE.replaceAll(",", delimiter));
    assertEquals(table?.Parameters?.delimiter, delimiter);
    assertEquals(table?.StorageDescriptor?.Columns?.length, 4);
  });
}

Deno.test("csv: the table schema must have at least two columns", async () => {
  assertEquals(await crawlText("a\n1\n2\n3\n"), undefined);
  assertEquals(await crawlText('a\n"1,5"\n"2,5"\n"3,5"\n'), undefined);
});

Deno.test("csv: the table schema must have at least two rows of data", async () => {
  assertEquals(await crawlText("name,value\nx,1\n"), undefined);
  assertEquals(await columnsOfText("x,1\ny,2\n"), ["col0 string", "col1 bigint"]);
});

Deno.test("csv: every column in a potential header parses as a STRING", async () => {
  assertEquals(await columnsOfText("name,2024\nx,1\ny,2\n"), ["col0 string", "col1 bigint"]);
});

Deno.test("csv: every column in a potential header must meet the requirements for a column name", async () => {
  assertEquals(await columnsOfText('"name\n(short)",value\nx,1\ny,2\n'), [
    "col0 string",
    "col1 string",
  ]);
});

Deno.test("csv: every column of a header but the last has fewer than 150 characters", async () => {
  const rows = "\nx,1\ny,2\n";
  assertEquals((await columnsOfText(`${"n".repeat(149)},v${rows}`)).length, 2);
  assertEquals((await columnsOfText(`${"n".repeat(149)},v${rows}`))[1], "v bigint");
  assertEquals((await columnsOfText(`${"n".repeat(150)},v${rows}`))[1], "col1 string");
  assertEquals((await columnsOfText(`name,${"v".repeat(150)}${rows}`))[0], "name string");
});

Deno.test("csv: the last column can be empty throughout, for a trailing delimiter", async () => {
  assertEquals(await columnsOfText("name,value,\nx,1,\ny,2,\n"), [
    "name string",
    "value bigint",
    "col2 string",
  ]);
});

Deno.test("csv: of two columns of one name the second gets its place behind it", async () => {
  assertEquals(await columnsOfText("Close,close,volume\n1,2.5,x\n2,3.5,y\n"), [
    "close bigint",
    "close_1 double",
    "volume string",
  ]);
  // However the others are named, no column is lost.
  assertEquals(await columnsOfText("a_2,a,a\n1,2.5,x\n3,4.5,y\n"), [
    "a_2 bigint",
    "a double",
    "a_2_2 string",
  ]);
});

Deno.test("csv: where all columns are STRING, the first row is no header", async () => {
  assertEquals(await columnsOfText("name,city\nAnn,Rome\nBob,Oslo\n"), [
    "col0 string",
    "col1 string",
  ]);
});

Deno.test("csv: without a header there is no skip.header.line.count", async () => {
  const table = await crawlText("x,1\ny,2\n");
  assertEquals(table?.Parameters?.["skip.header.line.count"], undefined);
});

Deno.test("csv: quoted values may hold delimiters, quotes and line ends", async () => {
  const table = await crawlText('name,value\n"a, b",1\n"say ""hi""\nthere",2\n');
  assertEquals(table && columnsOf(table), ["name string", "value bigint"]);
  assertEquals(table?.Parameters?.areColumnsQuoted, "true");
});

Deno.test("csv: empty values do not make a number a string; mixed values do", async () => {
  assertEquals(await columnsOfText("n,a,b,c\nx,1,1,true\ny,,x,false\nz,2.5,2,\n"), [
    "n string",
    "a double",
    "b string",
    "c boolean",
  ]);
});

Deno.test("csv: CRLF and gzip", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.gzip("s3://bucket/t/a.csv.gz", SAMPLE.replaceAll("\n", "\r\n"));
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table())[3], "volume bigint");
    assertEquals(table().Parameters?.compressionType, "gzip");
  }));

Deno.test("csv: rows of different length are no CSV, nor is text or a picture", async () => {
  assertEquals(await crawlText("a,b\n1,2\n1,2,3\n"), undefined);
  assertEquals(await crawlText("Dear reader,\n\nthis is no data.\n"), undefined);
  assertEquals(await crawlText("\0\u0001,\0\n\0,\0\n\0,\0\n"), undefined);
});
