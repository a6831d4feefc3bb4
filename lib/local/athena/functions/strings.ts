/**
 * Trino's documentation, "String functions and operators", URL functions and regular expressions.
 * @module
 */
import { unexpectedParameters } from "../types/mismatch.ts";
import type { Type } from "../types/types.ts";
import { type Call, family, type FunctionDefinition, notOfNull, type Rendered } from "./define.ts";

/** Where the byte at a place begins in the hexadecimal digits; places below zero count from the end. */
function hexPlace(i: string): string {
  return `2 * (${near(i)}) - CASE WHEN ${i} > 0 THEN 1 ELSE 0 END`;
}

/** A number of bytes that has a double: none is further away. */
function near(n: string): string {
  return `CASE WHEN abs(CAST(${n} AS DOUBLE)) < 4e18 THEN ${n} ELSE sign(${n}) * 4000000000000000000 END`;
}

type Overload = readonly [string, (args: string[]) => string];

/** Overloads for texts, and for those that are padded. */
function eachText(...each: ((type: string) => Overload)[]): Overload[] {
  return ["varchar(x)", "char(x)"].flatMap((type) => each.map((overload) => overload(type)));
}

function trimmed(name: string, side: string): Overload[] {
  // A padded text without what it ends with is shorter: the padding goes too.
  const plain = (s: string, type: string) => type === "char(x)" ? `rtrim(${s}, ' ')` : s;
  return eachText(
    (type) => [
      `(${type}) -> varchar(x)`,
      ([s]) => `t_trim(${plain(s as string, type)}, '${side}')`,
    ],
    (type) => [
      `(${type}, varchar) -> varchar(x)`,
      ([s, c]) => `${name}(${plain(s as string, type)}, ${c})`,
    ],
  );
}

const substring: Overload[] = [
  ...eachText(
    (type) => [`(${type}, bigint) -> varchar(x)`, ([s, i]) => `t_substr(${s}, ${i})`],
    (type) => [
      `(${type}, bigint, bigint) -> varchar(x)`,
      ([s, i, n]) => `t_substr3(${s}, ${i}, ${n})`,
    ],
  ),
  [
    "(varbinary, bigint) -> varbinary",
    ([s, i]) => `from_hex(t_substr(hex(${s}), ${hexPlace(i as string)}))`,
  ],
  [
    "(varbinary, bigint, bigint) -> varbinary",
    ([s, i, n]) =>
      `from_hex(t_substr3(hex(${s}), ${hexPlace(i as string)}, 2 * (${near(n as string)})))`,
  ],
];

function padded(side: "left" | "right") {
  return notOfNull([
    [
      "(varchar, bigint, varchar) -> varchar",
      ([s, n, p]) => `t_pad(${s}, ${n}, ${p}, '${side}')`,
    ],
    [
      "(varbinary, bigint, varbinary) -> varbinary",
      ([s, n, p]) => `t_pad_bytes(${s}, ${n}, ${p}, '${side}')`,
    ],
  ], [0, 2]);
}

/** The most parts that may be asked for, which are more than a text has. */
const MOST_PARTS = "2147483647";

