import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { TickertapeError } from "../../lib/errors.ts";
import { readLines } from "../../lib/stock/lines.ts";
import { checkCsv, type CsvOptions, loadCsv, readCsv } from "../../lib/stock/mod.ts";

async function withFile<T>(
  content: string | Uint8Array<ArrayBuffer>,
  body: (path: string) => Promise<T>,
): Promise<T> {
  const dir = await Deno.makeTempDir();
  const path = join(dir, "prices.csv");
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  try {
    await Deno.writeFile(path, bytes);
    return await body(path);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const read = (content: string | Uint8Array<ArrayBuffer>, options?: CsvOptions) =>
  withFile(content, (path) => Array.fromAsync(readCsv(path, options)));

const check = (content: string | Uint8Array<ArrayBuffer>, options?: CsvOptions) =>
  withFile(content, (path) => checkCsv(path, options));

async function failure(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const error = await assertRejects(() => check(content), TickertapeError);
  return `${error.code} ${error.message.replace(/.*prices\.csv/, "prices.csv")}`;
}

const two = [{ Index: "HSI", Close: 1.5 }, { Index: "N225", Close: null }];

Deno.test("a CSV's rows are records", async () => {
  assertEquals(await read("Index,Close\nHSI,1.5\nN225,\n"), two);
});

Deno.test("the last line needs no line end", async () => {
  assertEquals(await read("Index,Close\nHSI,1.5\nN225,null"), two);
});

Deno.test("a byte-order mark and CRLF are fine", async () => {
  assertEquals(await read("\ufeffIndex,Close\r\nHSI,1.5\r\nN225,\r\n"), two);
});

Deno.test("quoted fields may hold commas, quotes and line ends", async () => {
  const text = 'Index,"Full ""name""",Close\nHSI,"Hang Seng, Hong Kong",1\nN225,"two\nlines","2"\n';
  assertEquals(await read(text), [
    { Index: "HSI", 'Full "name"': "Hang Seng, Hong Kong", Close: 1 },
    { Index: "N225", 'Full "name"': "two\nlines", Close: 2 },
  ]);
});

Deno.test("tabs or semicolons separate where the header has no comma", async () => {
  assertEquals(await read("Index\tClose\nHSI\t1.5\nN225\t\n"), two);
  assertEquals(await read("Index;Close\nHSI;1.5\nN225;\n"), two);
});

Deno.test("day-first dates are text", async () => {
  assertEquals(await read("Date,Close\n31/12/1986,1\n"), [{ Date: "31/12/1986", Close: 1 }]);
});

Deno.test("blank rows are left out and counted, commas alone too", async () => {
  assertEquals(await check("Index,Close\nHSI,1.5\n\n,\n , \n,,,\nN225,\n,\n"), {
    columns: ["Index", "Close"],
    rows: 2,
    skipped: 0,
    blank: 5,
    decimals: [],
    mixed: [],
  });
});

const failures: [what: string, content: string | Uint8Array<ArrayBuffer>, message: string][] = [
  [
    "too few fields",
    "a,b,c\n1,2,3\n4,5\n",
    "CSV_FIELDS prices.csv, line 3: it has 2 fields, the header has 3",
  ],
  [
    "too many fields",
    "a,b\n1,2,3\n",
    "CSV_FIELDS prices.csv, line 2: it has 3 fields, the header has 2",
  ],
  [
    "a line after a field of several lines",
    'a,b\n"x\ny\nz",2\n\n5\n',
    "CSV_FIELDS prices.csv, line 6: it has 1 field, the header has 2",
  ],
  [
    "a cut last line",
    "a,b,c\n1,2,3\n4,5",
    "CSV_FIELDS prices.csv, line 3: it has 2 fields, the header has 3",
  ],
  [
    "a column twice",
    "a,b,a\n1,2,3\n",
    "CSV_HEADER prices.csv, line 1: the column 'a' is there twice",
  ],
  [
    "a column twice, in small and in capital letters",
    "Close,Index,close\n1,2,3\n",
    "CSV_HEADER prices.csv, line 1: the column 'close' is there twice, in lower and upper case, " +
    "which tables do not tell apart",
  ],
  [
    "a column without a name",
    ",Index\n0,HSI\n",
    "CSV_HEADER prices.csv, line 1: column 1 has no name",
  ],
  [
    "no header",
    "HSI,1986-12-31,2568.3\nHSI,1987-01-02,2540.1\n",
    "CSV_HEADER prices.csv, line 1: the header is missing: '1986-12-31' is a value, not a column's name",
  ],
  ["an empty file", "", "CSV_EMPTY prices.csv: it is empty"],
  ["blank lines alone", "\n\r\n,,\n", "CSV_EMPTY prices.csv: it is empty"],
  [
    "a header alone",
    "a,b\n",
    "CSV_EMPTY prices.csv: it has a header on line 1 and no row that can be read",
  ],
  [
    "a NUL byte",
    "a,b\n1,2\n3,\0\n",
    "CSV_LINE prices.csv, line 3: it has a NUL byte, so it is not text",
  ],
  [
    "bytes that are not UTF-8",
    new Uint8Array([0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0xe9, 0x0a]),
    "CSV_LINE prices.csv, line 2: it is not text in UTF-8",
  ],
  [
    "UTF-16",
    new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x2c, 0x00, 0x0a, 0x00]),
    "CSV_KIND prices.csv, line 1: it is text in UTF-16, not in UTF-8",
  ],
  [
    "a gzip file",
    new Uint8Array([0x1f, 0x8b, 8, 0]),
    "CSV_KIND prices.csv, line 1: it is compressed with gzip",
  ],
  [
    "JSON lines",
    '{"Index":"HSI"}\n',
    "CSV_KIND prices.csv, line 1: it is JSON, not a CSV",
  ],
  [
    "an Excel workbook",
    new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0]),
    "CSV_KIND prices.csv, line 1: it is a ZIP archive, as Excel's workbooks are",
  ],
  [
    "a quote that is not closed",
    'a,b\n1,"2\n3,4\n',
    "CSV_LINE prices.csv, line 2: a quote that it opens is not closed",
  ],
  [
    "a quote inside a field",
    'a,b\n1,5" pipe\n',
    "CSV_LINE prices.csv, line 2: its quotes do not match",
  ],
  [
    "lines that end in carriage returns",
    "a,b\r1,2\r",
    "CSV_HEADER prices.csv, line 1: its lines end in carriage returns alone",
  ],
  [
    "a line longer than a record may be",
    `a,b\n1,2\n${"x".repeat(1_100_000)},2\n3,4\n`,
    "CSV_LINE prices.csv, line 3: it is longer than 1 MiB",
  ],
];

