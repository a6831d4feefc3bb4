/**
 * Progress of long work on standard error: a line that updates in place on a terminal, and a plain
 * line now and then elsewhere.
 * @module
 */
import process from "node:process";
import ora, { type Ora } from "ora";
import { writeErr } from "./output.ts";

/** The spinner's library does not look at what users set against colours (no-color.org). */
const COLOR = Deno.noColor ? { color: false } as const : {};

/** Milliseconds between two plain lines where there is no terminal. */
const PLAIN_INTERVAL_MS = 10_000;

/** Shows what long work is at. */
export class Progress {
  #spinner: Ora | undefined;
  #lastPlain = 0;
  #waits = false;
  /** A terminal that does not tell its width gets plain lines, as a file does. */
  readonly #terminal = Deno.stderr.isTerminal() && process.stderr.columns > 0;

  /**
   * Shows where the work is; cheap enough to be called for every batch.
   *
   * @param text One line, such as `1,200 records · 50/s · lag 12`
   * @param options `waits`: it cannot go on by itself, which is told at once
   */
  update(text: string, { waits = false }: { waits?: boolean } = {}): void {
    if (this.#terminal) {
      this.#spinner ??= ora({ ...COLOR, discardStdin: false, stream: process.stderr }).start();
      this.#spinner.text = text;
      return;
    }
    const now = Date.now();
    if (this.#lastPlain === 0) this.#lastPlain = now;
    const isNews = waits && !this.#waits;
    this.#waits = waits;
    if (!isNews && now - this.#lastPlain < PLAIN_INTERVAL_MS) return;
    this.#lastPlain = now;
    writeErr(`${text}\n`);
  }

  /**
   * Writes a line that stays, above the progress.
   *
   * @param line The line, without a line end
   */
  log(line: string): void {
    const text = this.#spinner?.text;
    this.stop();
    writeErr(`${line}\n`);
    if (text !== undefined) this.update(text);
  }

  /** Takes the progress line away. */
  stop(): void {
    this.#spinner?.stop();
    this.#spinner = undefined;
  }
}
