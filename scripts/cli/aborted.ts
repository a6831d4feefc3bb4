/**
 * Waiting for Ctrl-C.
 * @module
 */

/**
 * Waits until a signal is aborted.
 *
 * @param signal The signal
 */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
