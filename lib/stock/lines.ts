/**
 * A file's lines, with their numbers, in bounded memory.
 * @module
 */

/** Longest record that is read; Kafka's brokers refuse a longer one by default too. */
export const MAX_RECORD_BYTES = 1_048_576;

/** One physical line. */
export interface Line {
  /** Counted from 1. */
  number: number;
  /** Without its line end; not there where the line is not text. */
  text?: string;
  /** Why there is no text. */
  fault?: string;
}

const LINE_FEED = 10;
const NOT_UTF8 = "it is not text in UTF-8";

/**
 * Splits bytes into lines, at line feeds with or without a carriage return before them. A byte-order
 * mark is left out.
 *
 * @param chunks The file's bytes
 * @returns Lines, by the chunk that ends them
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let number = 0;
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  let tooLong = false;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      // A line that was too long has been told of; its end is passed over.
      const lines = tooLong
        ? linesOf(chunk.subarray(chunk.indexOf(LINE_FEED) + 1, end))
        : linesOf(joined([...rest, chunk.subarray(0, end)]));
      for (const line of lines) line.number = ++number;
      yield lines;
      rest = [];
      restBytes = 0;
      tooLong = false;
    }
    restBytes += chunk.length - end;
    if (!tooLong && restBytes > MAX_RECORD_BYTES) {
      tooLong = true;
      yield [{ ...longLine(), number: ++number }];
    }
    // A chunk is the reader's to reuse: what is kept is copied.
    if (tooLong) rest = [];
    else if (end < chunk.length) rest.push(chunk.slice(end));
  }
  const last = !tooLong && restBytes > 0 ? linesOf(joined(rest)) : [];
  for (const line of last) line.number = ++number;
  if (last.length > 0) yield last;

  function linesOf(bytes: Uint8Array): Line[] {
    const content = number === 0 ? withoutMark(bytes) : bytes;
    const whole = decoded(content);
    if (whole === undefined) return splitBytes(content);
    const texts = whole.split("\n");
    if (texts.at(-1) === "") texts.pop();
    return texts.map((text) => checked(text));
  }
}

function splitBytes(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    const text = decoded(bytes.subarray(start, end));
    lines.push(text === undefined ? { number: 0, fault: NOT_UTF8 } : checked(text));
    start = end + 1;
  }
  return lines;
}

function checked(text: string): Line {
  if (text.includes("\0")) return { number: 0, fault: "it has a NUL byte, so it is not text" };
  if (text.length > MAX_RECORD_BYTES) return longLine();
  return { number: 0, text: text.endsWith("\r") ? text.slice(0, -1) : text };
}

function longLine(): Line {
  return { number: 0, fault: `it is longer than ${MAX_RECORD_BYTES / 1024 / 1024} MiB` };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? bytes.subarray(3) : bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
