/**
 * Cuts a connection's bytes into frames: a size, and so many bytes.
 * @module
 */
import { MalformedError } from "../protocol/reader.ts";
import type { Budget } from "./budget.ts";

/** A request's bytes, and what they took of the shared memory; who is done with it gives it back. */
export interface Frame {
  bytes: Uint8Array;
  taken: number;
}

/** Bytes read at once: few by a connection that says little. */
const FIRST_CHUNK = 2 * 1024;
const LARGEST_CHUNK = 64 * 1024;

/**
 * A frame's buffer begins no larger than this, and grows with what arrives: a thousand connections that
 * announce much and send nothing take little, also where memory is taken as soon as it is asked for.
 */
const FIRST_BUFFER = 64 * 1024;

/** How many times larger a full buffer gets. */
const GROWTH = 4;

/** A buffer up to this size is not counted. */
const UNCOUNTED = 1024 * 1024;

const SIZE_BYTES = 4;

type Source = Pick<Deno.Conn, "read">;

/**
 * Reads frames until the connection ends.
 *
 * @param conn Connection to read
 * @param maxBytes Bytes of a frame, at most
 * @param budget Memory for frames of more than 1 MB
 * @returns The frames, each in its own memory
 * @throws {MalformedError} A size is negative or more than `maxBytes`, or memory is short
 */
export async function* readFrames(
  conn: Source,
  maxBytes: number,
  budget: Budget,
): AsyncGenerator<Frame, void> {
  let chunk = new Uint8Array(FIRST_CHUNK);
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
        yield { bytes: chunk.slice(from, from + size), taken: 0 };
      } else {
        const frame = await readRest(conn, chunk.subarray(from, to), size, budget);
        if (frame === undefined) return;
        yield frame;
      }
      from += there;
    }
    if (to === chunk.length && chunk.length < LARGEST_CHUNK) {
      const larger = new Uint8Array(chunk.length * 2);
      larger.set(chunk.subarray(from, to));
      chunk = larger;
    } else {
      chunk.copyWithin(0, from, to);
    }
    to -= from;
    from = 0;
    const count = await conn.read(chunk.subarray(to));
    if (count === null) return;
    to += count;
  }
}

/** Reads what is missing of a frame straight to its place. */
async function readRest(
  conn: Source,
  start: Uint8Array,
  size: number,
  budget: Budget,
): Promise<Frame | undefined> {
  let bytes = new Uint8Array(Math.min(size, Math.max(FIRST_BUFFER, start.length)));
  bytes.set(start);
  let at = start.length;
  let taken = 0;
  try {
    while (at < size) {
      // Memory follows what was sent, not what was announced.
      if (at === bytes.length) {
        const length = Math.min(size, bytes.length * GROWTH);
        if (length > UNCOUNTED) {
          budget.take(length - taken);
          taken = length;
        }
        const grown = new Uint8Array(length);
        grown.set(bytes);
        bytes = grown;
      }
      const count = await conn.read(bytes.subarray(at));
      if (count === null) break;
      at += count;
    }
  } catch (error) {
    budget.give(taken);
    throw error;
  }
  if (at === size) return { bytes, taken };
  budget.give(taken);
  return undefined;
}
