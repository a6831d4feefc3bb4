/**
 * Hashes of bytes that the runtime has none of, 64 bits at a time: xxHash64, MurmurHash3 and
 * SpookyHash V2, each from the seed 0.
 * @module
 */

const MASK = 0xffff_ffff_ffff_ffffn;

const wrap = (value: bigint) => value & MASK;
const rotate = (value: bigint, by: number) =>
  wrap(value << BigInt(by)) | (value >> BigInt(64 - by));
const times = (a: bigint, b: bigint) => wrap(a * b);
const plus = (a: bigint, b: bigint) => wrap(a + b);

/** Bytes as a whole number, the least significant one first; past the end there are zeros. */
function little(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n;
  for (let i = Math.min(at + size, bytes.length) - 1; i >= at; i--) {
    value = (value << 8n) | BigInt(bytes[i] as number);
  }
  return value;
}

/** Reads 8 bytes at a time, the least significant one first. */
function longs(bytes: Uint8Array): (at: number) => bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return (at) => view.getBigUint64(at, true);
}

const P1 = 0x9e3779b185ebca87n;
const P2 = 0xc2b2ae3d27d4eb4fn;
const P3 = 0x165667b19e3779f9n;
const P4 = 0x85ebca77c2b2ae63n;
const P5 = 0x27d4eb2f165667c5n;

const round = (accumulator: bigint, input: bigint) =>
  times(rotate(plus(accumulator, input * P2), 31), P1);

/** xxHash64. */
export function xxHash64(bytes: Uint8Array): bigint {
  const long = longs(bytes);
  let at = 0;
  let hash = P5;
  if (bytes.length >= 32) {
    const lanes = [plus(P1, P2), P2, 0n, wrap(-P1)];
    for (; at <= bytes.length - 32; at += 32) {
      for (let i = 0; i < 4; i++) lanes[i] = round(lanes[i] as bigint, long(at + 8 * i));
    }
    hash = lanes.reduce((sum, lane, i) => sum + rotate(lane, [1, 7, 12, 18][i] as number), 0n);
    for (const lane of lanes) hash = plus(times(wrap(hash) ^ round(0n, lane), P1), P4);
  }
  hash = plus(hash, BigInt(bytes.length));
  for (; at <= bytes.length - 8; at += 8) {
    hash = plus(times(rotate(hash ^ round(0n, long(at)), 27), P1), P4);
  }
  if (at <= bytes.length - 4) {
    hash = plus(times(rotate(hash ^ times(little(bytes, at, 4), P1), 23), P2), P3);
    at += 4;
  }
  for (; at < bytes.length; at++) {
    hash = times(rotate(hash ^ times(BigInt(bytes[at] as number), P5), 11), P1);
  }
  return finish(hash);
}

function finish(hash: bigint): bigint {
  hash = times(hash ^ (hash >> 33n), P2);
  hash = times(hash ^ (hash >> 29n), P3);
  return hash ^ (hash >> 32n);
}

/** xxHash64 of a whole number of 64 bits. */
export function xxHash64OfLong(value: bigint): bigint {
  return finish(plus(times(rotate((P5 + 8n) ^ round(0n, wrap(value)), 27), P1), P4));
}

const C1 = 0x87c37b91114253d5n;
const C2 = 0x4cf5ad432745937fn;

function mix(value: bigint): bigint {
  value = times(value ^ (value >> 33n), 0xff51afd7ed558ccdn);
  value = times(value ^ (value >> 33n), 0xc4ceb9fe1a85ec53n);
  return value ^ (value >> 33n);
}

/** MurmurHash3 of 128 bits, for machines of 64 bits: both halves. */
export function murmur3(bytes: Uint8Array): [bigint, bigint] {
  const long = longs(bytes);
  let [h1, h2] = [0n, 0n];
  const first = (k: bigint) => times(rotate(times(k, C1), 31), C2);
  const second = (k: bigint) => times(rotate(times(k, C2), 33), C1);
  let at = 0;
  for (; at <= bytes.length - 16; at += 16) {
    h1 ^= first(long(at));
    h1 = plus(plus(rotate(h1, 27), h2) * 5n, 0x52dce729n);
    h2 ^= second(long(at + 8));
    h2 = plus(plus(rotate(h2, 31), h1) * 5n, 0x38495ab5n);
  }
  h2 ^= second(little(bytes, at + 8, 8));
  h1 ^= first(little(bytes, at, 8));
  h1 ^= BigInt(bytes.length);
  h2 ^= BigInt(bytes.length);
  h1 = plus(h1, h2);
  h2 = plus(h2, h1);
  [h1, h2] = [mix(h1), mix(h2)];
  h1 = plus(h1, h2);
  return [h1, plus(h2, h1)];
}

