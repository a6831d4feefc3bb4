/**
 * Statistics over lists of doubles, value by value as the engine reckons them: to the last digit.
 * @module
 */
import { cubeOfRoot } from "../arithmetic/twofold.ts";
import { fail, udf, type Udfs } from "../udf.ts";

/** A list of DuckDB's. */
interface List {
  items: readonly number[];
}

function centralMoments({ items }: List): [n: number, m2: number, m3: number, m4: number] {
  let [count, m1, m2, m3, m4] = [0, 0, 0, 0, 0];
  for (const value of items) {
    const before = count++;
    const delta = value - m1;
    const part = delta / count;
    const square = part * part;
    const change = delta * part * before;
    m4 = m4 + change * square * (count * count - 3 * count + 3) + 6 * square * m2 - 4 * part * m3;
    m3 = m3 + change * part * (count - 2) - 3 * part * m2;
    m2 += change;
    m1 += part;
  }
  return [count, m2, m3, m4];
}

function skewness(list: List): number | null {
  const [n, m2, m3] = centralMoments(list);
  return n < 3 ? null : Math.sqrt(n) * m3 / cubeOfRoot(m2);
}

function kurtosis(list: List): number | null {
  const [n, m2, , m4] = centralMoments(list);
  if (n < 4) return null;
  const rest = (n - 2) * (n - 3);
  return ((n - 1) * n * (n + 1)) / rest * m4 / (m2 * m2) - 3 * ((n - 1) * (n - 1)) / rest;
}

/** Sum of the squares of the distances from the mean, and how many values there are. */
function squares({ items }: List): [n: number, m2: number] {
  let [n, mean, m2] = [0, 0, 0];
  for (const value of items) {
    const delta = value - mean;
    mean += delta / ++n;
    m2 += delta * (value - mean);
  }
  return [n, m2];
}

function variance(list: List, name: string): number | null {
  const [n, m2] = squares(list);
  const degrees = name.endsWith("_pop") ? n : n - 1;
  if (degrees < 1) return null;
  return name.startsWith("stddev") ? Math.sqrt(m2 / degrees) : m2 / degrees;
}

/**
 * Moments of two variables, from a list that holds the one and the other by turns.
 *
 * @param added Whether they are added to those of no rows at last, as the engine does with groups:
 * products past all doubles, times none, are NaN
 */
function pairMoments({ items }: List, added: boolean) {
  let [n, meanX, meanY, c2, m2x, m2y] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < items.length; i += 2) {
    const [y, x] = [items[i] as number, items[i + 1] as number];
    n++;
    const [dx, dy] = [x - meanX, y - meanY];
    meanX += dx / n;
    meanY += dy / n;
    c2 += dx * (y - meanY);
    m2x += dx * (x - meanX);
    m2y += dy * (y - meanY);
  }
  if (added && n > 0) {
    c2 += meanX * meanY * 0;
    m2x += meanX * meanX * 0;
    m2y += meanY * meanY * 0;
  }
  return { n, meanX, meanY, c2, m2x, m2y };
}

const finite = (value: number) => Number.isFinite(value) ? value : null;

type Pairs = ReturnType<typeof pairMoments>;

const PAIRS: Record<string, (pairs: Pairs) => number | null> = {
  corr: ({ c2, m2x, m2y }) => finite(c2 / Math.sqrt(m2x) / Math.sqrt(m2y)),
  covar_samp: ({ n, c2 }) => n < 2 ? null : c2 / (n - 1),
  covar_pop: ({ n, c2 }) => n < 1 ? null : c2 / n,
  regr_slope: ({ c2, m2x }) => finite(c2 / m2x),
  regr_intercept: ({ c2, m2x, meanX, meanY }) => finite(meanY - c2 / m2x * meanX),
};

export const MOMENT_UDFS: Udfs = {
  t_skewness: udf("l", "d", skewness),
  t_kurtosis: udf("l", "d", kurtosis),
  t_variance: udf("ls", "d", variance),
  t_pair: udf("lsb", "d", (list: List, name: string, added: boolean) => {
    const moment = PAIRS[name] ?? fail("GENERIC_INTERNAL_ERROR", `no moment ${name}`);
    return moment(pairMoments(list, added));
  }),
};
