/**
 * The indexes of the generated sample: real symbols, their currencies, and made-up market traits.
 * @module
 */

/** One market index and how its generated prices move. */
export interface IndexTraits {
  symbol: string;
  /** ISO 4217 code of the currency its prices are in. */
  currency: string;
  /** Market whose days its prices share. */
  region: "Americas" | "Asia" | "Europe" | "Africa";
  /** First close, in index points. */
  start: number;
  /** Mean daily return. */
  drift: number;
  /** Standard deviation of the daily return. */
  volatility: number;
  /** Shares traded on a usual day; 0 where the index reports none. */
  volume: number;
}

/** What a currency is worth, and how that moves. */
export interface CurrencyTraits {
  /** First rate, in US dollars for one unit. */
  start: number;
  /** Standard deviation of the rate's daily change. */
  volatility: number;
}

/** The thirteen indexes of the sample. */
export const INDEXES: readonly IndexTraits[] = [
  index("000001.SS", "CNY", "Asia", 3350, 0.0001, 0.011, 210_000),
  index("399001.SZ", "CNY", "Asia", 11_200, 0.0001, 0.014, 1_900_000),
  index("GDAXI", "EUR", "Europe", 12_870, 0.0002, 0.012, 95_000_000),
  index("GSPTSE", "CAD", "Americas", 16_310, 0.0002, 0.009, 230_000_000),
  index("HSI", "HKD", "Asia", 30_500, -0.0001, 0.013, 1_800_000_000),
  index("IXIC", "USD", "Americas", 7010, 0.0005, 0.014, 2_300_000_000),
  index("J203.JO", "ZAR", "Africa", 59_500, 0.0002, 0.012, 0),
  index("N100", "EUR", "Europe", 1035, 0.0002, 0.01, 240_000_000),
  index("N225", "JPY", "Asia", 23_500, 0.0002, 0.012, 72_000_000),
  index("NSEI", "INR", "Asia", 10_440, 0.0004, 0.011, 310_000),
  index("NYA", "USD", "Americas", 12_900, 0.0002, 0.01, 3_700_000_000),
  index("SSMI", "CHF", "Europe", 9480, 0.0001, 0.009, 48_000_000),
  index("TWII", "TWD", "Asia", 10_710, 0.0003, 0.01, 2_600_000),
];

/** Currencies of the sample, by ISO 4217 code. The Hong Kong dollar is pegged. */
export const CURRENCIES: Readonly<Record<string, CurrencyTraits>> = {
  CAD: { start: 0.798, volatility: 0.0045 },
  CHF: { start: 1.027, volatility: 0.0045 },
  CNY: { start: 0.154, volatility: 0.0025 },
  EUR: { start: 1.206, volatility: 0.0045 },
  HKD: { start: 0.128, volatility: 0.0003 },
  INR: { start: 0.0157, volatility: 0.0035 },
  JPY: { start: 0.0089, volatility: 0.005 },
  TWD: { start: 0.0338, volatility: 0.0025 },
  USD: { start: 1, volatility: 0 },
  ZAR: { start: 0.0805, volatility: 0.009 },
};

function index(
  symbol: string,
  currency: string,
  region: IndexTraits["region"],
  start: number,
  drift: number,
  volatility: number,
  volume: number,
): IndexTraits {
  return { symbol, currency, region, start, drift, volatility, volume };
}
