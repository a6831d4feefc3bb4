/**
 * What some functions have to be given, so that they do more than refuse it.
 * @module
 */
import type { Dice } from "./random.ts";
import { ZONES } from "./literals.ts";

const UNITS =
  "'millisecond' 'second' 'minute' 'hour' 'day' 'week' 'month' 'quarter' 'year' 'DAY' 'century'"
    .split(" ");
const PATTERNS = [
  "'[a-c]+'",
  "'(\\w)(\\w*)'",
  "'^$'",
  "''",
  "'\\d'",
  "'(?i)ABC'",
  "'a|b'",
  "'.'",
  "'(a)?b'",
  "'\\s+'",
  "'('",
  "'[^\\x00-\\x7F]'",
];
const PATHS = [
  "'$'",
  "'$.a'",
  "'$.a[0]'",
  "'$[0]'",
  "'$[2]'",
  "'$.a.b'",
  "'$[\"c\"]'",
  "'$.a[*]'",
  "'$..b'",
  "'x'",
  "'$.a[1].b'",
];
const FORMATS = ["'%Y-%m-%d'", "'%H:%i:%s.%f'", "'%W %M %e %j %p %h'", "'%y %k %l %T %r %x %v %a'"];
const JODA = [
  "'yyyy-MM-dd HH:mm:ss.SSS'",
  "'E EEEE d M MMM MMMM'",
  "'yyyy DDD a h K k ZZ'",
  "'''x''YY'",
];
const PRINTF = [
  "'%d'",
  "'%s'",
  "'%5d|%-5s'",
  "'%.2f'",
  "'%08.3f'",
  "'%x'",
  "'%,d'",
  "'%%'",
  "'%e'",
];
const SMALL = ["0", "1", "2", "3", "-1", "5", "-2"];
const URLS = [
  "'https://user@example.com:8080/a/b%20c?x=1&y=%C3%A4&x=2#frag'",
  "'http://example.com'",
  "'not a url'",
  "'/path?q'",
  "'mailto:x@y'",
];
const ISO = [
  "'2024-02-29T12:34:56.789+05:30'",
  "'2024-02-29'",
  "'2024-W09-4'",
  "'2024-060'",
  "'2024-02-29T12'",
  "'2024-02-29T12:34Z'",
  "'2024-13-01'",
];
const HEX = ["'616263'", "'C3A4'", "'0'", "'zz'", "''"];
const FORMS = ["NFC", "NFD", "NFKC", "NFKD"];

