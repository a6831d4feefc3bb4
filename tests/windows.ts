/**
 * What cannot be tested on Windows.
 * @module
 */

/** Windows has no SIGINT or SIGTERM that one process could send another. */
export const NO_SIGNALS = "Windows lets no process send another a signal";

/** SQLite's files cannot be deleted there while they are open. */
export const NO_DELETION = "Windows deletes no folder in which files are open";

/**
 * Tells whether a test is left out here, and says so where it is.
 *
 * @param what What is not tested
 * @param why What Windows lacks
 * @returns Whether this is Windows
 */
export function skippedOnWindows(what: string, why: string): boolean {
  const skipped = Deno.build.os === "windows";
  if (skipped) console.warn(`skipped: ${what}, for ${why}`);
  return skipped;
}
