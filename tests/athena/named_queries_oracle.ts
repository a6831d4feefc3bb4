/**
 * What the named queries have to answer: the same figures reckoned from the records, without SQL.
 * @module
 */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { AthenaRow } from "../../lib/athena/mod.ts";
import { readCsv, SAMPLE_FILE, type StockRecord } from "../../lib/stock/mod.ts";

/** A record as the sink writes it. */
export interface Row {
  Index: string;
  Date: string;
  Open: number | null;
  Close: number | null;
  Volume: number | null;
  CloseUSD: number | null;
  kafka_partition: number;
  kafka_offset: number;
  kafka_timestamp: number;
  [column: string]: string | number | null;
}

/** A day of an index, taken once. */
interface Bar {
  day: string;
  row: Row;
}

const DAY_MS = 86_400_000;
const FIRST_SENT_MS = Date.UTC(2024, 0, 31, 9, 58, 30);

/**
 * Gives records to ask about: days of four indexes, some sent twice, the first time with figures that
 * must not count.
 *
 * @returns Records as the sink writes them
 */
export async function records(): Promise<Row[]> {
  const perIndex = new Map<string, StockRecord[]>();
  for await (const record of readCsv(SAMPLE_FILE)) {
    const days = perIndex.get(String(record.Index)) ?? [];
    perIndex.set(String(record.Index), days);
    if (days.length < 120) days.push(record);
  }
  const rows: Row[] = [];
  [...perIndex.values()].slice(0, 4).forEach((days, place) => {
    const shown = days.map((day): StockRecord => ({
      ...day,
      Date: inOtherWords(place, String(day.Date)),
    }));
    // A gap of a month, over which no day's change may be reckoned, and a day without a close.
    const kept = shown.filter((_, number) => number < 40 || number > 60);
    if (place === 2) kept[10] = { ...kept[10], Close: null };
    const wrong = kept.slice(5, 15).map((day) => ({ ...day, Close: 1, CloseUSD: 1, Volume: 1 }));
    // A day that no calendar has is left out, and takes no other one along.
    const nowhere = { ...kept[0], Date: "31/02/2018", Close: 1 };
    for (const day of [...wrong, ...kept, ...kept.slice(0, 3), nowhere]) {
      rows.push({
        ...day,
        kafka_partition: place % 3,
        kafka_offset: rows.filter((row) => row.kafka_partition === place % 3).length,
        kafka_timestamp: FIRST_SENT_MS + rows.length * 250,
      } as Row);
    }
  });
  return rows;
}

/** Dates as files have them: day first, with and without leading zeros, and with a time. */
function inOtherWords(place: number, date: string): string {
  const dayFirst = date.split("-").reverse();
  if (place === 1) return dayFirst.join("/");
  if (place === 2) return dayFirst.map(Number).join("/");
  return place === 3 ? `${date} 00:00:00-05:00` : date;
}

function isoDay(date: string): string | undefined {
  if (!date.includes("/")) return date.slice(0, 10);
  const [day = "", month = "", year = ""] = date.split("/");
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return new Date(iso).toISOString().startsWith(iso) ? iso : undefined;
}

/** Bars of each index by day, of those sent last. */
function barsOf(rows: readonly Row[], column: "Close" | "Volume" | "CloseUSD"): Map<string, Bar[]> {
  const latest = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const days = latest.get(row.Index) ?? new Map<string, Row>();
    latest.set(row.Index, days);
    const day = isoDay(row.Date);
    if (day === undefined) continue;
    const old = days.get(day);
    if (old === undefined || old.kafka_offset < row.kafka_offset) days.set(day, row);
  }
  return new Map(
    [...latest].sort(([a], [b]) => a < b ? -1 : 1).map(([index, days]) => [
      index,
      [...days].filter(([, row]) => row[column] !== null)
        .map(([day, row]) => ({ day, row })).sort((a, b) => a.day < b.day ? -1 : 1),
    ]),
  );
}

/** Changes of the close from day to day, where no more than 11 days lie between. */
function changesOf(bars: readonly Bar[]): { day: string; since: string; ratio: number }[] {
  return bars.slice(1).flatMap(({ day, row }, before) => {
    const { day: dayBefore, row: rowBefore } = bars[before]!;
    const days = (Date.parse(day) - Date.parse(dayBefore)) / DAY_MS;
    return days <= 11 ? [{ day, since: dayBefore, ratio: row.Close! / rowBefore.Close! }] : [];
  });
}

