/**
 * The normal distribution and its inverse, and what is told of a share by its sample.
 * @module
 */
import { exp, log } from "../arithmetic/twofold.ts";
import { badArgument, udf, type Udfs } from "../udf.ts";

const LOG_GAMMA_HALF = 0.5723649429247001;
const EPSILON = 1e-15;
const SMALL = 1e-50;

/** The share of the gamma distribution of shape 1/2 below `x`: by its series, or its fraction. */
function gammaHalf(x: number): number {
  if (x === 0) return 0;
  const factor = () => exp(-x + 0.5 * log(x) - LOG_GAMMA_HALF);
  if (x >= 1.5) return 1 - factor() * (1 / continuedFraction(x));
  let term = 1 / 0.5;
  let sum = term;
  for (let n = 1; Math.abs(term / sum) > EPSILON; n++) {
    term *= x / (0.5 + n);
    sum += term;
  }
  return factor() * sum;
}

/** Lentz's method, for the upper part of the gamma distribution of shape 1/2. */
function continuedFraction(x: number): number {
  const some = (value: number) => Math.abs(value) <= SMALL ? SMALL : value;
  let value = some(1 - 0.5 + x);
  let [c, d] = [value, 0];
  for (let n = 1;; n++) {
    const a = 2 * n + 1 - 0.5 + x;
    const b = n * (0.5 - n);
    d = 1 / some(a + b * d);
    c = some(a + b / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < EPSILON) return value;
  }
}

function erf(x: number): number {
  if (Math.abs(x) > 40) return x > 0 ? 1 : -1;
  if (Number.isNaN(x)) return x;
  const share = gammaHalf(x * x);
  return x < 0 ? -share : share;
}

/** Coefficients of Giles' approximations to the inverse of erf, the highest power first. */
const CENTRE = [
  -3.6444120640178197e-21,
  -1.685059138182016589e-19,
  1.2858480715256400167e-18,
  1.115787767802518096e-17,
  -1.333171662854620906e-16,
  2.0972767875968561637e-17,
  6.6376381343583238325e-15,
  -4.0545662729752068639e-14,
  -8.1519341976054721522e-14,
  2.6335093153082322977e-12,
  -1.2975133253453532498e-11,
  -5.4154120542946279317e-11,
  1.051212273321532285e-09,
  -4.1126339803469836976e-09,
  -2.9070369957882005086e-08,
  4.2347877827932403518e-07,
  -1.3654692000834678645e-06,
  -1.3882523362786468719e-05,
  0.0001867342080340571352,
  -0.00074070253416626697512,
  -0.0060336708714301490533,
  0.24015818242558961693,
  1.6536545626831027356,
];
const SIDES = [
  2.2137376921775787049e-09,
  9.0756561938885390979e-08,
  -2.7517406297064545428e-07,
  1.8239629214389227755e-08,
  1.5027403968909827627e-06,
  -4.013867526981545969e-06,
  2.9234449089955446044e-06,
  1.2475304481671778723e-05,
  -4.7318229009055733981e-05,
  6.8284851459573175448e-05,
  2.4031110387097893999e-05,
  -0.0003550375203628474796,
  0.00095328937973738049703,
  -0.0016882755560235047313,
  0.0024914420961078508066,
  -0.0037512085075692412107,
  0.005370914553590063617,
  1.0052589676941592334,
  3.0838856104922207635,
];
const TAILS = [
  -2.7109920616438573243e-11,
  -2.5556418169965252055e-10,
  1.5076572693500548083e-09,
  -3.7894654401267369937e-09,
  7.6157012080783393804e-09,
  -1.4960026627149240478e-08,
  2.9147953450901080826e-08,
  -6.7711997758452339498e-08,
  2.2900482228026654717e-07,
  -9.9298272942317002539e-07,
  4.5260625972231537039e-06,
  -1.9681778105531670567e-05,
  7.5995277030017761139e-05,
  -0.00021503011930044477347,
  -0.00013871931833623122026,
  1.0103004648645343977,
  4.8499064014085844221,
];

const polynomial = (coefficients: readonly number[], x: number) =>
  coefficients.reduce((value, coefficient) => coefficient + value * x);

function inverseErf(x: number): number {
  const w = -log((1 - x) * (1 + x));
  if (w < 6.25) return polynomial(CENTRE, w - 3.125) * x;
  if (w < 16) return polynomial(SIDES, Math.sqrt(w) - 3.25) * x;
  return (w === Infinity ? w : polynomial(TAILS, Math.sqrt(w) - 5)) * x;
}

function wilson(successes: bigint, trials: bigint, z: number, side: bigint): number {
  if (successes < 0n) badArgument("number of successes must not be negative");
  if (trials <= 0n) badArgument("number of trials must be positive");
  if (successes > trials) {
    badArgument("number of successes must not be larger than number of trials");
  }
  if (!(z >= 0)) badArgument("z-score must not be negative");
  const n = Number(trials);
  const p = Number(successes) / n;
  const spread = Number(side) * z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return (p + (z * z) / (2 * n) + spread) / (1 + (z * z) / n);
}

export const PROBABILITY_UDFS: Udfs = {
  t_normal_cdf: udf("ddd", "d", (mean: number, deviation: number, value: number) => {
    if (!(deviation > 0)) badArgument("standardDeviation must be > 0");
    return 0.5 * (1 + erf((value - mean) / (deviation * Math.SQRT2)));
  }),
  t_inverse_normal_cdf: udf("ddd", "d", (mean: number, deviation: number, p: number) => {
    if (!(p > 0 && p < 1)) badArgument("p must be 0 > p > 1");
    if (!(deviation > 0)) badArgument("sd must be > 0");
    return mean + deviation * Math.SQRT2 * inverseErf(2 * p - 1);
  }),
  t_wilson: udf("iidi", "d", wilson),
};