for (const [what, content, message] of failures) {
  Deno.test(`${what} is an error with file and line`, async () => {
    assertEquals(await failure(content), message);
  });
}

Deno.test("a file that is not there is an error that says so", async () => {
  const error = await assertRejects(() => checkCsv(join("no", "such.csv")), TickertapeError);
  assertEquals(error.code, "CSV_UNREADABLE");
  assertEquals(error.message, `Could not read ${join("no", "such.csv")}: there is no such file`);
});

Deno.test("a folder is no file", async () => {
  const dir = await Deno.makeTempDir();
  const error = await assertRejects(() => checkCsv(dir), TickertapeError);
  assertEquals(error.message, `Could not read ${dir}: it is a folder`);
  await Deno.remove(dir);
});

Deno.test("skipInvalid leaves bad rows out, counts them, and goes on at the next line", async () => {
  const text = 'a,b\n1,2\n3\n"4,5\n6,7\n8,\0\n9,1" x\n,\n10,11\n';
  const options = { skipInvalid: true };
  assertEquals(await check(text, options), {
    columns: ["a", "b"],
    rows: 3,
    skipped: 4,
    blank: 1,
    decimals: [],
    mixed: [],
  });
  assertEquals(await read(text, options), [{ a: 1, b: 2 }, { a: 6, b: 7 }, { a: 10, b: 11 }]);
});

Deno.test("skipInvalid does not make up a header", async () => {
  const error = await assertRejects(
    () => check("a,a\n1,2\n", { skipInvalid: true }),
    TickertapeError,
  );
  assertEquals(error.code, "CSV_HEADER");
});

Deno.test("a line after one that is too long has its own number", async () => {
  const text = `a,b\n${"x".repeat(3_000_000)}\n1,2\n3\n`;
  const error = await assertRejects(
    () => check(text.replace(/x{5}/, "xx,xx"), { skipInvalid: false }),
    TickertapeError,
  );
  assertEquals(error.message.includes("line 2"), true);
  assertEquals(await check(text, { skipInvalid: true }), {
    columns: ["a", "b"],
    rows: 1,
    skipped: 2,
    blank: 0,
    decimals: [],
    mixed: [],
  });
});

