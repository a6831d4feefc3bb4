/**
 * Functions of doubles as the engine's Java reckons them, to the last digit: with the approximations
 * of Sun's fdlibm. Those that are missing here V8 reckons the same.
 * @module
 */

const bits = new DataView(new ArrayBuffer(8));

/** The higher half of a double's bits. */
function high(x: number): number {
  bits.setFloat64(0, x);
  return bits.getInt32(0);
}

/** A double of two halves of bits. */
function double(high: number, low: number): number {
  bits.setInt32(0, high);
  bits.setInt32(4, low);
  return bits.getFloat64(0);
}

/** A double without the lower half of its bits. */
const headOf = (x: number) => double(high(x), 0);

/** The value of a polynomial, whose coefficients begin with the last. */
const polynomial = (x: number, coefficients: readonly number[]) =>
  coefficients.reduce((sum, coefficient) => coefficient + x * sum, 0);

const HALF_PI = 1.5707963267948966;
const HALF_PI_REST = 6.123233995736766e-17;
const QUARTER_PI = HALF_PI / 2;

/** What the arcus sine of a number has beyond it, by the number's square and relative to it. */
function arcusRest(square: number): number {
  const p = square * polynomial(square, [
    3.479331075960212e-5,
    7.915349942898145e-4,
    -0.04005553450067941,
    0.20121253213486293,
    -0.3255658186224009,
    0.16666666666666666,
  ]);
  const q = polynomial(square, [
    0.07703815055590194,
    -0.6882839716054533,
    2.0209457602335057,
    -2.403394911734414,
    1,
  ]);
  return p / q;
}

/** The arcus sine. */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (size === 1) return x * HALF_PI + x * HALF_PI_REST;
  if (size < 2 ** -27) return x;
  if (size < 0.5) return x + x * arcusRest(x * x);
  const square = (1 - size) / 2;
  const root = Math.sqrt(square);
  const rest = arcusRest(square);
  let result: number;
  if (high(size) >= 0x3fef3333) {
    result = HALF_PI - (2 * (root + root * rest) - HALF_PI_REST);
  } else {
    const head = headOf(root);
    const tail = (square - head * head) / (root + head);
    const below = 2 * root * rest - (HALF_PI_REST - 2 * tail);
    result = QUARTER_PI - (below - (QUARTER_PI - 2 * head));
  }
  return x > 0 ? result : -result;
}

/** The arcus cosine. */
export function acos(x: number): number {
  if (x === 1) return 0;
  if (x === -1) return Math.PI + 2 * HALF_PI_REST;
  if (Math.abs(x) < 2 ** -57) return HALF_PI + HALF_PI_REST;
  if (Math.abs(x) < 0.5) return HALF_PI - (x - (HALF_PI_REST - x * arcusRest(x * x)));
  const square = (1 - Math.abs(x)) / 2;
  const root = Math.sqrt(square);
  const rest = arcusRest(square);
  if (x < 0) return Math.PI - 2 * (root + (rest * root - HALF_PI_REST));
  const head = headOf(root);
  const tail = (square - head * head) / (root + head);
  return 2 * (head + (rest * root + tail));
}

/** Angles between which the arcus tangent is approximated, with what they have no digits for. */
const ANGLES: readonly (readonly [angle: number, rest: number])[] = [
  [0.4636476090008061, 2.2698777452961687e-17],
  [0.7853981633974483, 3.061616997868383e-17],
  [0.982793723247329, 1.3903311031230998e-17],
  [1.5707963267948966, 6.123233995736766e-17],
];

/** The nearest of the angles, if it is not zero, and the tangent of what is beyond it. */
function beyondAngle(size: number): [angle: number | undefined, tangent: number] {
  if (size < 0.4375) return [undefined, size];
  if (size < 0.6875) return [0, (2 * size - 1) / (2 + size)];
  if (size < 1.1875) return [1, (size - 1) / (size + 1)];
  if (size < 2.4375) return [2, (size - 1.5) / (1 + 1.5 * size)];
  return [3, -1 / size];
}

