/**
 * Text: substrings, padding, splitting, encodings, URLs.
 * @module
 */
import { formatText } from "../text/format_text.ts";
import { badArgument, badCast, udf, type Udfs } from "../udf.ts";

const SPACES =
  "\\u0009-\\u000D\\u001C-\\u0020\\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000";
const LEFT = new RegExp(`^[${SPACES}]+`);
const RIGHT = new RegExp(`[${SPACES}]+$`);

// deno-lint-ignore no-control-regex -- what is ASCII needs no look at single characters
const ASCII = /^[\x00-\x7f]*$/;

/** Changes case as Java's `Character` does: one character for one. */
function mapChars(text: string, map: (char: string) => string): string {
  if (ASCII.test(text)) return map(text);
  return [...text].map((char) => {
    const mapped = map(char);
    return [...mapped].length === 1 ? mapped : char;
  }).join("");
}

function substr(text: string, start: bigint, length: bigint | undefined): string {
  const chars = [...text];
  const size = BigInt(chars.length);
  if (start === 0n || (length !== undefined && length <= 0n)) return "";
  let from = start > 0n ? start - 1n : size + start;
  if (from < 0n || from >= size) return "";
  const to = length === undefined ? size : from + length;
  from = from < 0n ? 0n : from;
  return chars.slice(Number(from), Number(to > size ? size : to)).join("");
}

function pad(text: string, size: bigint, fill: string, side: string): string {
  if (size < 0n || size > 2147483647n) {
    badArgument("Target length must be in the range [0..2147483647]");
  }
  if (fill === "") badArgument("Padding string must not be empty");
  const chars = [...text];
  const target = Number(size);
  if (chars.length >= target) return chars.slice(0, target).join("");
  const filler = [...fill];
  const missing = target - chars.length;
  const padding = Array.from({ length: missing }, (_, i) => filler[i % filler.length]).join("");
  return side === "left" ? padding + text : text + padding;
}

function split(text: string, delimiter: string, limit: bigint): string {
  if (delimiter === "") badArgument("The delimiter may not be the empty string");
  if (limit <= 0n) badArgument("Limit must be positive");
  if (limit > 2_147_483_647n) badArgument("Limit is too large");
  const parts: string[] = [];
  let at = 0;
  while (parts.length < Number(limit) - 1) {
    const found = text.indexOf(delimiter, at);
    if (found < 0) break;
    parts.push(text.slice(at, found));
    at = found + delimiter.length;
  }
  parts.push(text.slice(at));
  return JSON.stringify(parts);
}

function splitPart(text: string, delimiter: string, index: bigint): string | null {
  if (index <= 0n) badArgument("Index must be greater than zero");
  if (delimiter === "") return [...text][Number(index) - 1] ?? null;
  return text.split(delimiter)[Number(index) - 1] ?? null;
}

function splitToMap(text: string, entry: string, key: string): string {
  if (entry === "") badArgument("entryDelimiter is empty");
  if (key === "") badArgument("keyValueDelimiter is empty");
  if (entry === key) badArgument("entryDelimiter and keyValueDelimiter must not be the same");
  const map = new Map<string, string>();
  const parts = text === "" ? [] : text.split(entry);
  if (parts.at(-1) === "") parts.pop();
  for (const part of parts) {
    const pieces = part.split(key);
    if (pieces.length !== 2) {
      badArgument(
        `Key-value delimiter must appear exactly once in each entry. Bad input: '${part}'`,
      );
    }
    const [name, value] = pieces as [string, string];
    if (map.has(name)) badArgument(`Duplicate keys (${name}) are not allowed`);
    map.set(name, value);
  }
  return `{${[...map].map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(",")}}`;
}

function strpos(text: string, part: string, instance: bigint): bigint {
  if (instance === 0n) badArgument("'instance' must not be 0");
  if (part === "") return 1n;
  let at = instance > 0n ? -1 : text.length;
  for (let i = 0n; i < (instance > 0n ? instance : -instance); i++) {
    if (instance < 0n && at === 0) return 0n;
    at = instance > 0n ? text.indexOf(part, at + 1) : text.lastIndexOf(part, at - 1);
    if (at < 0) return 0n;
  }
  return BigInt([...text.slice(0, at)].length + 1);
}