Deno.test("a line that is too long is told of at once, not at its end", async () => {
  let read = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode("a,b\n");
    for (; read < 1_000; read++) yield new Uint8Array(65_536).fill(0x78);
  }
  for await (const lines of readLines(endless())) {
    if (lines.some(({ fault }) => fault === "it is longer than 1 MiB")) break;
  }
  assertEquals(read < 20, true, `told after ${read} chunks of 64 KiB`);
});

Deno.test("columns of whole numbers that are written as decimals are named", async () => {
  const text = "Index,Close,Volume,Day,Both\nHSI,100.0,0.0,3,1\nHSI,2568.3,2153180400.0,4,2.0\n";
  const { report, records } = await withFile(text, (path) => loadCsv(path));
  assertEquals(report.decimals, ["Volume", "Both"]);
  assertEquals(records[1], { Index: "HSI", Close: 2568.3, Volume: 2153180400, Day: 4, Both: 2 });
});

Deno.test("columns of numbers and text are named, with the first value of the other kind", async () => {
  const text = "Index,Close,Volume\nHSI,1.5,\nHSI,n/a,7\nHSI,x,null\n399001,2,8\n";
  assertEquals((await check(text)).mixed, [
    { column: "Index", line: 5, value: 399001 },
    { column: "Close", line: 3, value: "n/a" },
  ]);
});

Deno.test({
  name: "a pipe is not replayed: it can be read but once",
  ignore: Deno.build.os === "windows",
}, async () => {
  const dir = await Deno.makeTempDir();
  const pipe = join(dir, "pipe.csv");
  const { success } = await new Deno.Command("mkfifo", { args: [pipe] }).output();
  assertEquals(success, true);
  const error = await assertRejects(() => checkCsv(pipe), TickertapeError);
  assertEquals(error.code, "CSV_UNREADABLE");
  assertEquals(error.message.includes("it is no file but a pipe"), true, error.message);
  await Deno.remove(dir, { recursive: true });
});

Deno.test("rows are the same wherever the file's chunks end", async () => {
  // Chunks of a file are 64 KiB: rows of 61 bytes end on every place of one.
  const rows = Array.from(
    { length: 5_000 },
    (_, n) => `${String(n).padStart(9, "1")},é${"y".repeat(48)}`,
  );
  const records = await read(`n,text\n${rows.join("\n")}\n`);
  assertEquals(records.length, 5_000);
  assertEquals(records.every(({ text }) => text === `é${"y".repeat(48)}`), true);
  assertEquals(records[4_321]?.n, 111114321);
});

Deno.test("of a long file a sample of rows is kept, each with the same chance", async () => {
  const text = `n\n${Array.from({ length: 2_000 }, (_, n) => n).join("\n")}\n`;
  const { report, records } = await withFile(
    text,
    (path) => loadCsv(path, { limit: 500, seed: 1 }),
  );
  assertEquals([report.rows, records.length], [2_000, 500]);
  assertEquals(new Set(records.map(({ n }) => n)).size, 500);
  // A fair draw of 500 of 2,000 has 250 of the first half, give or take 5 deviations of 9.7.
  const early = records.filter(({ n }) => Number(n) < 1_000).length;
  assertEquals(Math.abs(early - 250) < 49, true, `${early} rows of the first half`);
});

const REAL = join(import.meta.dirname ?? "", "..", "..", "..", "shared", "data");
const noReal = await Deno.stat(REAL).then(() => false, () => true);
if (noReal) console.warn(`skipped: tests of real index prices, ${REAL} is not there`);

Deno.test({
  name: "real index prices are read as they are written",
  ignore: noReal,
  fn: async () => {
    const path = join(REAL, "indexProcessed_hsi.csv");
    assertEquals((await checkCsv(path)).rows, 5_692);
    const records = await Array.fromAsync(readCsv(path));
    assertEquals(records[0], {
      "Index": "HSI",
      "Date": "1986-12-31",
      "Open": 2568.300049,
      "High": 2568.300049,
      "Low": 2568.300049,
      "Close": 2568.300049,
      "Adj Close": 2568.300049,
      "Volume": 0,
      "CloseUSD": 333.87900637,
    });
    assertEquals(records.at(-1)?.Date, "2010-01-08");
  },
});

Deno.test({
  name: "a real file that begins with a byte-order mark has its first column's name",
  ignore: noReal,
  fn: async () => {
    const path = join(REAL, "indexInfo.csv");
    assertEquals((await checkCsv(path)).columns, ["Region", "Exchange", "Index", "Currency"]);
    const records = await Array.fromAsync(readCsv(path));
    assertEquals(records[3]?.Index, "000001.SS");
  },
});
