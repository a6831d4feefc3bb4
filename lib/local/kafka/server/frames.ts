/**
 * Cuts a connection's bytes into frames: a size, and so many bytes.
 * @module
 */
import { MalformedError } from "../protocol/reader.ts";

/** Bytes read at once. */
const CHUNK = 64 * 1024;

/** A frame's buffer begins no larger than this, and grows with what arrives. */
const FIRST_BUFFER = 1024 * 1024;

const SIZE_BYTES = 4;

/**
 * Reads frames until the connection ends.
 *
 * @param conn Connection to read
 * @param maxBytes Bytes of a frame, at most
 * @returns The frames, each in its own memory
 * @throws {MalformedError} A size is negative, or more than `maxBytes`
 */
export async function* readFrames(
  conn: Pick<Deno.Conn, "read">,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void> {
  const chunk = new Uint8Array(CHUNK);
  let from = 0;
  let to = 0;
  for (;;) {
    while (to - from >= SIZE_BYTES) {
      const size = new DataView(chunk.buffer, from).getInt32(0);
      if (size < 0 || size > maxBytes) {
        throw new MalformedError(`A request of ${size} bytes; at most ${maxBytes} are taken`);
      }
      from += SIZE_BYTES;
      const there = Math.min(size, to - from);
      if (there === size) {
        yield chunk.slice(from, from + size);
      } else {
        const frame = await readRest(conn, chunk.subarray(from, to), size);
        if (frame === undefined) return;
        yield frame;
      }
      from += there;
    }
    chunk.copyWithin(0, from, to);
    to -= from;
    from = 0;
    const count = await conn.read(chunk.subarray(to));
    if (count === null) return;
    to += count;
  }
}

/** Reads what is missing of a frame straight to its place. */
async function readRest(
  conn: Pick<Deno.Conn, "read">,
  start: Uint8Array,
  size: number,
): Promise<Uint8Array | undefined> {
  let frame = new Uint8Array(Math.min(size, Math.max(FIRST_BUFFER, start.length)));
  frame.set(start);
  let at = start.length;
  while (at < size) {
    // Memory follows what was sent, not what was announced.
    if (at === frame.length) {
      const grown = new Uint8Array(Math.min(size, frame.length * 2));
      grown.set(frame);
      frame = grown;
    }
    const count = await conn.read(frame.subarray(at));
    if (count === null) return undefined;
    at += count;
  }
  return frame;
}