const MAGIC = 0xdeadbeefdeadbeefn;
const SHORT_MIX = [50, 52, 30, 41, 54, 48, 38, 37, 62, 34, 5, 36];
const SHORT_END = [15, 52, 26, 51, 28, 9, 47, 54, 32, 25, 63];
const LONG_MIX = [11, 32, 43, 31, 17, 28, 39, 57, 55, 54, 22, 46];
const LONG_END = [44, 15, 34, 21, 38, 33, 10, 13, 38, 53, 42, 54];

/** SpookyHash V2: the first 64 bits. */
export function spooky(bytes: Uint8Array): bigint {
  return bytes.length < 192 ? spookyShort(bytes) : spookyLong(bytes);
}

function spookyShort(bytes: Uint8Array): bigint {
  const long = longs(bytes);
  const h: bigint[] = [0n, 0n, MAGIC, MAGIC];
  const add = (i: number, value: bigint) => h[i % 4] = plus(h[i % 4] as bigint, value);
  const stir = () => {
    for (const [i, by] of SHORT_MIX.entries()) {
      const at = (i + 2) % 4;
      h[at] = rotate(h[at] as bigint, by);
      add(at, h[(at + 1) % 4] as bigint);
      h[(at + 2) % 4]! ^= h[at] as bigint;
    }
  };
  let at = 0;
  for (; at <= bytes.length - 32; at += 32) {
    add(2, long(at));
    add(3, long(at + 8));
    stir();
    add(0, long(at + 16));
    add(1, long(at + 24));
  }
  if (bytes.length - at >= 16) {
    add(2, long(at));
    add(3, long(at + 8));
    stir();
    at += 16;
  }
  add(3, BigInt(bytes.length) << 56n);
  const rest = bytes.length - at;
  add(2, rest === 0 ? MAGIC : little(bytes, at, 8));
  add(3, rest === 0 ? MAGIC : little(bytes, at + 8, 8));
  for (const [i, by] of SHORT_END.entries()) {
    const [to, from] = [(i + 3) % 4, (i + 2) % 4];
    h[to]! ^= h[from] as bigint;
    h[from] = rotate(h[from] as bigint, by);
    add(to, h[from] as bigint);
  }
  return h[0] as bigint;
}

function spookyLong(bytes: Uint8Array): bigint {
  const long = longs(bytes);
  const h: bigint[] = Array.from({ length: 12 }, (_, i) => i % 3 === 2 ? MAGIC : 0n);
  const add = (i: number, value: bigint) => h[i % 12] = plus(h[i % 12] as bigint, value);
  let at = 0;
  for (; at <= bytes.length - 96; at += 96) {
    for (const [i, by] of LONG_MIX.entries()) {
      add(i, long(at + 8 * i));
      h[(i + 2) % 12]! ^= h[(i + 10) % 12] as bigint;
      h[(i + 11) % 12]! ^= h[i] as bigint;
      h[i] = rotate(h[i] as bigint, by);
      add(i + 11, h[(i + 1) % 12] as bigint);
    }
  }
  const rest = bytes.length - at;
  for (let i = 0; 8 * i < rest; i++) add(i, little(bytes, at + 8 * i, 8));
  add(11, BigInt(rest) << 56n);
  for (let turn = 0; turn < 3; turn++) {
    for (const [i, by] of LONG_END.entries()) {
      add(i + 11, h[(i + 1) % 12] as bigint);
      h[(i + 2) % 12]! ^= h[(i + 11) % 12] as bigint;
      h[(i + 1) % 12] = rotate(h[(i + 1) % 12] as bigint, by);
    }
  }
  return h[0] as bigint;
}