function replace(text: string, search: string, by: string): string {
  if (search !== "") return text.replaceAll(search, () => by);
  return by + [...text].map((char) => char + by).join("");
}

function levenshtein(a: string, b: string): bigint {
  const [x, y] = [[...a], [...b]];
  let row = Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++) {
      const cost = x[i - 1] === y[j - 1] ? 0 : 1;
      next.push(
        Math.min(
          (row[j] as number) + 1,
          (next[j - 1] as number) + 1,
          (row[j - 1] as number) + cost,
        ),
      );
    }
    row = next;
  }
  return BigInt(row[y.length] as number);
}

function hamming(a: string, b: string): bigint {
  const [x, y] = [[...a], [...b]];
  if (x.length !== y.length) {
    badArgument("The input strings to hamming_distance function must have the same length");
  }
  return BigInt(x.filter((char, i) => char !== y[i]).length);
}

function translateChars(text: string, from: string, to: string): string {
  const [a, b] = [[...from], [...to]];
  const map = new Map<string, string>();
  for (const [i, char] of a.entries()) if (!map.has(char)) map.set(char, b[i] ?? "");
  return [...text].map((char) => map.get(char) ?? (map.has(char) ? "" : char)).join("");
}

function likePattern(pattern: string, escape: string): string {
  if ([...escape].length !== 1) badArgument("Escape string must be a single character");
  let result = "";
  const chars = [...pattern];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] as string;
    if (char === escape) {
      const next = chars[++i];
      if (next !== "%" && next !== "_" && next !== escape) {
        badArgument("Escape character must be followed by '%', '_' or the escape character itself");
      }
      result += `\\${next}`;
    } else result += char === "\\" ? "\\\\" : char;
  }
  return result;
}

