/**
 * Parquet objects that pyarrow 26 wrote, read as Trino 440 reads them: `NEW` in format 2.6, `OLD` in
 * format 1.0 with times of 96 bits.
 */
import { assertEquals } from "@std/assert";
import { testAthena } from "./harness.ts";

const NEW =
  "UEFSMRUAFRwVHCwVBhUAFQYVBhwAAAACAAAAAwMBAAAA/wAAABUAFRwVHCwVBhUAFQYVBhwAAAACAAAAAwMBAAAA//8A" +
  "ABUAFRwVHCwVBhUAFQYVBhwAAAACAAAAAwMBAAAA/////xUAFSwVLCwVBhUAFQYVBhwAAAACAAAAAwMBAAAAAAAAAAUA" +
  "AAAAAACAFQAVLBUsLBUGFQAVBhUGHAAAAAIAAAADA0CSMhk7EAYA//////////8VABUsFSwsFQYVABUGFQYcAAAAAgAA" +
  "AAMDAEqLbdpmrxcY/P///////xUAFSoVKiwVBhUAFQYVBhwAAAACAAAAAwMBAAAAYQYAAADDqfCfmIAVABUgFSAsFQYV" +
  "ABUGFQYcAAAAAgAAAAMDAgAAAAD/AAAAABUEGZw1ABgGc2NoZW1hFRAAFQIlAhgCdTglFkysEwgSAAAAFQIlAhgDdTE2" +
  "JRhMrBMQEgAAABUCJQIYA3UzMiUaTKwTIBIAAAAVBCUCGAN1NjQlHEysE0ASAAAAFQQlAhgFdHNfdXMlFEyMEhwsAAAA" +
  "AAAVBCUCGAV0c19uc2yMEhw8AAAAAAAVDCUCGAFzJQBMHAAAABUMJQIYA2JpbgAWBhkcGYwmABwVAhklBgAZGAJ1OBUA" +
  "FgYWQhZCJghJHBUAFQAVAgA8KQYZJgIEAAAAJgAcFQIZJQYAGRgDdTE2FQAWBhZCFkImSkkcFQAVABUCADwpBhkmAgQA" +
  "AAAmABwVAhklBgAZGAN1MzIVABYGFkIWQiaMAUkcFQAVABUCADwpBhkmAgQAAAAmABwVBBklBgAZGAN1NjQVABYGFlIW" +
  "UibOAUkcFQAVABUCADwpBhkmAgQAAAAmABwVBBklBgAZGAV0c191cxUAFgYWUhZSJqACSRwVABUAFQIAPCkGGSYCBAAA" +
  "ACYAHBUEGSUGABkYBXRzX25zFQAWBhZSFlIm8gJJHBUAFQAVAgA8KQYZJgIEAAAAJgAcFQwZJQYAGRgBcxUAFgYWUBZQ" +
  "JsQDSRwVABUAFQIAPBYOGQYZJgIEAAAAJgAcFQwZJQYAGRgDYmluFQAWBhZGFkYmlARJHBUAFQAVAgA8FgQZBhkmAgQA" +
  "AAAW0gQWBiYIFtIEACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNi4wLjEZjBwAABwAABwAABwAABwAABwAABwA" +
  "ABwAAABZAgAAUEFSMQ==";

const OLD =
  "UEFSMRUAFTwVPCwVBhUAFQYVBhwAAAACAAAAAwMASuRkWiEAALWKJQAY/E6RlE4AAIs9JQAVABU8FTwsFQYVABUGFQYc" +
  "AAAAAgAAAAMDAErkZFohAAC1iiUAGPxOkZROAACLPSUAFQIZPDUAGAZzY2hlbWEVBAAVBiUCGAV0c191cwAVBiUCGAV0" +
  "c19ucwAWBhkcGSwmABwVBhklBgAZGAV0c191cxUAFgYWYhZiJghJHBUAFQAVAgA8KQYZJgIEAAAAJgAcFQYZJQYAGRgF" +
  "dHNfbnMVABYGFmIWYiZqSRwVABUAFQIAPCkGGSYCBAAAABbEARYGJggWxAEAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJz" +
  "aW9uIDI2LjAuMRksHAAAHAAAAMEAAABQQVIx";

Deno.test("Parquet: unsigned numbers, times of microseconds and less, and text without its mark", async () => {
  await using test = await testAthena();
  await test.store.put("data", "new/a.parquet", Uint8Array.fromBase64(NEW));
  await test.store.put("data", "old/a.parquet", Uint8Array.fromBase64(OLD));
  const create = async (name: string, columns: string) => {
    const made = await test.run(
      `CREATE EXTERNAL TABLE ${name} (${columns}) STORED AS PARQUET LOCATION 's3://data/${
        name.split("_")[0]
      }/'`,
    );
    assertEquals(made.reason, undefined);
  };
  await create("new", "u8 smallint, u16 int, u32 bigint, u64 bigint");
  assertEquals(await test.rows("SELECT * FROM new"), [
    ["1", "1", "1", "1"],
    ["255", "65535", "-1", "-9223372036854775803"],
    [null, null, null, null],
  ]);
  await create("new_int", "u8 int, u16 bigint, u32 int");
  assertEquals(await test.rows("SELECT * FROM new_int WHERE u8 > 1"), [["255", "65535", "-1"]]);
  for (const table of ["new_times", "old_times"]) {
    await create(table, "ts_us timestamp, ts_ns timestamp");
    assertEquals(await test.rows(`SELECT * FROM ${table}`), [
      ["2024-01-31 10:11:12.123", "2024-01-31 10:11:12.123"],
      ["1970-01-01 00:00:00.000", "1970-01-01 00:00:00.000"],
      [null, null],
    ]);
    const equal = `ts_us = TIMESTAMP '2024-01-31 10:11:12.123' AND ts_ns = ts_us`;
    assertEquals(await test.rows(`SELECT count(*) FROM ${table} WHERE ${equal}`), [["1"]]);
  }
  await create("new_text", "s binary");
  assertEquals(await test.rows("SELECT s FROM new_text"), [["61"], ["c3 a9 f0 9f 98 80"], [null]]);
  await create("new_short", "s varchar(1), bin string");
  assertEquals(await test.rows("SELECT s FROM new_short"), [["a"], ["é"], [null]]);
  assertEquals(await test.rows("SELECT bin FROM new_short WHERE length(s) = 9"), []);
  await create("new_wrong", "u8 tinyint, s int");
  assertEquals(
    (await test.run("SELECT u8 FROM new_wrong")).reason,
    "HIVE_BAD_DATA: Field u8's type INT32 in parquet file s3://data/new/a.parquet is incompatible " +
      "with type tinyint defined in table schema",
  );
  assertEquals(
    (await test.run("SELECT s FROM new_wrong")).reason,
    "HIVE_BAD_DATA: Field s's type BINARY in parquet file s3://data/new/a.parquet is " +
      "incompatible with type int defined in table schema",
  );
});
