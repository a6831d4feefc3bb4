/**
 * Trino's documentation, "Binary functions and operators" and "UUID functions".
 * @module
 */
import { type Call, family, type FunctionDefinition, type Rendered } from "./define.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

/** A hash that DuckDB has: its digits. */
function hash(name: string): Overload[] {
  return [["(varbinary) -> varbinary", ([b]) => `from_hex(${name}(${b}))`]];
}

function hmac(algorithm: string): Overload[] {
  return [[
    "(varbinary, varbinary) -> varbinary",
    ([b, key]) => `t_hmac(${b}, ${key}, '${algorithm}')`,
  ]];
}

/** Of text, and of its bytes. */
function decoded(decode: (bytes: string) => string): Overload[] {
  return [
    ["(varchar) -> varbinary", ([s]) => decode(`encode(${s})`)],
    ["(varbinary) -> varbinary", ([b]) => decode(b as string)],
  ];
}

export const BINARY: FunctionDefinition[] = family("scalar", {
  to_utf8: [["(varchar) -> varbinary", ([s]) => `encode(${s})`]],
  from_utf8: [
    ["(varbinary) -> varchar", ([b]) => `t_from_utf8(${b})`],
    ["(varbinary, varchar) -> varchar", ([b, r]) => `t_from_utf8_with(${b}, ${r})`],
    ["(varbinary, bigint) -> varchar", ([b, r]) => `t_from_utf8_point(${b}, ${r})`],
  ],
  to_hex: [["(varbinary) -> varchar", ([b]) => `hex(${b})`]],
  from_hex: decoded((b) => `t_from_hex(${b})`),
  to_base64: [["(varbinary) -> varchar", ([b]) => `to_base64(${b})`]],
  from_base64: decoded((b) => `t_from_base64(${b}, FALSE)`),
  to_base64url: [["(varbinary) -> varchar", ([b]) => `t_to_base64url(${b})`]],
  from_base64url: decoded((b) => `t_from_base64(${b}, TRUE)`),
  to_base32: [["(varbinary) -> varchar", ([b]) => `t_to_base32(${b})`]],
  from_base32: decoded((b) => `t_from_base32(${b})`),
  md5: hash("md5"),
  sha1: hash("sha1"),
  sha256: hash("sha256"),
  sha512: [["(varbinary) -> varbinary", ([b]) => `t_sha512(${b})`]],
  hmac_md5: hmac("md5"),
  hmac_sha1: hmac("sha1"),
  hmac_sha256: hmac("sha256"),
  hmac_sha512: hmac("sha512"),
  crc32: [["(varbinary) -> bigint", ([b]) => `t_crc32(${b})`]],
  xxhash64: [["(varbinary) -> varbinary", ([b]) => `t_xxhash64(${b})`]],
  murmur3: [["(varbinary) -> varbinary", ([b]) => `t_murmur3(${b})`]],
  spooky_hash_v2_32: [["(varbinary) -> varbinary", ([b]) => `t_spooky(${b}, 4)`]],
  spooky_hash_v2_64: [["(varbinary) -> varbinary", ([b]) => `t_spooky(${b}, 8)`]],
  to_big_endian_32: [["(integer) -> varbinary", ([n]) => `t_big_endian(${n}, 4)`]],
  to_big_endian_64: [["(bigint) -> varbinary", ([n]) => `t_big_endian(${n}, 8)`]],
  from_big_endian_32: [[
    "(varbinary) -> integer",
    ([b]) => `CAST(t_from_big_endian(${b}, 4) AS INTEGER)`,
  ]],
  from_big_endian_64: [["(varbinary) -> bigint", ([b]) => `t_from_big_endian(${b}, 8)`]],
  to_ieee754_32: [["(real) -> varbinary", ([x]) => `t_ieee754(CAST(${x} AS DOUBLE), 4)`]],
  to_ieee754_64: [["(double) -> varbinary", ([x]) => `t_ieee754(${x}, 8)`]],
  from_ieee754_32: [["(varbinary) -> real", ([b]) => `CAST(t_from_ieee754(${b}, 4) AS FLOAT)`]],
  from_ieee754_64: [["(varbinary) -> double", ([b]) => `t_from_ieee754(${b}, 8)`]],
  uuid: [["() -> uuid", () => "uuid()"]],
});