/** Falls of three or more closes that as many rises follow: places of the peak, the low, the end. */
function shapesOf(prices: readonly number[]): { peak: number; low: number; end: number }[] {
  const shapes: { peak: number; low: number; end: number }[] = [];
  for (let peak = 0; peak < prices.length; peak++) {
    let low = peak;
    while (prices[low + 1]! < prices[low]!) low++;
    let end = low;
    while (prices[end + 1]! > prices[end]!) end++;
    if (low - peak < 3 || end - low < 3) continue;
    shapes.push({ peak, low, end });
    peak = end - 1;
  }
  return shapes;
}

const hundredth = (actual: unknown, expected: number) =>
  assertAlmostEquals(Number(actual), expected, 0.005 + Math.abs(expected) * 1e-12);

/**
 * Asks each of the named queries, and checks its answer.
 *
 * @param test Where each query is a step
 * @param rows The records that were written
 * @param ask Runs a named query
 */
export async function checkNamedQueries(
  test: Deno.TestContext,
  rows: readonly Row[],
  ask: (name: string) => Promise<AthenaRow[]>,
): Promise<void> {
  const closes = barsOf(rows, "Close");
  const indexes = [...closes.keys()];
  assertEquals(indexes.length, 4);

  await test.step("total", async () => {
    const [answer] = await ask("total");
    assertEquals(answer?.records, rows.length);
    assertEquals(answer?.indexes, 4);
    const days = rows.map((row) => isoDay(row.Date)).filter((day) => day !== undefined).sort();
    assertEquals([answer?.first_day, answer?.last_day], [days[0]!, days.at(-1)!]);
    const last = new Date(rows.at(-1)!.kafka_timestamp).toISOString();
    assertEquals(answer?.last_sent, `${last.replace("T", " ").replace("Z", "")} UTC`);
  });

  await test.step("records_per_minute", async () => {
    const minutes = Map.groupBy(rows, (row) => Math.floor(row.kafka_timestamp / 60_000));
    const expected = [...minutes].map(([minute, sent]) => ({
      sent: new Date(minute * 60_000).toISOString().replace("T", " ").replace("Z", " UTC"),
      records: sent.length,
      indexes: new Set(sent.map(({ Index }) => Index)).size,
    }));
    assert(expected.length >= 2);
    assertEquals(await ask("records_per_minute"), expected);
  });

  await test.step("latest_close", async () => {
    assertEquals(
      await ask("latest_close"),
      indexes.map((index) => {
        const { day, row } = closes.get(index)!.at(-1)!;
        return { index, day, close: row.Close };
      }),
    );
  });

  await test.step("best_and_worst_day", async () => {
    const answers = await ask("best_and_worst_day");
    assertEquals(answers.map(({ index }) => index), indexes);
    for (const answer of answers) {
      const changes = changesOf(closes.get(String(answer.index))!)
        .toSorted((a, b) => a.ratio - b.ratio);
      const [worst, best] = [changes[0]!, changes.at(-1)!];
      assertEquals([answer.worst_day, answer.worst_since], [worst.day, worst.since]);
      assertEquals([answer.best_day, answer.best_since], [best.day, best.since]);
      hundredth(answer.worst_percent, (worst.ratio - 1) * 100);
      hundredth(answer.best_percent, (best.ratio - 1) * 100);
    }
  });

  await test.step("moving_average", async () => {
    const expected = indexes.flatMap((index) => {
      const bars = closes.get(index)!;
      return bars.slice(19).map(({ day, row }, place) => {
        const window = bars.slice(place, place + 20);
        const average = window.reduce((sum, bar) => sum + bar.row.Close!, 0) / 20;
        return { index, day, close: row.Close, average };
      });
    });
    const answers = await ask("moving_average");
    assertEquals(
      answers.map(({ index, day, close }) => ({ index, day, close })),
      expected.map(({ index, day, close }) => ({ index, day, close })),
    );
    answers.forEach((answer, place) => hundredth(answer.average_20, expected[place]!.average));
  });

  await test.step("volatility", async () => {
    const answers = await ask("volatility");
    assertEquals(answers.map(({ index }) => String(index)).sort(), indexes);
    for (const answer of answers) {
      const logs = changesOf(closes.get(String(answer.index))!).map(({ ratio }) => Math.log(ratio));
      const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
      const squares = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      assertEquals(answer.days, logs.length);
      const deviation = Math.sqrt(squares / (logs.length - 1));
      hundredth(answer.volatility_percent, deviation * Math.sqrt(252) * 100);
    }
    const order = answers.map(({ volatility_percent }) => Number(volatility_percent));
    assertEquals(order, order.toSorted((a, b) => b - a));
  });

  await test.step("drawdown", async () => {
    const answers = await ask("drawdown");
    assertEquals(answers.length, 4);
    for (const answer of answers) {
      let peak = 0;
      let deepest = { ratio: Infinity, day: "", peak: 0, close: 0 };
      for (const { day, row } of closes.get(String(answer.index))!) {
        peak = Math.max(peak, row.Close!);
        const ratio = row.Close! / peak;
        if (ratio < deepest.ratio) deepest = { ratio, day, peak, close: row.Close! };
      }
      const { day, close } = deepest;
      assertEquals([answer.day, answer.peak, answer.close], [day, deepest.peak, close]);
      hundredth(answer.drawdown_percent, (deepest.ratio - 1) * 100);
    }
  });

  await test.step("v_shapes", async () => {
    const expected = indexes.flatMap((index) => {
      const bars = closes.get(index)!;
      const prices = bars.map(({ row }) => row.Close!);
      const [deepest] = shapesOf(prices).map((shape) => ({
        days: [shape.peak, shape.low, shape.end].map((place) => bars[place]!.day),
        fall: prices[shape.low]! / prices[shape.peak]!,
        rise: prices[shape.end]! / prices[shape.low]!,
      })).sort((a, b) => a.fall - b.fall);
      return deepest ? [{ index, ...deepest }] : [];
    }).sort((a, b) => a.fall - b.fall);
    assert(expected.length >= 2);
    const answers = await ask("v_shapes");
    assertEquals(
      answers.map(({ index, peak_day, low_day, last_day }) => [index, peak_day, low_day, last_day]),
      expected.map(({ index, days }) => [index, ...days]),
    );
    answers.forEach((answer, place) => {
      hundredth(answer.fall_percent, (expected[place]!.fall - 1) * 100);
      hundredth(answer.rise_percent, (expected[place]!.rise - 1) * 100);
    });
  });

  await test.step("volume_leaders", async () => {
    const expected = [...barsOf(rows, "Volume")].map(([index, bars]) => {
      const volumes = bars.map(({ row }) => row.Volume!);
      const highest = Math.max(...volumes);
      return {
        index,
        days: volumes.length,
        average: volumes.reduce((sum, volume) => sum + volume, 0) / volumes.length,
        highest,
        day: bars.find(({ row }) => row.Volume === highest)!.day,
      };
    }).sort((a, b) => b.average - a.average);
    const answers = await ask("volume_leaders");
    assertEquals(
      answers.map((answer) => [
        answer.index,
        answer.days,
        answer.highest_volume,
        answer.busiest_day,
      ]),
      expected.map(({ index, days, highest, day }) => [index, days, highest, day]),
    );
    answers.forEach((answer, place) => {
      assertAlmostEquals(Number(answer.average_volume), expected[place]!.average, 0.51);
    });
  });

  await test.step("close_usd", async () => {
    const expected = [...barsOf(rows, "CloseUSD")].map(([index, bars]) => {
      const { day, row } = bars.at(-1)!;
      return { index, day, close: row.Close, close_usd: row.CloseUSD! };
    }).sort((a, b) => b.close_usd - a.close_usd);
    const answers = await ask("close_usd");
    assertEquals(answers.map(({ usd_per_unit: _, ...rest }) => rest), expected);
    answers.forEach(({ usd_per_unit }, place) => {
      const { close, close_usd } = expected[place]!;
      assertAlmostEquals(Number(usd_per_unit), close_usd / close!, 0.00005 + 1e-9);
    });
  });

  await test.step("exactly_once", async () => {
    const sizes = [0, 1, 2].map((one) =>
      rows.filter(({ kafka_partition }) => kafka_partition === one).length
    );
    assertEquals(
      await ask("exactly_once"),
      sizes.map((records, kafka_partition) => ({
        kafka_partition,
        records,
        first_offset: 0,
        last_offset: records - 1,
        duplicates: 0,
        gaps: 0,
      })),
    );
  });
}