export const STRINGS: FunctionDefinition[] = family("scalar", {
  length: [
    ["(char(x)) -> bigint", ([s]) => `CAST(length(${s}) AS BIGINT)`],
    ["(varchar) -> bigint", ([s]) => `CAST(length(${s}) AS BIGINT)`],
    ["(varbinary) -> bigint", ([s]) => `CAST(octet_length(${s}) AS BIGINT)`],
  ],
  lower: eachText((type) => [`(${type}) -> ${type}`, ([s]) => `t_lower(${s})`]),
  upper: eachText((type) => [`(${type}) -> ${type}`, ([s]) => `t_upper(${s})`]),
  trim: trimmed("trim", "both"),
  ltrim: trimmed("ltrim", "left"),
  rtrim: trimmed("rtrim", "right"),
  reverse: notOfNull([
    ["(varchar(x)) -> varchar(x)", ([s]) => `t_reverse(${s})`],
    ["(varbinary) -> varbinary", ([b]) => `t_reverse_bytes(${b})`],
    ["(array(T)) -> array(T)", ([a]) => `list_reverse(${a})`],
  ]),
  substr: notOfNull(substring),
  substring: substring.slice(0, 4),
  replace: [
    ["(varchar(x), varchar) -> varchar(x)", ([s, a]) => `t_replace(${s}, ${a}, '')`],
    [
      "(varchar, varchar, varchar) -> varchar",
      ([s, a, b], call) =>
        bounded(`t_replace(${s}, ${a}, ${b})`, call, (x, _, z) => x + z * (x + 1)),
    ],
  ],
  strpos: [
    ["(varchar, varchar) -> bigint", ([s, p]) => `CAST(instr(${s}, ${p}) AS BIGINT)`],
    ["(varchar, varchar, bigint) -> bigint", ([s, p, n]) => `t_strpos(${s}, ${p}, ${n})`],
  ],
  starts_with: [["(varchar, varchar) -> boolean", ([s, p]) => `starts_with(${s}, ${p})`]],
  lpad: padded("left"),
  rpad: padded("right"),
  split: [
    [
      "(varchar(x), varchar) -> array(varchar(x))",
      ([s, d]) => texts(`t_split(${s}, ${d}, ${MOST_PARTS})`),
    ],
    [
      "(varchar(x), varchar, bigint) -> array(varchar(x))",
      ([s, d, n]) => texts(`t_split(${s}, ${d}, ${n})`),
    ],
  ],
  split_part: [[
    "(varchar(x), varchar, bigint) -> varchar(x)",
    ([s, d, i]) => `t_split_part(${s}, ${d}, ${i})`,
  ]],
  split_to_map: [[
    "(varchar, varchar, varchar) -> map(varchar, varchar)",
    ([s, a, b]) => `CAST(CAST(t_split_to_map(${s}, ${a}, ${b}) AS JSON) AS MAP(VARCHAR, VARCHAR))`,
  ]],
  split_to_multimap: [[
    "(varchar, varchar, varchar) -> map(varchar, array(varchar))",
    ([s, a, b]) =>
      `CAST(CAST(t_split_to_multimap(${s}, ${a}, ${b}) AS JSON) AS MAP(VARCHAR, VARCHAR[]))`,
  ]],
  soundex: [["(varchar) -> varchar", ([s]) => ({
    sql: `t_soundex(${s})`,
    type: { kind: "varchar", length: 4 },
  })]],
  luhn_check: [["(varchar) -> boolean", ([s]) => `t_luhn_check(${s})`]],
  chr: [["(bigint) -> varchar", ([n]) => ({
    sql: `t_chr(${n})`,
    type: { kind: "varchar", length: 1 },
  })]],
  codepoint: [["(varchar(1)) -> integer", ([s], call) => {
    const type = call.types[0] as Type;
    if (type.kind === "varchar" && (type.length ?? 2) > 1) {
      throw unexpectedParameters("codepoint", [type], call.expression.position);
    }
    return `CAST(t_codepoint(${s}) AS INTEGER)`;
  }]],
  translate: [[
    "(varchar, varchar, varchar) -> varchar",
    ([s, a, b]) => `t_translate(${s}, ${a}, ${b})`,
  ]],
  levenshtein_distance: [["(varchar, varchar) -> bigint", ([a, b]) => `t_levenshtein(${a}, ${b})`]],
  hamming_distance: [["(varchar, varchar) -> bigint", ([a, b]) => `t_hamming(${a}, ${b})`]],
  normalize: [["(varchar(x), varchar(y)) -> varchar", ([s, f]) => `t_normalize(${s}, ${f})`]],
  url_encode: [[
    "(varchar) -> varchar",
    ([s], call) => bounded(`t_url_encode(${s})`, call, (x) => x * 12),
  ]],
  url_decode: [["(varchar(x)) -> varchar(x)", ([s]) => `t_url_decode(${s})`]],
  url_extract_protocol: [["(varchar(x)) -> varchar(x)", ([s]) => `t_url_part(${s}, 'protocol')`]],
  url_extract_host: [["(varchar(x)) -> varchar(x)", ([s]) => `t_url_part(${s}, 'host')`]],
  url_extract_port: [["(varchar) -> bigint", ([s]) => `CAST(t_url_part(${s}, 'port') AS BIGINT)`]],
  url_extract_path: [["(varchar(x)) -> varchar(x)", ([s]) => `t_url_part(${s}, 'path')`]],
  url_extract_query: [["(varchar(x)) -> varchar(x)", ([s]) => `t_url_part(${s}, 'query')`]],
  url_extract_fragment: [["(varchar(x)) -> varchar(x)", ([s]) => `t_url_part(${s}, 'fragment')`]],
  url_extract_parameter: [[
    "(varchar(x), varchar) -> varchar(x)",
    ([s, p]) => `t_url_parameter(${s}, ${p})`,
  ]],
  regexp_like: [["(varchar, varchar) -> boolean", ([s, p]) => `t_regexp_like(${s}, ${p})`]],
  regexp_extract: [
    ["(varchar(x), varchar) -> varchar(x)", ([s, p]) => `t_regexp_extract(${s}, ${p}, 0)`],
    [
      "(varchar(x), varchar, bigint) -> varchar(x)",
      ([s, p, g]) => `t_regexp_extract(${s}, ${p}, ${g})`,
    ],
  ],
  regexp_extract_all: [
    [
      "(varchar(x), varchar) -> array(varchar(x))",
      ([s, p]) => texts(`t_regexp_extract_all(${s}, ${p}, 0)`),
    ],
    [
      "(varchar(x), varchar, bigint) -> array(varchar(x))",
      ([s, p, g]) => texts(`t_regexp_extract_all(${s}, ${p}, ${g})`),
    ],
  ],
  regexp_replace: [
    ["(varchar(x), varchar) -> varchar(x)", ([s, p]) => `t_regexp_replace(${s}, ${p}, '')`],
    ["(varchar, varchar, varchar) -> varchar", ([s, p, r], call) =>
      bounded(
        `t_regexp_replace(${s}, ${p}, ${r})`,
        call,
        (x, _, z) => x + Math.max(Math.floor(x * z / 2), z) * (x + 1),
      )],
    ["(varchar, varchar, function(array(varchar),varchar)) -> varchar", ([s, p, f]) => {
      const [, parameter, body] = /^lambda (\w+): (.*)$/s.exec(f as string) as unknown as string[];
      const match = `m${parameter}`;
      const text = (body as string).replaceAll(new RegExp(`\\b${parameter}\\b`, "g"), `${match}.g`);
      const parts =
        `CAST(CAST(t_regexp_parts(${s}, ${p}) AS JSON) AS STRUCT(b VARCHAR, g VARCHAR[])[])`;
      return `array_to_string(list_transform(${parts}, lambda ${match}: ${match}.b || ` +
        `CASE WHEN ${match}.g IS NULL THEN '' ELSE coalesce(${text}, '') END), '')`;
    }],
  ],
  regexp_split: [[
    "(varchar(x), varchar) -> array(varchar(x))",
    ([s, p]) => texts(`t_regexp_split(${s}, ${p})`),
  ]],
  regexp_count: [["(varchar, varchar) -> bigint", ([s, p]) => `t_regexp_count(${s}, ${p})`]],
  regexp_position: ["", ", integer", ", integer, integer"].map((more) =>
    [
      `(varchar, varchar${more}) -> integer`,
      ([s, p, start = "1", occurrence = "1"]: string[]) =>
        `CAST(t_regexp_position(${s}, ${p}, ${start}, ${occurrence}) AS INTEGER)`,
    ] as const
  ),
});

/** A result whose greatest length is reckoned from those of the arguments. */
function bounded(sql: string, call: Call, length: (...lengths: number[]) => number): Rendered {
  const lengths = call.types.map((type) =>
    type.kind === "varchar" ? type.length : type.kind === "unknown" ? 0 : undefined
  );
  const most = length(...lengths.map((known) => known ?? NaN));
  if (Number.isNaN(most)) return sql;
  return { sql, type: { kind: "varchar", length: Math.min(2147483647, most) } };
}

/** A JSON array of strings that one of our functions gives, as a list. */
function texts(call: string): string {
  return `CAST(CAST(${call} AS JSON) AS VARCHAR[])`;
}
