/**
 * Progress bars.
 * @module
 */
import { showUpdatable } from "./display.ts";
import { escapeMarkup, formatValue, type MimeBundle, type View } from "./view.ts";

/** A progress bar under a cell. */
export interface ProgressBar {
  /**
   * Says how far the work is; drawn at most every 200 ms, so it is cheap to call for every batch.
   *
   * @param done Units done so far
   * @param note A few words, such as what is being worked on
   */
  update(done: number, note?: string): void;
  /**
   * Draws the last state. Call it at the end of the work.
   *
   * @param note A few words
   */
  finish(note?: string): Promise<void>;
}

const EVERY_MS = 200;
const PLAIN_WIDTH = 30;

/**
 * Shows a progress bar.
 *
 * @param label What the work is
 * @param total Units of the whole work; leave it out where nobody knows
 * @returns A handle that moves the bar
 *
 * @example
 * ```ts
 * const bar = await progressBar("sending", 3);
 * bar.update(1);
 * await bar.finish();
 * ```
 */
export async function progressBar(label: string, total?: number): Promise<ProgressBar> {
  let all = total;
  let done = 0;
  let words: string | undefined;
  let drawnAt = performance.now();
  let drawing: Promise<void> = Promise.resolve();
  const view = () => barView(label, done, all, words);
  const shown = await showUpdatable(view());
  const draw = () => {
    drawnAt = performance.now();
    drawing = drawing.then(() => shown.update(view()));
    return drawing;
  };
  return {
    update(units, note) {
      done = units;
      words = note;
      if (performance.now() - drawnAt >= EVERY_MS) void draw();
    },
    finish(note) {
      all ??= done;
      done = all;
      words = note;
      return draw();
    },
  };
}

/**
 * Draws a progress bar's state.
 *
 * @param label What the work is
 * @param done Units done
 * @param total Units of the whole work
 * @param note A few words
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const view = barView("sending", 50, 100);
 * assertEquals(view.data["text/plain"], `sending ${"█".repeat(15)}${"░".repeat(15)} 50 of 100`);
 * ```
 */
export function barView(label: string, done: number, total?: number, note?: string): View {
  const count = total === undefined || total === 0
    ? (done === 0 ? "" : formatValue(done))
    : `${formatValue(done)} of ${formatValue(total)}`;
  const bundle = (words: string): MimeBundle => {
    const text = [count, words].filter((part) => part !== "").join(" · ");
    // Nothing of nothing is all of it.
    const share = total ? Math.min(1, done / total) : 1;
    const attributes = total === undefined ? "" : ` value="${share}" max="1"`;
    const full = Math.round(share * PLAIN_WIDTH);
    const bar = total === undefined ? "" : ` ${"█".repeat(full)}${"░".repeat(PLAIN_WIDTH - full)}`;
    return {
      "text/html": `<div>${escapeMarkup(label)} <progress${attributes} ` +
        `style="width:16em;vertical-align:middle"></progress> ${escapeMarkup(text)}</div>`,
      "text/plain": `${label}${bar} ${text}`.trimEnd(),
    };
  };
  const data = bundle(note ?? "");
  return note === undefined ? { data } : { data, steady: bundle("") };
}
