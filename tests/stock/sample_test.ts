import { assert, assertEquals } from "@std/assert";
import {
  checkCsv,
  generateSample,
  loadCsv,
  SAMPLE_COLUMNS,
  SAMPLE_FILE,
  sampleRecords,
} from "../../lib/stock/mod.ts";

const { records } = await loadCsv(SAMPLE_FILE);

Deno.test("the shipped file is what is generated, byte for byte", async () => {
  assertEquals(await Deno.readTextFile(SAMPLE_FILE) === generateSample(), true);
});

Deno.test("the sample has the tutorial's columns, thirteen indexes, five years, under 2 MB", async () => {
  assertEquals((await checkCsv(SAMPLE_FILE)).columns, [...SAMPLE_COLUMNS]);
  const symbols = Map.groupBy(records, ({ Index }) => Index);
  assertEquals([...symbols.keys()].sort(), [
    "000001.SS",
    "399001.SZ",
    "GDAXI",
    "GSPTSE",
    "HSI",
    "IXIC",
    "J203.JO",
    "N100",
    "N225",
    "NSEI",
    "NYA",
    "SSMI",
    "TWII",
  ]);
  // Weekdays of 2018 to 2022 from 2 January 2018 to 30 December 2022: 1,304. Less those that are
  // 1 January (2019, 2020, 2021) or 25 December (2018, 2019, 2020).
  for (const rows of symbols.values()) assertEquals(rows.length, 1_298);
  assert((await Deno.stat(SAMPLE_FILE)).size < 2_000_000);
});

Deno.test("prices are possible: low, open and close, high in order, volume not below 0", () => {
  for (const row of records) {
    const [open, high, low, close] = ["Open", "High", "Low", "Close"].map((name) =>
      Number(row[name])
    );
    assert(open && high && low && close);
    assert(low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close));
    assert(Number(row.Volume) >= 0 && Number(row.CloseUSD) > 0);
    assertEquals(row["Adj Close"], row.Close);
    assertEquals(new Date(`${row.Date}T00:00:00Z`).getUTCDay() % 6 === 0, false);
  }
});

Deno.test("indexes of one region move together more than those of two, and none by itself", () => {
  const moves = (symbol: string) => {
    const closes = records.filter(({ Index }) => Index === symbol).map(({ Close }) =>
      Number(Close)
    );
    return closes.slice(1).map((close, day) => close / (closes[day] ?? 1) - 1);
  };
  const near = correlation(moves("NYA"), moves("IXIC"));
  const far = correlation(moves("NYA"), moves("N225"));
  assert(near > 0.5 && near < 0.75 && far > 0.25 && far < near, `${near} and ${far}`);
});

function correlation(a: number[], b: number[]): number {
  const mean = (of: number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, n) => (value - ma) * ((b[n] ?? 0) - mb)));
  const variance = (of: number[], m: number) => mean(of.map((value) => (value - m) ** 2));
  return covariance / Math.sqrt(variance(a, ma) * variance(b, mb));
}

Deno.test("a seed repeats the draws, another one does not, and every row is drawn now and then", () => {
  const rows = Array.from({ length: 10 }, (_, n) => ({ n }));
  const draw = (seed: number) =>
    sampleRecords(rows, { seed }).take(1_000).map(({ n }) => n).toArray();
  assertEquals(draw(1), draw(1));
  assertEquals(draw(1).join() === draw(2).join(), false);
  const counts = Map.groupBy(draw(1), (n) => n);
  assertEquals(counts.size, 10);
  // 1,000 draws of 10 rows: 100 each, give or take 5 deviations of 9.5.
  for (const [n, drawn] of counts) assert(Math.abs(drawn.length - 100) < 48, `row ${n}`);
});

Deno.test("without a seed the draws differ from run to run", () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => ({ n }));
  const draw = () => sampleRecords(rows).take(20).map(({ n }) => n).toArray().join();
  assertEquals(draw() === draw(), false);
});
