/**
 * Which of DuckDB's expressions may fail on a value.
 * @module
 */
import { UDFS } from "../engine/udfs/mod.ts";

const STRING = /'(?:[^']|'')*'/g;

/** A literal in its type, as literals are translated. */
const LITERAL =
  /CAST\((?:NULL|-?\d+|'-?[\d.e]*') AS (?!VARCHAR)[A-Z]+(?:\([\d,]+\))?(?:\[\])*\)|make_timestamp\(-?\d+\)|from_hex\('\w*'\)/g;

/** A call that reads literals. */
const ARGUMENT = /(?:CAST\()?(?:'((?:[^']|'')*)'|(-?\d+))(?: AS VARCHAR\))?/g;
const CALL = new RegExp(
  `\\b(t_(?:parse|date_parse|iso|json_parse)\\w*)\\((${ARGUMENT.source}(?:, ${ARGUMENT.source})*)\\)`,
  "g",
);

/** Types that take every value which is cast to them here. */
const WIDE = new Set(["VARCHAR", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP", "BIGINT", "BLOB"]);

/** Functions that have a value for all arguments; that of a pattern which is none fails anyway. */
const CERTAIN = new Set([
  ..."bool_and bool_or cardinality coalesce concat concat_ws count date_part".split(" "),
  ..."date_trunc epoch_ms epoch_us floor greatest instr isfinite isinf isnan".split(" "),
  ..."least left len length list_bool_and list_bool_or list_concat list_contains".split(" "),
  ..."list_count list_filter list_transform list_zip ltrim map_contains map_entries".split(" "),
  ..."map_keys map_values max min octet_length replace rtrim sign starts_with".split(" "),
  ..."strftime struct_extract_at struct_pack t_all t_any t_date_varchar t_double_text".split(" "),
  ..."t_interval_text t_json_string t_lower t_months_text t_real_text t_regexp_like".split(" "),
  ..."t_reverse t_strpos t_substr t_substr3 t_trim t_upper to_days to_hours".split(" "),
  ..."to_microseconds to_milliseconds to_minutes to_months to_seconds trim TRY".split(" "),
]);

/**
 * Whether SQL may fail on a value: it calls what does, casts to a narrower type, or turns a sign.
 *
 * @param sql DuckDB's SQL of an expression
 * @returns Whether it may
 */
export function mayFail(sql: string): boolean {
  const bare = decided(sql).replaceAll(STRING, "''");
  if (bare.includes("(- ")) return true;
  for (const [, name = ""] of bare.matchAll(/(\w+)\(/g)) {
    if (!CERTAIN.has(name) && !/^(?:CAST|DECIMAL|[a-z]\d+)$/.test(name)) return true;
  }
  for (const [, type = ""] of bare.matchAll(/ AS ([A-Z]+)(?:\([\d,]+\))?(?:\[\])*\)/g)) {
    if (!WIDE.has(type)) return true;
  }
  return false;
}

/** SQL with a 0 for each literal, and for each call that reads literals and does not fail on them. */
function decided(sql: string): string {
  const short = sql.replaceAll(LITERAL, "0");
  return short.replaceAll(CALL, (call, name: string, args: string) => {
    const udf = UDFS[name];
    if (!udf) return call;
    const values = [...args.matchAll(ARGUMENT)].map(([, text, digits]) =>
      text === undefined ? BigInt(digits as string) : text.replaceAll("''", "'")
    );
    try {
      udf.call(...values);
      return "0";
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return call;
    }
  }).replaceAll(LITERAL, "0").replaceAll("(- 0)", "0");
}

/**
 * A constant that DuckDB does not compute while it plans: it would fail there, behind what decides
 * whether the value is looked at.
 */
export function unfolded(sql: string): string {
  return `CASE WHEN ${ALWAYS} THEN ${sql} END`;
}

/** What holds for all rows, without DuckDB knowing it beforehand. */
const ALWAYS = "random() >= 0";

/**
 * A value, or NULL where it fails. DuckDB tries nothing that may be another each time, and computes
 * what stands in it twice before it tries, unless it stands behind a condition.
 *
 * @param sql DuckDB's SQL of the value
 * @param among The columns that may be named beside it, where not all may be
 * @returns DuckDB's SQL
 */
export function tried(sql: string, among?: readonly string[]): string {
  const columns = sql.match(/\br\d+\.\w+\b/g) ?? [];
  const column = columns.find((name) => !among || among.includes(name));
  if (column === undefined) return `TRY(${sql.replaceAll(ALWAYS, "TRUE")})`;
  const always = `(${column} IS NULL OR ${column} IS NOT NULL)`;
  return `TRY(CASE WHEN ${always} THEN ${sql.replaceAll(ALWAYS, always)} END)`;
}
