/**
 * `exp`, `log` and `x^1.5` rounded once: reckoned with twice a double's digits.
 * @module
 */

/** The sum of two doubles; the second is what the first has no digits for. */
type Twofold = readonly [number, number];

function sum(a: number, b: number): Twofold {
  const high = a + b;
  const part = high - a;
  return [high, (a - (high - part)) + (b - part)];
}

function split(a: number): Twofold {
  const scaled = 134217729 * a;
  const high = scaled - (scaled - a);
  return [high, a - high];
}

function product(a: number, b: number): Twofold {
  const high = a * b;
  const [a1, a2] = split(a);
  const [b1, b2] = split(b);
  return [high, ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2];
}

function plus([a, b]: Twofold, [c, d]: Twofold): Twofold {
  const [high, low] = sum(a, c);
  return sum(high, low + b + d);
}

function times([a, b]: Twofold, [c, d]: Twofold): Twofold {
  const [high, low] = product(a, c);
  return sum(high, low + a * d + b * c);
}

function over([a, b]: Twofold, n: number): Twofold {
  const quotient = a / n;
  const [high, low] = product(quotient, n);
  return sum(quotient, ((a - high) - low + b) / n);
}

const LN2: Twofold = [0.6931471805599453, 2.3190468138462996e-17];
const HALVINGS = 9;

/** `e` to the power of a twofold, as a twofold and the power of two it is still to be taken by. */
function expTwofold(x: Twofold): [Twofold, number] {
  const power = Math.round(x[0] / LN2[0]);
  const rest = over(plus(x, times(LN2, [-power, 0])), 2 ** HALVINGS);
  // e^r - 1, whose digits squaring would lose behind the 1.
  let term = rest;
  let less = rest;
  for (let n = 2; n < 12; n++) {
    term = over(times(term, rest), n);
    less = plus(less, term);
  }
  for (let i = 0; i < HALVINGS; i++) less = plus(plus(less, less), times(less, less));
  return [plus([1, 0], less), power];
}

/** `e` to the power of a number. */
export function exp(x: number): number {
  if (Number.isNaN(x) || x > 709.8 || x < -745.2) return Math.exp(x);
  const [[high, low], power] = expTwofold([x, 0]);
  const half = Math.trunc(power / 2);
  return (high + low) * 2 ** half * 2 ** (power - half);
}

/** The natural logarithm of a number. */
export function log(x: number): number {
  const near = Math.log(x);
  if (!Number.isFinite(near) || near === 0) return near;
  // One step of Newton's method: ln x = y + (x / e^y - 1), but for what has no digits here.
  const [inverse, power] = expTwofold([-near, 0]);
  const half = Math.trunc(power / 2);
  const scaled = x * 2 ** half * 2 ** (power - half);
  const [error, rest] = plus(times(inverse, [scaled, 0]), [-1, 0]);
  return near + (error + rest - error * error / 2);
}

/** A number to the power of 1.5. */
export function cubeOfRoot(x: number): number {
  const root = Math.sqrt(x);
  if (!Number.isFinite(root) || root === 0) return root;
  const [square, rest] = product(root, root);
  const [high, low] = times([x, 0], [root, ((x - square) - rest) / (2 * root)]);
  return high + low;
}
