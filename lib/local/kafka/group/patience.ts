/**
 * How long a group waits for what its members send.
 * @module
 */

/** A timer later than this was held up, with all else that this process does. */
const LATE_MS = 50;

/** A wait that goes on. */
export interface Patience {
  /** Ends it: what was waited for has come. */
  end(): void;
}

/**
 * Waits for what a member sends. While this process stands still, for its own work or the
 * machine's, it hears of nobody: that time does not count, up to once more the time.
 *
 * @param ms How long
 * @param onSilence Called where nothing has come by then
 * @returns What ends the wait
 */
export function patience(ms: number, onSilence: () => void): Patience {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (time: number, credit: number) => {
    const due = performance.now() + time;
    timer = setTimeout(() => {
      const late = performance.now() - due;
      if (late <= LATE_MS || credit <= 0) return onSilence();
      wait(Math.min(late, credit), credit - late);
    }, time);
  };
  wait(ms, ms);
  return { end: () => clearTimeout(timer) };
}
