/**
 * Displays that update in place while something goes on.
 * @module
 */
import { showUpdatable } from "./display.ts";
import type { View } from "./view.ts";

/** How long a live display goes on, and how often it is drawn. */
export interface LiveOptions {
  /** Ends the display; pass `notebook.signal`, so that the Stop button does. */
  signal?: AbortSignal;
  /** Milliseconds between two drawings; 500 by default. */
  everyMs?: number;
  /** Seconds after which it ends by itself; 30 by default, `Infinity` for never. */
  seconds?: number;
  /** Ends the display once it says so. */
  until?: () => boolean;
}

/** What a live display draws: one view, or several below each other. */
export type Drawing = View | string | readonly (View | string)[];

/**
 * Draws something again and again in the same place, and once more at the end. It ends when `until`
 * says so, when the time is over, or when the signal is aborted; none of them is an error.
 *
 * @param draw Gives what is to be seen now; as many views each time
 * @param options When to draw, and when to end
 *
 * @example
 * ```ts
 * let count = 0;
 * await live(() => `${++count} drawn`, { everyMs: 5, until: () => count >= 3 });
 * ```
 */
export async function live(
  draw: () => Drawing | Promise<Drawing>,
  options: LiveOptions = {},
): Promise<void> {
  const { signal, everyMs = 500, seconds = 30, until = () => false } = options;
  const end = performance.now() + seconds * 1000;
  const slots = await Promise.all(listOf(await draw()).map((view) => showUpdatable(view)));
  const redraw = async () => {
    const views = listOf(await draw());
    await Promise.all(slots.map((slot, index) => slot.update(views[index] ?? "")));
  };
  while (!signal?.aborted && !until() && performance.now() < end) {
    await pause(everyMs, signal);
    await redraw();
  }
  if (until() || signal?.aborted) await redraw();
}

function listOf(drawing: Drawing): readonly (View | string)[] {
  return Array.isArray(drawing) ? drawing : [drawing as View | string];
}

/**
 * Waits; an abort ends the wait early, without an error.
 *
 * @param ms Milliseconds to wait
 * @param signal Ends the wait
 */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done);
  });
}
