/**
 * Makes kafkajs write requests faster: as released, it makes a buffer of each number of a record, and
 * a record has five. The bytes are the same.
 * @module
 */
import type { Buffer } from "node:buffer";
import Encoder from "kafkajs/src/protocol/encoder.js";

/** The part of kafkajs 2.2.4's encoder that is mended. */
interface Writer {
  buf: Buffer;
  offset: number;
  ensureAvailable(bytes: number): void;
  writeBufferInternal(bytes: Uint8Array): void;
  writeUVarInt(value: number): Writer;
  writeVarLong(value: unknown): Writer;
}

/** Bytes of the longest varint of 32 bits. */
const LONGEST_VARINT = 5;

let mended = false;

/** Has kafkajs write numbers of variable length, and bytes, straight into its buffer. */
export function mendEncoder(): void {
  if (mended) return;
  mended = true;
  const writer = Encoder.prototype as Writer;
  const writeVarLong = writer.writeVarLong;

  writer.writeBufferInternal = function (this: Writer, bytes: Uint8Array): void {
    this.ensureAvailable(bytes.length);
    this.buf.set(bytes, this.offset);
    this.offset += bytes.length;
  };

  writer.writeUVarInt = function (this: Writer, value: number): Writer {
    this.ensureAvailable(LONGEST_VARINT);
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.buf[this.offset++] = rest & 0x7f | 0x80;
      rest >>>= 7;
    }
    this.buf[this.offset++] = rest;
    return this;
  };

  // How many milliseconds a record is later than its batch: nearly always a small number.
  writer.writeVarLong = function (this: Writer, value: unknown): Writer {
    if (typeof value !== "number" || value !== value << 1 >> 1) {
      return writeVarLong.call(this, value);
    }
    return this.writeUVarInt(value << 1 ^ value >> 31);
  };
}
