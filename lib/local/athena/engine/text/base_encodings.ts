/**
 * Base 64 and base 32, with what Java's decoders say of bytes that are none.
 * @module
 */
import { badArgument } from "../udf.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(256).fill(-1);
  for (const [i, char] of [...alphabet].entries()) values[char.charCodeAt(0)] = i;
  return values;
}

const OF_32 = valuesOf(BASE32);
const OF_64 = valuesOf(BASE64);
const OF_64_URL = valuesOf(BASE64.replace("+/", "-_"));
const PAD = "=".charCodeAt(0);

/** Takes groups of bits together to bytes; what is left at the end is dropped. */
function pack(values: readonly number[], width: number): Uint8Array {
  const bytes = new Uint8Array(Math.floor(values.length * width / 8));
  let [bits, count, at] = [0, 0, 0];
  for (const value of values) {
    bits = ((bits << width) | value) & 0xffff;
    count += width;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = bits >> count;
  }
  return bytes;
}

/** Decodes base 64, in the alphabet of URLs or in the usual one. */
export function decodeBase64(text: Uint8Array, url: boolean): Uint8Array {
  if (text.length === 1) badArgument("Input byte[] should at least have 2 bytes for base64 bytes");
  const alphabet = url ? OF_64_URL : OF_64;
  const values: number[] = [];
  let at = 0;
  for (; at < text.length; at++) {
    const byte = text[at] as number;
    const value = alphabet[byte] as number;
    if (value >= 0) {
      values.push(value);
      continue;
    }
    if (byte !== PAD) badArgument(`Illegal base64 character ${(byte << 24 >> 24).toString(16)}`);
    const place = values.length % 4;
    if (place === 0 || (place === 2 && text[++at] !== PAD)) {
      badArgument("Input byte array has wrong 4-byte ending unit");
    }
    at++;
    break;
  }
  if (values.length % 4 === 1) badArgument("Last unit does not have enough valid bits");
  if (at < text.length) badArgument(`Input byte array has incorrect ending byte at ${at}`);
  return pack(values, 6);
}

/** Encodes base 32. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = "";
  let [bits, count] = [0, 0];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffff;
    count += 8;
    for (; count >= 5; count -= 5) text += BASE32[(bits >> (count - 5)) & 31];
  }
  if (count > 0) text += BASE32[(bits << (5 - count)) & 31];
  return text.padEnd(Math.ceil(text.length / 8) * 8, "=");
}

/** Decodes base 32. */
export function decodeBase32(text: string): Uint8Array {
  const trimmed = text.replace(/=+$/, "");
  if (![0, 2, 4, 5, 7].includes(trimmed.length % 8)) {
    badArgument(`Invalid input length ${trimmed.length}`);
  }
  const values = Array.from({ length: trimmed.length }, (_, i) => {
    const code = trimmed.charCodeAt(i);
    const value = code < 256 ? OF_32[code] as number : -1;
    if (value >= 0) return value;
    const shown = code <= 32 || code >= 127 ? `0x${code.toString(16)}` : trimmed[i];
    return badArgument(`Unrecognized character: ${shown}`);
  });
  return pack(values, 5);
}