/** By function, by place of the argument: what it is drawn from. */
const GIVEN: Record<string, Record<number, readonly string[]>> = {
  date_trunc: { 0: UNITS },
  date_add: { 0: UNITS, 1: [...SMALL, "40", "-400"] },
  date_diff: { 0: UNITS },
  date_format: { 1: FORMATS },
  date_parse: {
    0: ["'2024-02-29'", "'12:34:56.789'", "'2024-2-9'", "'x'", "'2024-02-30'"],
    1: FORMATS,
  },
  format_datetime: { 1: JODA },
  parse_datetime: { 0: ["'2024-02-29 12:34:56.789'", "'2024-060'", "'x'"], 1: JODA },
  at_timezone: { 1: ZONES.map((zone) => `'${zone}'`) },
  with_timezone: { 1: ZONES.map((zone) => `'${zone}'`) },
  from_unixtime: { 1: ZONES.map((zone) => `'${zone}'`) },
  from_iso8601_timestamp: { 0: ISO },
  from_iso8601_date: { 0: ISO },
  json_extract: { 1: PATHS },
  json_extract_scalar: { 1: PATHS },
  json_size: { 1: PATHS },
  regexp_like: { 1: PATTERNS },
  regexp_count: { 1: PATTERNS },
  regexp_extract: { 1: PATTERNS, 2: SMALL },
  regexp_extract_all: { 1: PATTERNS, 2: SMALL },
  regexp_replace: { 1: PATTERNS, 2: ["'x'", "''", "'$1'", "'\\$'", "'[$0]'", "'$9'"] },
  regexp_split: { 1: PATTERNS },
  normalize: { 1: FORMS },
  lpad: { 1: [...SMALL, "12"] },
  rpad: { 1: [...SMALL, "12"] },
  repeat: { 1: SMALL },
  sequence: { 0: SMALL, 1: SMALL, 2: SMALL },
  substr: { 1: SMALL, 2: SMALL },
  substring: { 1: SMALL, 2: SMALL },
  slice: { 1: SMALL, 2: SMALL },
  trim_array: { 1: SMALL },
  ngrams: { 1: SMALL },
  element_at: { 1: SMALL },
  split: { 2: SMALL },
  split_part: { 2: SMALL },
  strpos: { 2: SMALL },
  round: { 1: [...SMALL, "-5"] },
  truncate: { 1: SMALL },
  from_base: { 0: ["'ff'", "'12'", "'-Z'", "'9'", "''"], 1: ["2", "8", "10", "16", "36", "37"] },
  to_base: { 1: ["2", "8", "10", "16", "36", "1"] },
  bit_count: { 1: ["8", "16", "64", "1", "65"] },
  chr: { 0: ["65", "228", "128512", "-1", "1114112"] },
  width_bucket: { 3: ["1", "3", "10", "0"] },
  format: { 0: PRINTF },
  from_hex: { 0: HEX },
  from_base64: { 0: ["'YWJj'", "'YQ=='", "'!'", "''"] },
  from_base64url: { 0: ["'YWJj'", "'YQ=='", "'!'", "''", "'_-8'"] },
  from_base32: { 0: ["'MFRGG==='", "'ME'", "'!'", "''", "'a'"] },
  combinations: { 1: SMALL },
  json_array_get: { 1: SMALL },
  regexp_position: { 1: PATTERNS, 2: SMALL, 3: SMALL },
  parse_duration: { 0: ["'1.5h'", "' 3 ms'", "'7'", "'2 x'"] },
  parse_data_size: { 0: ["'1.5kB'", "'3MB'", "'7'", "'2.3EB'"] },
  split_to_map: { 0: ["'a=1,b=2'", "''", "'a=1,a=2'"], 1: ["','"], 2: ["'='"] },
  split_to_multimap: { 0: ["'a=1,b=2'", "''", "'a=1,a=2'", "'a'"], 1: ["','"], 2: ["'='"] },
  bar: { 0: ["0.5", "1", "-1"], 1: SMALL },
  color: { 0: ["'red'", "'#f80'", "'#f8'"] },
  normal_cdf: { 1: ["1", "0.5", "0"] },
  inverse_normal_cdf: { 1: ["1", "0.5", "0"], 2: ["0.5", "0.001", "0.999", "1"] },
  wilson_interval_lower: { 0: SMALL, 1: ["10", "100"], 2: ["1.96", "0"] },
  wilson_interval_upper: { 0: SMALL, 1: ["10", "100"], 2: ["1.96", "0"] },
  approx_percentile: { 1: ["0.5", "0", "1", "0.25", "ARRAY[0.1, 0.5, 0.9]"] },
  approx_most_frequent: { 0: ["2", "3", "1"], 2: ["1", "2", "10"] },
  numeric_histogram: { 0: ["2", "3", "1"], 2: ["1", "2.5"] },
  max: { 1: SMALL },
  min: { 1: SMALL },
  max_by: { 2: SMALL },
  min_by: { 2: SMALL },
  ntile: { 0: ["1", "2", "3"] },
  nth_value: { 1: ["1", "2", "3"] },
  lag: { 1: ["0", "1", "2"] },
  lead: { 1: ["0", "1", "2"] },
};

/**
 * An argument that is drawn from a list of its own.
 *
 * @param name Function
 * @param place Place of the argument, from 0
 * @param dice Where it is drawn from
 * @returns SQL, or nothing where any value of the type will do
 */
export function givenArgument(name: string, place: number, dice: Dice): string | undefined {
  const choices = name.startsWith("url_extract") && place === 0 ? URLS : GIVEN[name]?.[place];
  return choices && dice.pick(choices);
}
