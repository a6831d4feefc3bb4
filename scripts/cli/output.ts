/**
 * Standard output and standard error.
 * @module
 */

/** Whoever read the output has gone, such as `head` once it has its lines. */
export class ReaderGoneError extends Error {
  override name = "ReaderGoneError";
}

/** Exit code of a program whose reader has gone: that of a process ended by SIGPIPE. */
export const READER_GONE_CODE = 141;

/**
 * Writes to standard output, all of it.
 *
 * @param text What is written
 * @throws {ReaderGoneError} Nobody reads it any more
 */
export function writeOut(text: string): void {
  writeAll(Deno.stdout, text);
}

/**
 * Writes to standard error, all of it.
 *
 * @param text What is written
 * @throws {ReaderGoneError} Nobody reads it any more
 */
export function writeErr(text: string): void {
  writeAll(Deno.stderr, text);
}

/**
 * Ends a text with a line's end, where it has none.
 *
 * @param text The text
 * @returns The text with its line's end
 */
export function line(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

const encoder = new TextEncoder();

function writeAll(to: { writeSync(bytes: Uint8Array): number }, text: string): void {
  let bytes = encoder.encode(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(to.writeSync(bytes));
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    throw new ReaderGoneError("Nobody reads the output any more", { cause: error });
  }
}
