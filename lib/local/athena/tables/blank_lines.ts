/**
 * Finds objects with blank lines: to Athena each is a row of NULLs, and DuckDB's reader passes over
 * them.
 * @module
 */
import { createReadStream } from "node:fs";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { compressionOf, type DataFile } from "./location.ts";

const NEW_LINE = 10;
/** What a blank line may begin with: a line feed, a carriage return, a space, a tab. */
const BLANK = [10, 13, 32, 9];

/** What is known of files; a file is written once, so that it never changes. */
const known = new Map<string, boolean>();
const MAX_KNOWN = 200_000;
const AT_ONCE = 4;

/** Paths of the files in which a line begins with white space. */
export async function filesWithBlankLines(
  files: readonly DataFile[],
  signal: AbortSignal,
): Promise<string[]> {
  const missing = files.filter((file) => !known.has(file.path));
  if (known.size + missing.length > MAX_KNOWN) known.clear();
  const queue = missing.values();
  const work = async () => {
    for (const file of queue) {
      if (signal.aborted) return;
      known.set(file.path, await hasBlankLine(file));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return files.filter((file) => known.get(file.path)).map((file) => file.path);
}

async function hasBlankLine(file: DataFile): Promise<boolean> {
  const raw = createReadStream(file.path, { highWaterMark: 1 << 20 });
  const compression = compressionOf(file.key);
  const options = { chunkSize: 1 << 18 };
  const stream = compression === "gzip"
    ? raw.pipe(createGunzip(options))
    : compression === "zstd"
    ? raw.pipe(createZstdDecompress(options))
    : raw;
  raw.on("error", (error) => stream.destroy(error));
  let lineBegins = true;
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Uint8Array;
      if (lineBegins && bytes.length > 0 && BLANK.includes(bytes[0] as number)) return true;
      let at = bytes.indexOf(NEW_LINE);
      while (at >= 0 && at + 1 < bytes.length) {
        const next = bytes[at + 1] as number;
        if (next <= 32 && BLANK.includes(next)) return true;
        at = bytes.indexOf(NEW_LINE, at + 1);
      }
      lineBegins = bytes[bytes.length - 1] === NEW_LINE;
    }
    return false;
  } catch {
    // Reading the records says what is wrong with the object.
    return true;
  } finally {
    raw.destroy();
  }
}
