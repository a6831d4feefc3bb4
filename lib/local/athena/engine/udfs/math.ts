/**
 * Mathematics over doubles. Where V8 and the engine's Java differ in the last digit, Java's way is
 * taken; `sin`, `cos`, `tan`, `exp` and `x^y` are rounded rightly here, and there nearly always.
 * @module
 */
import { acos, asin, atan, atan2, cbrt, cosh, sinh } from "../arithmetic/fdlibm.ts";
import { udf, type Udfs } from "../udf.ts";

const OF_ONE: Record<string, (x: number) => number> = {
  sqrt: Math.sqrt,
  cbrt,
  exp: Math.exp,
  ln: Math.log,
  log2: (x) => Math.log(x) / Math.log(2),
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh: Math.tanh,
  degrees: (x) => x * 57.29577951308232,
  radians: (x) => x * 0.017453292519943295,
};

const OF_TWO: Record<string, (x: number, y: number) => number> = {
  log: (base, value) => Math.log(value) / Math.log(base),
  pow: (base, exponent) => base ** exponent,
  atan2,
};

export const MATH_UDFS: Udfs = Object.fromEntries([
  ...Object.entries(OF_ONE).map(([name, f]) => [`t_${name}`, udf("d", "d", f)]),
  ...Object.entries(OF_TWO).map(([name, f]) => [`t_${name}`, udf("dd", "d", f)]),
]);
