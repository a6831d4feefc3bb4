/**
 * Bytes: hashes, encodings, numbers as bytes, padding.
 * @module
 */
import { Buffer } from "node:buffer";
import { createHmac, hash } from "node:crypto";
import { crc32 } from "node:zlib";
import { murmur3, spooky, xxHash64 } from "../arithmetic/hashes.ts";
import { decodeBase32, decodeBase64, encodeBase32 } from "../text/base_encodings.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import { badArgument, badCast, fail, udf, type Udfs } from "../udf.ts";

/** A blob of DuckDB's. */
interface Blob {
  bytes: Uint8Array;
}

function bytesOfNumber(write: (view: DataView) => void, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
}

function viewOf({ bytes }: Blob, size: bigint, refusal: (size: bigint) => string): DataView {
  if (bytes.length !== Number(size)) badArgument(refusal(size));
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

const wholeRefusal = (blob: Blob) => (size: bigint) =>
  `expected ${size}-byte input, but got instead: ${blob.bytes.length}`;
const floatRefusal = (size: bigint) =>
  `Input floating-point value must be exactly ${size} bytes long`;

/** Puts bytes before or behind others, as often as there is room. */
function pad({ bytes }: Blob, size: bigint, { bytes: fill }: Blob, side: string): Uint8Array {
  if (size < 0n || size > 2147483647n) {
    badArgument("Target length must be in the range [0..2147483647]");
  }
  if (fill.length === 0) badArgument("Padding bytes must not be empty");
  const target = Number(size);
  if (bytes.length >= target) return bytes.slice(0, target);
  const result = new Uint8Array(target);
  const missing = target - bytes.length;
  const start = side === "left" ? 0 : bytes.length;
  for (let i = 0; i < missing; i++) result[start + i] = fill[i % fill.length] as number;
  result.set(bytes, side === "left" ? missing : 0);
  return result;
}

const UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;

export const BINARY_UDFS: Udfs = {
  t_from_utf8: udf("x", "s", ({ bytes }: Blob) => decodeUtf8(bytes, "\ufffd")),
  t_from_utf8_with: udf("xs", "s", ({ bytes }: Blob, replacement: string) => {
    if ([...replacement].length > 1) {
      badArgument("Replacement character string must empty or a single character");
    }
    return decodeUtf8(bytes, replacement);
  }),
  t_from_utf8_point: udf("xi", "s", ({ bytes }: Blob, point: bigint) => {
    if (point < 0n || point > 0x10ffffn || (point >= 0xd800n && point <= 0xdfffn)) {
      badArgument("Invalid replacement character");
    }
    return decodeUtf8(bytes, String.fromCodePoint(Number(point)));
  }),
  t_from_hex: udf("x", "x", ({ bytes }: Blob) => {
    if (bytes.length % 2 !== 0) badArgument(`invalid input length ${bytes.length}`);
    const text = decodeUtf8(bytes, "\ufffd");
    const other = bytes.find((byte) => !/[0-9a-f]/i.test(String.fromCharCode(byte)));
    if (other === undefined) return Buffer.from(text, "hex");
    const signed = other << 24 >> 24;
    const char = String.fromCharCode(signed & 0xffff);
    return badArgument(`not a hexadecimal digit: "${char}" = ${signed}`);
  }),
  t_from_base64: udf("xb", "x", ({ bytes }: Blob, url: boolean) => decodeBase64(bytes, url)),
  t_to_base64url: udf(
    "x",
    "s",
    ({ bytes }: Blob) =>
      Buffer.from(bytes).toString("base64").replaceAll("+", "-").replaceAll("/", "_"),
  ),
  t_from_base32: udf("x", "x", ({ bytes }: Blob) => decodeBase32(decodeUtf8(bytes, "\ufffd"))),
  t_to_base32: udf("x", "s", ({ bytes }: Blob) => encodeBase32(bytes)),
  t_sha512: udf("x", "x", ({ bytes }: Blob) => hash("sha512", bytes, "buffer")),
  t_hmac: udf(
    "xxs",
    "x",
    ({ bytes }: Blob, key: Blob, algorithm: string) => {
      if (key.bytes.length === 0) fail("GENERIC_INTERNAL_ERROR", "Empty key");
      return createHmac(algorithm, key.bytes).update(bytes).digest();
    },
  ),
  t_crc32: udf("x", "i", ({ bytes }: Blob) => BigInt(crc32(bytes))),
  t_xxhash64: udf(
    "x",
    "x",
    ({ bytes }: Blob) => bytesOfNumber((view) => view.setBigUint64(0, xxHash64(bytes)), 8),
  ),
  t_murmur3: udf("x", "x", ({ bytes }: Blob) =>
    bytesOfNumber((view) => {
      const [first, second] = murmur3(bytes);
      view.setBigUint64(0, first, true);
      view.setBigUint64(8, second, true);
    }, 16)),
  t_spooky: udf("xi", "x", ({ bytes }: Blob, size: bigint) => {
    const bits = bytesOfNumber((view) => view.setBigUint64(0, spooky(bytes)), 8);
    return bits.slice(8 - Number(size));
  }),
  t_big_endian: udf("ii", "x", (value: bigint, size: bigint) =>
    bytesOfNumber((view) => {
      if (size === 8n) view.setBigInt64(0, value);
      else view.setInt32(0, Number(value));
    }, Number(size))),
  t_from_big_endian: udf("xi", "i", (blob: Blob, size: bigint) => {
    const view = viewOf(blob, size, wholeRefusal(blob));
    return size === 8n ? view.getBigInt64(0) : BigInt(view.getInt32(0));
  }),
  t_ieee754: udf("di", "x", (value: number, size: bigint) =>
    bytesOfNumber((view) => {
      if (size === 8n) view.setFloat64(0, value);
      else view.setFloat32(0, value);
    }, Number(size))),
  t_from_ieee754: udf("xi", "d", (blob: Blob, size: bigint) => {
    const view = viewOf(blob, size, floatRefusal);
    return size === 8n ? view.getFloat64(0) : view.getFloat32(0);
  }),
  t_pad_bytes: udf("xixs", "x", pad),
  t_reverse_bytes: udf("x", "x", ({ bytes }: Blob) => bytes.toReversed()),
  t_check_uuid: udf("s", "s", (text: string) => {
    if (UUID.test(text)) return text;
    const size = new TextEncoder().encode(text).length;
    return /^([0-9a-f]+-){4}[0-9a-f]+$/i.test(text) && size < 36
      ? badCast(`Invalid UUID string length: ${size}`)
      : badCast(`Cannot cast value to UUID: ${text}`);
  }),
  t_uuid_of_bytes: udf("x", "s", ({ bytes }: Blob) => {
    if (bytes.length !== 16) badCast(`Invalid UUID binary length: ${bytes.length}`);
    return Buffer.from(bytes).toString("hex").replace(
      /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
      "$1-$2-$3-$4-$5",
    );
  }),
};