/** The arcus tangent. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (size >= 2 ** 66) return Math.sign(x) * (HALF_PI + HALF_PI_REST);
  if (!(size >= 2 ** -29)) return x;
  const [nearest, tangent] = beyondAngle(size);
  const square = tangent * tangent;
  const fourth = square * square;
  const even = square * polynomial(fourth, [
    0.016285820115365782,
    0.049768779946159324,
    0.06661073137387531,
    0.09090887133436507,
    0.14285714272503466,
    0.3333333333333293,
  ]);
  const odd = fourth * polynomial(fourth, [
    -0.036531572744216916,
    -0.058335701337905735,
    -0.0769187620504483,
    -0.11111110405462356,
    -0.19999999999876483,
  ]);
  const less = tangent * (even + odd);
  if (nearest === undefined) return x < 0 ? -(tangent - less) : tangent - less;
  const [angle, rest] = ANGLES[nearest] as [number, number];
  const result = angle - ((less - rest) - tangent);
  return x < 0 ? -result : result;
}

const PI_REST = 1.2246467991473532e-16;

/** The angle of a point. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (y === 0 || x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return Math.atan2(y, x);
  if (x === 1) return atan(y);
  const apart = ((high(y) & 0x7fffffff) - (high(x) & 0x7fffffff)) >> 20;
  const angle = apart > 60
    ? HALF_PI + 0.5 * PI_REST
    : x < 0 && apart < -60
    ? 0
    : atan(Math.abs(y / x));
  if (x > 0) return y > 0 ? angle : -angle;
  return y > 0 ? Math.PI - (angle - PI_REST) : (angle - PI_REST) - Math.PI;
}

/** The cube root. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = Math.abs(x);
  let root: number;
  if (size < 2 ** -1022) {
    root = size * 2 ** 54;
    root = double(Math.trunc(high(root) / 3) + 696219795, bits.getInt32(4));
  } else root = double(Math.trunc(high(size) / 3) + 715094163, 0);
  const near = 0.5428571428571428 + root * root / size * root;
  root *= 0.35714285714285715 +
    1.6071428571428572 / (near + 1.4142857142857144 + -0.7053061224489796 / near);
  root = double(high(root) + 1, 0);
  const square = root * root;
  const quotient = size / square;
  root += root * ((quotient - root) / (root + root + quotient));
  return x < 0 ? -root : root;
}

const LN2 = 0.6931471803691238;
const LN2_REST = 1.9082149292705877e-10;

/** `e` to the power of a number. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const size = high(x) & 0x7fffffff;
  if (size < 0x3e300000) return 1 + x;
  let [first, rest, power] = [x, 0, 0];
  if (size > 0x3fd62e42) {
    power = size < 0x3ff0a2b2
      ? Math.sign(x)
      : Math.trunc(1.4426950408889634 * x + Math.sign(x) / 2);
    first = x - power * LN2;
    rest = power * LN2_REST;
  }
  const reduced = first - rest;
  const square = reduced * reduced;
  const part = reduced - square * polynomial(square, [
        4.1381367970572385e-8,
        -1.6533902205465252e-6,
        6.613756321437934e-5,
        -2.7777777777015593e-3,
        0.16666666666666602,
      ]);
  if (power === 0) return 1 - (reduced * part / (part - 2) - reduced);
  const result = 1 - ((rest - reduced * part / (2 - part)) - first);
  // In two steps, for the power of two alone may be out of range.
  const half = Math.trunc(power / 2);
  return power < -1021
    ? result * 2 ** (power + 1000) * 2 ** -1000
    : result * 2 ** half * 2 ** (power - half);
}

/** `e` to the power of a number that is not negative and below 22, less one. */
function expm1(x: number): number {
  if (high(x) < 0x3c900000) return x;
  let [first, rest, power] = [x, 0, 0];
  if (high(x) > 0x3fd62e42) {
    power = high(x) < 0x3ff0a2b2 ? 1 : Math.trunc(1.4426950408889634 * x + 0.5);
    first = x - power * LN2;
    rest = power * LN2_REST;
  }
  const reduced = first - rest;
  const lost = (first - reduced) - rest;
  const half = 0.5 * reduced;
  const square = reduced * half;
  const r = polynomial(square, [
    -2.0109921818362437e-7,
    4.008217827329362e-6,
    -7.93650757867488e-5,
    1.5873015872548146e-3,
    -0.03333333333333313,
    1,
  ]);
  const t = 3 - r * half;
  const less = square * ((r - t) / (6 - reduced * t));
  if (power === 0) return reduced - (reduced * less - square);
  const error = (reduced * (less - lost) - lost) - square;
  if (power === 1) {
    return reduced < -0.25 ? -2 * (error - (reduced + 0.5)) : 1 + 2 * (reduced - error);
  }
  const one = 2 ** -power;
  const scaled = power < 20 ? (1 - one) - (error - reduced) : (reduced - (error + one)) + 1;
  return scaled * 2 ** power;
}

/** Beyond this the hyperbolic functions are infinite. */
const GREATEST = 710.4758600739439;

/** Half of `e` to the power of a number, which may be out of range itself. */
function halfExp(size: number): number {
  if (high(size) < 0x40862e42) return 0.5 * exp(size);
  if (size > GREATEST) return Infinity;
  const root = exp(0.5 * size);
  return 0.5 * root * root;
}

/** The hyperbolic sine. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 2 ** -28)) return x;
  let half: number;
  if (size < 22) {
    const less = expm1(size);
    half = 0.5 * (size < 1 ? 2 * less - less * less / (less + 1) : less + less / (less + 1));
  } else half = halfExp(size);
  return x < 0 ? -half : half;
}

/** The hyperbolic cosine. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (high(size) < 0x3fd62e43) {
    const less = expm1(size);
    if (high(size) < 0x3c800000) return 1 + less;
    return 1 + less * less / (1 + less + (1 + less));
  }
  if (size >= 22) return halfExp(size);
  const power = exp(size);
  return 0.5 * power + 0.5 / power;
}
