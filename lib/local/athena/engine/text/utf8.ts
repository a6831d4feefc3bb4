/**
 * Text of bytes that may be no UTF-8, read as the engine reads it.
 * @module
 */

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Reads bytes as UTF-8.
 *
 * @param bytes The bytes
 * @param replacement What stands for each sequence that is none; the engine counts such sequences
 * otherwise than `TextDecoder`
 * @returns The text
 */
export function decodeUtf8(bytes: Uint8Array, replacement: string): string {
  let text = "";
  let start = 0;
  const valid = (end: number) => DECODER.decode(bytes.subarray(start, end));
  for (let at = 0; at < bytes.length;) {
    const length = sequence(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += (start < at ? valid(at) : "") + replacement;
    at -= length;
    start = at;
  }
  return text + valid(bytes.length);
}

/** Bytes that a sequence by its first byte has. */
function announced(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc0 || first >= 0xfe) return -1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : first < 0xfc ? 5 : 6;
}

const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** The length of the sequence at a place: below zero where it stands for no character. */
function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const length = announced(first);
  if (length <= 1) return length;
  let point = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return -i;
    point = point * 64 + (next & 0x3f);
  }
  const none = length > 4 || point < (LEAST[length] as number) || point > 0x10ffff ||
    (point >= 0xd800 && point <= 0xdfff);
  return none ? -length : length;
}

/** Less than 0, 0 or more of two texts by the bytes of their UTF-8. */
export function byBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    // Halves of characters beyond 16 bits come after all others.
    if (x !== y) return isHalf(x) === isHalf(y) ? x - y : isHalf(x) ? 1 : -1;
  }
  return a.length - b.length;
}

const isHalf = (unit: number) => unit >= 0xd800 && unit < 0xe000;
