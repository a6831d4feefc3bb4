/**
 * Statistics over doubles, value by value as the engine reckons them: to the last digit.
 * @module
 */
import { type Aggregate, aggregate, type Aggregates } from "../aggregate.ts";
import { cubeOfRoot } from "../arithmetic/twofold.ts";

/** How many values there are, and their moments about their mean, up to the fourth. */
class CentralMoments {
  count = 0;
  m1 = 0;
  m2 = 0;
  m3 = 0;
  m4 = 0;

  add(value: number): void {
    const before = this.count++;
    const { count, m2, m3 } = this;
    const delta = value - this.m1;
    const part = delta / count;
    const square = part * part;
    const change = delta * part * before;
    this.m4 = this.m4 + change * square * (count * count - 3 * count + 3) + 6 * square * m2 -
      4 * part * m3;
    this.m3 = m3 + change * part * (count - 2) - 3 * part * m2;
    this.m2 += change;
    this.m1 += part;
  }
}

function skewness({ count: n, m2, m3 }: CentralMoments): number | null {
  return n < 3 ? null : Math.sqrt(n) * m3 / cubeOfRoot(m2);
}

function kurtosis({ count: n, m2, m4 }: CentralMoments): number | null {
  if (n < 4) return null;
  const rest = (n - 2) * (n - 3);
  return ((n - 1) * n * (n + 1)) / rest * m4 / (m2 * m2) - 3 * ((n - 1) * (n - 1)) / rest;
}

/** The sum of the squares of the distances from the mean. */
class Squares {
  count = 0;
  mean = 0;
  m2 = 0;

  add(value: number): void {
    const delta = value - this.mean;
    this.mean += delta / ++this.count;
    this.m2 += delta * (value - this.mean);
  }
}

/** A variance, or its root, of all values or of a sample. */
function variance(sample: boolean, root: boolean): Aggregate {
  return aggregate("d", "d", () => new Squares(), ({ count, m2 }) => {
    const degrees = sample ? count - 1 : count;
    if (degrees < 1) return null;
    return root ? Math.sqrt(m2 / degrees) : m2 / degrees;
  });
}

/** Moments of two variables. */
class PairMoments {
  n = 0;
  meanX = 0;
  meanY = 0;
  c2 = 0;
  m2x = 0;
  m2y = 0;
  #added = false;

  /**
   * Adds a row.
   *
   * @param added Whether the moments are added to those of no rows at last, as the engine does with
   * groups: products past all doubles, times none, are NaN, and means are rounded once more
   */
  add(y: number, x: number, added: boolean): void {
    this.n++;
    const [dx, dy] = [x - this.meanX, y - this.meanY];
    this.meanX += dx / this.n;
    this.meanY += dy / this.n;
    this.c2 += dx * (y - this.meanY);
    this.m2x += dx * (x - this.meanX);
    this.m2y += dy * (y - this.meanY);
    this.#added = added;
  }

  /** The moments as they are told. */
  told() {
    const { n, meanX, meanY, c2, m2x, m2y } = this;
    if (!this.#added) return { n, meanX, meanY, c2, m2x, m2y };
    return {
      n,
      meanX: meanX * n / n,
      meanY: meanY * n / n,
      c2: c2 + meanX * meanY * 0,
      m2x: m2x + meanX * meanX * 0,
      m2y: m2y + meanY * meanY * 0,
    };
  }
}

function pair(tell: (moments: ReturnType<PairMoments["told"]>) => number | null): Aggregate {
  return aggregate("ddb", "d", () => new PairMoments(), (moments) => tell(moments.told()));
}

const finite = (value: number) => Number.isFinite(value) ? value : null;

export const MOMENTS = {
  skewness: aggregate("d", "d", () => new CentralMoments(), skewness),
  kurtosis: aggregate("d", "d", () => new CentralMoments(), kurtosis),
  stddev_pop: variance(false, true),
  stddev_samp: variance(true, true),
  var_pop: variance(false, false),
  var_samp: variance(true, false),
  corr: pair(({ c2, m2x, m2y }) => finite(c2 / Math.sqrt(m2x) / Math.sqrt(m2y))),
  covar_samp: pair(({ n, c2 }) => n < 2 ? null : c2 / (n - 1)),
  covar_pop: pair(({ n, c2 }) => n < 1 ? null : c2 / n),
  regr_slope: pair(({ c2, m2x }) => finite(c2 / m2x)),
  regr_intercept: pair(({ c2, m2x, meanX, meanY }) => finite(meanY - c2 / m2x * meanX)),
} satisfies Aggregates;
