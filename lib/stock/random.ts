/**
 * Random numbers that a seed repeats, the same on every platform.
 * @module
 */

/** Source of numbers, each at least 0 and below 1. */
export type Random = () => number;

/**
 * Makes a source of random numbers: the generator sfc32 of Chris Doty-Humphrey's PractRand, in
 * integer operations alone.
 *
 * @param seed Whole number; the same seed gives the same numbers
 * @returns The source
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(seededRandom(7)(), seededRandom(7)());
 * ```
 */
export function seededRandom(seed: number): Random {
  let a = 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The state needs some rounds until a small seed has reached every bit of it.
  for (let round = 0; round < 12; round++) next();
  return next;
}

/**
 * Draws a whole number.
 *
 * @param random Source to draw from
 * @param below Number the result stays below; at least 1
 * @returns A whole number from 0 to `below - 1`
 */
export function randomBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/**
 * Draws from nearly the standard normal distribution: the sum of twelve uniform numbers less six,
 * which takes additions alone and so is the same number everywhere.
 *
 * @param random Source to draw from
 * @returns A number with mean 0 and variance 1, at most 6 from 0
 */
export function randomNormal(random: Random): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += random();
  return sum;
}
