/**
 * A file's bytes, once it is clear that it can be text.
 * @module
 */
import { TickertapeError } from "../errors.ts";

/** Files that people take for a CSV, by the bytes they begin with. */
const KINDS: readonly { bytes: readonly number[]; why: string; remedy: string }[] = [
  {
    bytes: [0x1f, 0x8b],
    why: "it is compressed with gzip",
    remedy: "Unpack it first.",
  },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    why: "it is a ZIP archive, as Excel's workbooks are",
    remedy: "Unpack it, or save the workbook's sheet as a CSV in UTF-8.",
  },
  {
    bytes: [0x7b, 0x22],
    why: "it is JSON, not a CSV",
    remedy: "Give a file of JSON lines as standard input: deno task produce --file -",
  },
  {
    bytes: [0xff, 0xfe],
    why: "it is text in UTF-16, not in UTF-8",
    remedy: "Save it as a CSV in UTF-8.",
  },
  {
    bytes: [0xfe, 0xff],
    why: "it is text in UTF-16, not in UTF-8",
    remedy: "Save it as a CSV in UTF-8.",
  },
];

/**
 * Reads a file.
 *
 * @param path The file
 * @returns Its bytes
 * @throws {TickertapeError} `CSV_UNREADABLE`: it cannot be read; `CSV_KIND`: it is no text
 */
export async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    // Deno opens a folder without complaint on some systems and fails at the first read.
    if ((await Deno.stat(path)).isDirectory) throw new Error("it is a folder");
    const file = await Deno.open(path);
    let begun = false;
    for await (const chunk of file.readable) {
      if (!begun) refuseOtherKinds(path, chunk);
      begun = true;
      yield chunk;
    }
  } catch (error) {
    throw error instanceof TickertapeError ? error : unreadable(path, error);
  }
}

/**
 * Refuses what can be read only once, such as a pipe.
 *
 * @param path The file
 * @throws {TickertapeError} `CSV_UNREADABLE`: it is no file, or there is none
 */
export async function requireFile(path: string): Promise<void> {
  const { isFile, isDirectory } = await Deno.stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (isFile || isDirectory) return;
  throw new TickertapeError({
    code: "CSV_UNREADABLE",
    message: `Could not replay ${path}: it is no file but a pipe or a device, and it is read twice`,
    remedy: "Write what it gives into a file first, or send JSON lines with --file -",
  });
}

function refuseOtherKinds(path: string, begin: Uint8Array): void {
  const kind = KINDS.find(({ bytes }) => bytes.every((byte, index) => begin[index] === byte));
  if (kind === undefined) return;
  throw new TickertapeError({
    code: "CSV_KIND",
    message: `Could not read ${path}, line 1: ${kind.why}`,
    remedy: kind.remedy,
  });
}

function unreadable(path: string, error: unknown): TickertapeError {
  const missing = error instanceof Deno.errors.NotFound;
  const why = missing ? "there is no such file" : error instanceof Error ? error.message : error;
  return new TickertapeError({
    code: "CSV_UNREADABLE",
    message: `Could not read ${path}: ${why}`,
    remedy: missing
      ? `Check the path; it is taken from the folder ${Deno.cwd()}`
      : "Check the path and that you may read the file.",
    cause: error,
  });
}
