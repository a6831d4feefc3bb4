/**
 * Takes the protocol's primitive values out of a frame, and never a byte beyond it.
 * @module
 */

/** Bytes that are not what the protocol says should stand there. */
export class MalformedError extends Error {
  override name = "MalformedError";
}

/** A position in a frame. */
export interface Reader {
  /** Where the next value is read. */
  readonly offset: number;
  /** Bytes not read yet. */
  readonly remaining: number;
  int8(): number;
  int16(): number;
  int32(): number;
  int64(): bigint;
  float64(): number;
  /** 16 bytes as 32 hexadecimal digits. */
  uuid(): string;
  unsignedVarint(): number;
  /** Length of a compact value; -1 for null. */
  compactLength(): number;
  /** UTF-8 text of a number of bytes. */
  string(size: number): string;
  /** A view of the frame. */
  bytes(size: number): Uint8Array;
  skip(size: number): void;
  /** Fails where an array of `count` elements cannot be in what remains. */
  expectElements(count: number): void;
  /** Fails where a value did not end at `offset`. */
  expectOffset(offset: number, name: string): void;
  malformed(reason: string): never;
}

/** A frame of more elements than this is refused: they take more memory than the bytes they are in. */
const MAX_ELEMENTS = 1_000_000;

const utf8 = new TextDecoder();

/**
 * Starts reading a frame.
 *
 * @param frame Bytes to read
 * @returns A reader at the first byte
 */
export function createReader(frame: Uint8Array): Reader {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  let offset = 0;
  let elements = 0;

  const malformed = (reason: string): never => {
    throw new MalformedError(`Malformed request: ${reason} at byte ${offset} of ${frame.length}`);
  };
  /** Moves on, and returns where the value stands. */
  const take = (size: number): number => {
    if (size < 0 || size > frame.length - offset) {
      malformed(`${size} bytes needed, ${frame.length - offset} left`);
    }
    const at = offset;
    offset += size;
    return at;
  };
  const unsignedVarint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = frame[take(1)]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value > 0xffffffff ? malformed("varint over 32 bits") : value;
    }
    return malformed("varint over 5 bytes");
  };

  return {
    get offset() {
      return offset;
    },
    get remaining() {
      return frame.length - offset;
    },
    int8: () => view.getInt8(take(1)),
    int16: () => view.getInt16(take(2)),
    int32: () => view.getInt32(take(4)),
    int64: () => view.getBigInt64(take(8)),
    float64: () => view.getFloat64(take(8)),
    uuid: () => {
      const at = take(16);
      return frame.subarray(at, at + 16).toHex();
    },
    unsignedVarint,
    compactLength: () => unsignedVarint() - 1,
    string: (size) => {
      const at = take(size);
      return utf8.decode(frame.subarray(at, at + size));
    },
    bytes: (size) => {
      const at = take(size);
      return frame.subarray(at, at + size);
    },
    skip: (size) => void take(size),
    expectElements(count) {
      elements += count;
      if (count > frame.length - offset || elements > MAX_ELEMENTS) {
        malformed(`array of ${count} elements`);
      }
    },
    expectOffset(expected, name) {
      if (offset !== expected) malformed(`'${name}' does not end where its size says`);
    },
    malformed,
  };
}
