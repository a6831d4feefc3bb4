/**
 * The shipped sample: synthetic index prices in the tutorial's columns.
 *
 * Numbers are made with additions, multiplications and divisions alone, which IEEE 754 rounds the
 * same everywhere, so every platform writes the same bytes.
 * @module
 */
import { stringify } from "@std/csv";
import { CURRENCIES, INDEXES, type IndexTraits } from "./indexes.ts";
import { type Random, randomNormal, seededRandom } from "./random.ts";

/** Columns of the sample, as the tutorial's own file has them. */
export const SAMPLE_COLUMNS: readonly string[] = [
  "Index",
  "Date",
  "Open",
  "High",
  "Low",
  "Close",
  "Adj Close",
  "Volume",
  "CloseUSD",
];

const SEED = 20_180_102;
const FIRST_DAY = Date.UTC(2018, 0, 2);
const LAST_DAY = Date.UTC(2022, 11, 30);
const DAY_MS = 86_400_000;

/** Shares of a day's move: the world's, the region's and the index's own; their squares sum to 1. */
const SHARES = { world: 0.6, region: 0.48, own: 0.64 };

/** Volatility comes in clusters, as in real markets: yesterday's level weighs most. */
const UNREST = { memory: 0.97, usual: 0.01, shock: 0.02 };

/**
 * Generates the sample: a random walk per index, whose moves share a part with its region's and the
 * world's, in calm and in wild months; five years of weekdays but New Year and Christmas; the rows of
 * a day together, so that a replay goes through the market day by day.
 *
 * @returns The CSV text, the same at every call
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const [header] = generateSample().split("\n", 1);
 * assertEquals(header, "Index,Date,Open,High,Low,Close,Adj Close,Volume,CloseUSD");
 * ```
 */
export function generateSample(): string {
  const random = seededRandom(SEED);
  const closes = new Map(INDEXES.map((traits) => [traits.symbol, traits.start]));
  const rates = new Map(Object.entries(CURRENCIES).map(([code, traits]) => [code, traits.start]));
  const rows: string[][] = [[...SAMPLE_COLUMNS]];
  let unrest = 1;
  for (let day = FIRST_DAY; day <= LAST_DAY; day += DAY_MS) {
    if (!isTradingDay(day)) continue;
    const world = randomNormal(random);
    const regions = regionMoves(random);
    unrest = UNREST.memory * unrest + UNREST.usual + UNREST.shock * world * world;
    for (const [code, traits] of Object.entries(CURRENCIES)) {
      rates.set(code, (rates.get(code) ?? 1) * (1 + traits.volatility * randomNormal(random)));
    }
    for (const traits of INDEXES) {
      const shared = SHARES.world * world + SHARES.region * (regions.get(traits.region) ?? 0);
      const bar = nextBar(
        traits,
        closes.get(traits.symbol) ?? traits.start,
        shared,
        unrest,
        random,
      );
      closes.set(traits.symbol, bar.close);
      rows.push(sampleRow(traits, day, bar, rates.get(traits.currency) ?? 1));
    }
  }
  // The library ends lines as RFC 4180 has it; the tutorial's file has bare line feeds.
  return stringify(rows, { headers: false }).replaceAll("\r\n", "\n");
}

interface Bar {
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}

function nextBar(
  traits: IndexTraits,
  previous: number,
  shared: number,
  unrest: number,
  random: Random,
): Bar {
  const spread = traits.volatility * unrest;
  const move = shared + SHARES.own * randomNormal(random);
  const open = rounded(previous * (1 + 0.3 * spread * randomNormal(random)));
  const close = rounded(previous * (1 + traits.drift + spread * move));
  const above = 1 + 0.4 * spread * Math.abs(randomNormal(random));
  const below = 1 - 0.4 * spread * Math.abs(randomNormal(random));
  const busy = 0.7 + 0.3 * unrest + 0.2 * Math.abs(move) + 0.1 * randomNormal(random);
  return {
    open,
    close,
    high: rounded(Math.max(open, close) * above),
    low: rounded(Math.min(open, close) * below),
    volume: Math.floor(traits.volume * Math.max(0.1, busy)),
  };
}

function sampleRow(traits: IndexTraits, day: number, bar: Bar, rate: number): string[] {
  const close = bar.close.toFixed(2);
  return [
    traits.symbol,
    new Date(day).toISOString().slice(0, 10),
    bar.open.toFixed(2),
    bar.high.toFixed(2),
    bar.low.toFixed(2),
    close,
    close,
    bar.volume.toFixed(1),
    (bar.close * rate).toFixed(4),
  ];
}

function regionMoves(random: Random): Map<IndexTraits["region"], number> {
  const regions = ["Americas", "Asia", "Europe", "Africa"] as const;
  return new Map(regions.map((region) => [region, randomNormal(random)]));
}

/** Hundredths of an index point, so that what is written is what the next day starts from. */
function rounded(price: number): number {
  return Number(price.toFixed(2));
}

function isTradingDay(day: number): boolean {
  const date = new Date(day);
  if (date.getUTCDay() === 0 || date.getUTCDay() === 6) return false;
  const monthAndDay = date.toISOString().slice(5, 10);
  return monthAndDay !== "01-01" && monthAndDay !== "12-25";
}
