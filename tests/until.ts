/**
 * Waiting for what is to happen.
 * @module
 */
import { pause } from "../lib/pause.ts";

/** Milliseconds between two looks. */
const LOOK_MS = 20;

/** Milliseconds after which it is taken never to happen, on the busiest machine. */
const LIMIT_MS = 120_000;

/**
 * Waits until something holds.
 *
 * @param holds Whether it does
 * @param what It, in words, for the error
 * @throws {Error} It does not come to hold
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string = `it holds: ${holds}`,
): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > LIMIT_MS) {
      throw new Error(`Waited ${LIMIT_MS / 1000} s until ${what}`);
    }
    await pause(LOOK_MS);
  }
}
