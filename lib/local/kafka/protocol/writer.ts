/**
 * Puts the protocol's primitive values into a frame. Long byte values are kept as they are and sent
 * from where they lie, never copied.
 * @module
 */

/** A frame in the making. */
export interface Writer {
  /** Bytes written so far. */
  readonly size: number;
  int8(value: number): void;
  int16(value: number): void;
  int32(value: number): void;
  int64(value: bigint): void;
  float64(value: number): void;
  uuid(hex: string): void;
  unsignedVarint(value: number): void;
  /** Writes UTF-8 text behind its length. */
  string(value: string, length: (writer: Writer, size: number) => void): void;
  bytes(value: Uint8Array): void;
  /** A writer of its own, for what must be measured before it is written. */
  nested(): Writer;
  append(other: Writer): void;
  /** The parts to send, in order. */
  finish(): Uint8Array[];
}

/** From this size on a value is a part of its own. */
const OWN_PART = 4096;

const utf8 = new TextEncoder();

/**
 * Starts a frame.
 *
 * @param capacity Bytes to begin with
 * @returns An empty writer
 */
export function createWriter(capacity = 256): Writer {
  let buffer = new Uint8Array(capacity);
  let view = new DataView(buffer.buffer);
  let start = 0;
  let end = 0;
  let sent = 0;
  const parts: Uint8Array[] = [];

  /** Makes room, and returns where the value goes. */
  const claim = (size: number): number => {
    if (end + size > buffer.length) {
      const grown = new Uint8Array(Math.max(buffer.length * 2, end - start + size));
      grown.set(buffer.subarray(start, end));
      end -= start;
      start = 0;
      buffer = grown;
      view = new DataView(grown.buffer);
    }
    const at = end;
    end += size;
    return at;
  };
  const cut = () => {
    if (end > start) {
      parts.push(buffer.subarray(start, end));
      sent += end - start;
      start = end;
    }
  };
  const unsignedVarint = (value: number) => {
    let rest = value;
    while (rest > 0x7f) {
      const at = claim(1);
      buffer[at] = (rest & 0x7f) | 0x80;
      rest = Math.floor(rest / 128);
    }
    // Claiming may replace the buffer, so it must come first.
    const at = claim(1);
    buffer[at] = rest;
  };

  const writer: Writer = {
    get size() {
      return sent + end - start;
    },
    int8: (value) => put(1, (at) => view.setInt8(at, value)),
    int16: (value) => put(2, (at) => view.setInt16(at, value)),
    int32: (value) => put(4, (at) => view.setInt32(at, value)),
    int64: (value) => put(8, (at) => view.setBigInt64(at, value)),
    float64: (value) => put(8, (at) => view.setFloat64(at, value)),
    uuid(hex) {
      const bytes = Uint8Array.fromHex(hex);
      const at = claim(16);
      buffer.set(bytes, at);
    },
    unsignedVarint,
    string(value, length) {
      const bytes = utf8.encode(value);
      length(writer, bytes.length);
      writer.bytes(bytes);
    },
    bytes(value) {
      if (value.length < OWN_PART) {
        const at = claim(value.length);
        buffer.set(value, at);
      } else {
        cut();
        parts.push(value);
        sent += value.length;
      }
    },
    nested: () => createWriter(64),
    append(other) {
      for (const part of other.finish()) writer.bytes(part);
    },
    finish() {
      cut();
      return parts;
    },
  };

  function put(size: number, set: (at: number) => void) {
    set(claim(size));
  }

  return writer;
}