function urlOf(
  text: string,
):
  | { protocol: string; host: string; port: string; path: string; query: string; fragment: string }
  | undefined {
  // java.net.URI: RFC 2396, by its own appendix B.
  const found = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(text);
  if (!found || /[\s<>"{}|\\^`]/.test(text) || /%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  if (found[1] !== undefined && !/^[A-Za-z][A-Za-z0-9+.-]*$/.test(found[1])) return undefined;
  // What has a scheme and no path from the root is opaque: it has no parts.
  const opaque = found[1] !== undefined && found[2] === undefined && !found[3]?.startsWith("/");
  const authority = /^(?:[^@]*@)?([^:]*|\[[^\]]*\])(?::(\d*))?$/.exec(found[2] ?? "");
  return {
    protocol: found[1] ?? "",
    host: authority?.[1] ?? "",
    port: authority?.[2] ?? "",
    path: opaque ? "" : decodePercent(found[3] ?? ""),
    query: opaque ? "" : decodePercent(found[4] ?? ""),
    fragment: decodePercent(found[5] ?? ""),
  };
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function urlParameter(text: string, name: string): string | null {
  const url = urlOf(text);
  if (!url) return null;
  const raw = /^[^?#]*\?([^#]*)/.exec(text)?.[1];
  if (raw === undefined) return null;
  for (const part of raw.split("&")) {
    const [key = "", ...value] = part.split("=");
    if (decodePlus(key) === name) return value.length ? decodePlus(value.join("=")) : "";
  }
  return null;
}

function decodePlus(text: string): string {
  return decodePercent(text.replaceAll("+", " "));
}

/** A byte of a URL that is written in two digits. */
function escapedByte(digits: string): number {
  const wrong = (what: string) =>
    badArgument(`URLDecoder: Illegal hex characters in escape (%) pattern - ${what}`);
  if (/^-[0-9a-f]$/i.test(digits)) return wrong("negative value");
  const signed = digits.startsWith("+") ? 1 : 0;
  const other = digits.slice(signed).search(/[^0-9a-f]/i);
  if (other >= 0) return wrong(`Error at index ${signed + other} in: "${digits}"`);
  return parseInt(digits, 16);
}

function urlDecode(text: string): string {
  return text.replaceAll(/\+|(?:%[^][^])+%?|%/g, (escapes) => {
    if (escapes === "+") return " ";
    const bytes: number[] = [];
    for (let i = 0; i + 2 < escapes.length; i += 3) {
      bytes.push(escapedByte(escapes.slice(i + 1, i + 3)));
    }
    if (escapes.length % 3 > 0) badArgument("URLDecoder: Incomplete trailing escape (%) pattern");
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  });
}

function urlEncode(text: string): string {
  return encodeURIComponent(text).replace(/%20/g, "+").replace(
    /[!'()~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function readBoolean(text: string): boolean | null {
  const lower = text.toLowerCase();
  if (lower === "true" || lower === "t" || lower === "1") return true;
  return lower === "false" || lower === "f" || lower === "0" ? false : null;
}

export const STRING_UDFS: Udfs = {
  t_substr: udf("si", "s", (s: string, i: bigint) => substr(s, i, undefined)),
  t_substr3: udf("sii", "s", substr),
  t_trim: udf("ss", "s", (text: string, side: string) => {
    const left = side === "right" ? text : text.replace(LEFT, "");
    return side === "left" ? left : left.replace(RIGHT, "");
  }),
  t_upper: udf("s", "s", (text: string) => mapChars(text, (char) => char.toUpperCase())),
  t_lower: udf(
    "s",
    "s",
    (text: string) => mapChars(text, (char) => char === "İ" ? "i" : char.toLowerCase()),
  ),
  t_format: udf("sss", "s", formatText),
  t_reverse: udf("s", "s", (text: string) => [...text].reverse().join("")),
  t_replace: udf("sss", "s", replace),
  t_strpos: udf("ssi", "i", strpos),
  t_pad: udf("siss", "s", pad),
  t_split: udf("ssi", "s", split),
  t_split_part: udf("ssi", "s", splitPart),
  t_split_to_map: udf("sss", "s", splitToMap),
  t_chr: udf("i", "s", (n: bigint) => {
    if (n < 0n || n > 0x10ffffn || (n >= 0xd800n && n < 0xe000n)) {
      badArgument(`Not a valid Unicode code point: ${n}`);
    }
    return String.fromCodePoint(Number(n));
  }),
  t_codepoint: udf("s", "i", (text: string) => {
    const chars = [...text];
    if (chars.length !== 1) badArgument("Input string must be a single character string");
    return BigInt((chars[0] as string).codePointAt(0) as number);
  }),
  t_translate: udf("sss", "s", translateChars),
  t_levenshtein: udf("ss", "i", levenshtein),
  t_hamming: udf("ss", "i", hamming),
  t_normalize: udf("ss", "s", (text: string, form: string) => text.normalize(form)),
  t_url_encode: udf("s", "s", urlEncode),
  t_url_decode: udf("s", "s", urlDecode),
  t_url_part: udf("ss", "s", (text: string, part: string) => {
    const url = urlOf(text);
    if (!url) return null;
    const value = url[part as keyof typeof url];
    return part === "port" && value === "" ? null : value;
  }),
  t_url_parameter: udf("ss", "s", urlParameter),
  t_like_pattern: udf("ss", "s", likePattern),
  t_fit_varchar: udf("sis", "s", (text: string, length: bigint, type: string) => {
    if ([...text].length <= Number(length)) return text;
    return type === "boolean" || /^(tinyint|smallint|integer|bigint|real|double|decimal)/.test(type)
      ? badCast(`Value ${text} cannot be represented as varchar(${length})`)
      : badCast(`Value ${text} cannot be represented as varchar(${length})`);
  }),
  t_parse_boolean: udf(
    "s",
    "b",
    (text: string) => readBoolean(text) ?? badCast(`Cannot cast '${text}' to BOOLEAN`),
  ),
  t_try_boolean: udf("s", "b", readBoolean),
  t_json_string: udf("s", "s", (text: string) => JSON.stringify(text)),
};
