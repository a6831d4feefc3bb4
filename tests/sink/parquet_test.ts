import { DuckDBInstance } from "@duckdb/node-api";
import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { consume, verifyObjects } from "../../lib/sink/mod.ts";
import { linesIn, services } from "./services.ts";

/** Reads Parquet files with DuckDB, which others wrote. */
async function rowsOf(files: Uint8Array[], sql: string): Promise<unknown[][]> {
  const dir = await Deno.makeTempDir();
  for (const [at, bytes] of files.entries()) {
    await Deno.writeFile(join(dir, `${at}.parquet`), bytes);
  }
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const path = join(dir, "*.parquet").replaceAll("\\", "/");
  const reader = await connection.runAndReadAll(sql.replace("$files", `'${path}'`));
  const rows = reader.getRowsJson();
  connection.closeSync();
  instance.closeSync();
  await Deno.remove(dir, { recursive: true });
  return rows as unknown[][];
}

Deno.test("parquet: columns have the same types in every object, and nothing is rounded", async () => {
  await using test = await services();
  await test.createTopic(1);
  const timestamp = String(Date.UTC(2024, 4, 6, 7));
  const values = [
    '{"Index":"HSI","Open":100,"Volume":0,"ok":true,"more":{"n":9007199254740993,"l":[1.10]}}',
    '{"Index":"NYA","Open":100.5,"Volume":null,"ok":null}',
    '{"Index":"N225","Open":-1e3,"Volume":12}',
    '{"Index":"big","Open":9007199254740993}',
  ];
  await test.send(values.map((value) => ({ timestamp, value: Buffer.from(value) })));
  const summary = await consume(test.config, { format: "parquet", count: 4, flushRecords: 1 });
  assertEquals([summary.records, summary.deadLetters], [3, 1]);
  const objects = await test.objects();
  const files = objects.filter(({ key }) => key.endsWith(".parquet")).map(({ bytes }) => bytes);
  assertEquals(files.length, 3);
  assertEquals(
    await rowsOf(
      files,
      `SELECT "Index", "Open", "Volume", ok, more, kafka_partition, kafka_offset, kafka_timestamp
       FROM read_parquet($files, union_by_name = true) ORDER BY kafka_offset`,
    ),
    [
      ["HSI", 100, 0, true, '{"n":9007199254740993,"l":[1.10]}', 0, "0", timestamp],
      ["NYA", 100.5, null, null, null, 0, "1", timestamp],
      ["N225", -1000, 12, null, null, 0, "2", timestamp],
    ],
  );
  for (const file of files) {
    const types = await rowsOf(
      [file],
      `SELECT typeof("Open"), typeof(kafka_offset) FROM read_parquet($files)`,
    );
    assertEquals(types, [["DOUBLE", "BIGINT"]]);
  }
  assertEquals((await verifyObjects(test.config)).problems, []);
});

Deno.test("parquet: a number that no double holds is a dead letter, and names differ by more than capitals", async () => {
  await using test = await services();
  await test.createTopic(1);
  const values = ['{"Open":1}', '{"open":2}', '{"Open":1e400}', `{"Open":1${"0".repeat(400)}}`];
  await test.send(values.map((value) => ({ value })));
  const summary = await consume(test.config, { format: "parquet", count: 4 });
  assertEquals([summary.records, summary.deadLetters], [2, 2]);
  const [file] = (await test.objects()).filter(({ key }) => key.endsWith(".parquet"));
  assertEquals(
    await rowsOf([file!.bytes], `SELECT "Open" FROM read_parquet($files) ORDER BY kafka_offset`),
    [[1], [2]],
  );
});

for (const format of ["parquet", "jsonl", "json"] as const) {
  Deno.test(`${format}: times that no number holds, such as nanoseconds, are stored exactly`, async () => {
    await using test = await services();
    const admin = test.kafka.admin();
    await admin.connect();
    // Brokers take such times where they are told to, and older ones in any case.
    const configEntries = [{
      name: "message.timestamp.after.max.ms",
      value: String(2n ** 63n - 1n),
    }];
    const { topic } = test.config.kafka;
    await admin.createTopics({
      topics: [{ topic, numPartitions: 1, configEntries }],
      waitForLeaders: true,
    });
    await admin.disconnect();
    const times = ["1714978800000000001", "1714978800000000003", "9223372036854775807"];
    // Each in a batch of its own: the client's producer counts times from the first one's in numbers.
    for (const timestamp of times) {
      await test.send([{ timestamp, value: '{"n":1}' }]);
      await test.send([{ timestamp, value: "no row" }]);
    }
    const summary = await consume(test.config, { format, count: 6, flushRecords: 1 });
    assertEquals([summary.records, summary.deadLetters], [3, 3]);
    const { compared, problems } = await verifyObjects(test.config);
    assertEquals([compared, problems], [6, []]);
    const objects = await test.objects();
    const dead = objects.filter(({ key }) => key.startsWith("dead_letter/")).flatMap(linesIn);
    const found = dead.map((line) => /"timestamp":(\d+)/.exec(line)?.[1]);
    assertEquals(found, times);
    const bytes = objects.filter(({ key }) => !key.startsWith("dead_letter/"))
      .map((object) => object.bytes);
    if (format !== "parquet") return;
    const sql = "select kafka_timestamp from read_parquet($files) order by 1";
    assertEquals((await rowsOf(bytes, sql)).flat(), times);
  });
}
