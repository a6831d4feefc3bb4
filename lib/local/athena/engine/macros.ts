/**
 * SQL macros that DuckDB is given beside our functions.
 * @module
 */

/** Statements that make the macros. */
export const MACROS: readonly string[] = [
  // AND and OR over a list of truth values: NULL where the known ones do not decide.
  `CREATE MACRO t_any(l) AS CASE WHEN l IS NULL THEN NULL WHEN coalesce(list_bool_or(l), FALSE) THEN TRUE
    WHEN list_count(l) < len(l) THEN NULL ELSE FALSE END`,
  `CREATE MACRO t_all(l) AS CASE WHEN l IS NULL THEN NULL WHEN NOT coalesce(list_bool_and(l), TRUE) THEN FALSE
    WHEN list_count(l) < len(l) THEN NULL ELSE TRUE END`,
  // DuckDB writes the years beyond four digits, and those before the first, in another way.
  `CREATE MACRO t_date_varchar(d) AS CASE WHEN d BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
    THEN CAST(d AS VARCHAR) ELSE t_date_text(CAST(d - DATE '1970-01-01' AS BIGINT)) END`,
  // Halves are rounded away from zero.
  `CREATE MACRO t_divide_rounded(n, d) AS CASE WHEN d = 0 AND n IS NOT NULL
    THEN CAST(t_fail('DIVISION_BY_ZERO: Division by zero') AS HUGEINT)
    ELSE sign(n) * sign(d) * ((2 * abs(n) + abs(d)) // (2 * abs(d))) END`,
  // Past its greatest number the engine's real is infinite.
  `CREATE MACRO t_real(x) AS CASE WHEN isfinite(x) AND abs(x) >= 3.4028235677973366e38
    THEN CAST(sign(x) * CAST('Infinity' AS DOUBLE) AS FLOAT) ELSE CAST(x AS FLOAT) END`,
  // Sums go from the first value to the last, as the engine's do.
  `CREATE MACRO t_added(l) AS list_reduce(list_prepend(CAST(0 AS DOUBLE), l), lambda s, e: s + e)`,
  `CREATE MACRO t_cosine_similarity(a, b) AS CASE
    WHEN a IS NULL OR b IS NULL OR list_count(map_values(a)) < cardinality(a) OR list_count(map_values(b)) < cardinality(b) THEN NULL
    ELSE t_added(list_transform(list_filter(map_keys(a), lambda k: map_contains(b, k)), lambda k: a[k] * b[k]))
      / (sqrt(t_added(list_transform(map_values(a), lambda v: v * v)))
        * sqrt(t_added(list_transform(map_values(b), lambda v: v * v)))) END`,
  // Of a local time that clocks show twice the engine takes now the one instant, now the other.
  `CREATE MACRO t_instant(x, z) AS CASE
    WHEN ((x - to_hours(1)) AT TIME ZONE z) + to_hours(1) < (x AT TIME ZONE z)
      AND (((x - to_hours(1)) AT TIME ZONE z) + to_hours(1)) AT TIME ZONE z = x
    THEN CAST(t_fail('NOT_SUPPORTED: a local time that clocks show twice is not supported') AS TIMESTAMPTZ)
    ELSE x AT TIME ZONE z END`,
  // Zones of values: names, or offsets such as +05:30.
  `CREATE MACRO t_zone_name(z) AS CASE WHEN left(z, 1) IN ('+', '-') THEN 'UTC' ELSE z END`,
  `CREATE MACRO t_zone_shift(z) AS to_minutes(CASE WHEN left(z, 1) IN ('+', '-')
    THEN CAST(left(z, 1) || '1' AS INTEGER) * (CAST(z[2:3] AS INTEGER) * 60 + CAST(z[5:6] AS INTEGER)) ELSE 0 END)`,
  `CREATE MACRO t_local(t, z) AS (t AT TIME ZONE t_zone_name(z)) + t_zone_shift(z)`,
  `CREATE MACRO t_instant_in(x, z) AS t_instant(x - t_zone_shift(z), t_zone_name(z))`,
  `CREATE MACRO t_with_zone(t, z) AS
    CASE WHEN t IS NULL OR z IS NULL THEN NULL ELSE struct_pack(t := t, z := z) END`,
  // What our functions give as text: microseconds since 1970, and the zone.
  `CREATE MACRO t_zoned(s) AS CASE WHEN s IS NULL THEN NULL ELSE struct_pack(
    t := make_timestamp(CAST(split_part(s, ' ', 1) AS BIGINT)) AT TIME ZONE 'UTC', z := split_part(s, ' ', 2)) END`,
  // Fails for a value, which it needs so that nothing else makes it fail.
  `CREATE MACRO t_fails(x, message) AS t_fail(message || left(CAST(x IS NULL AS VARCHAR), 0)) IS NULL`,
  `CREATE MACRO t_comparison(x) AS CASE WHEN x IN (-1, 0, 1) THEN x ELSE
    CAST(t_fail('INVALID_FUNCTION_ARGUMENT: Lambda comparator must return either -1, 0, or 1') AS BIGINT) END`,
  `CREATE MACRO t_month_count(n) AS CASE
    WHEN n > 2147483647 THEN CAST(t_fail('GENERIC_INTERNAL_ERROR: Value ' || n || ' exceeds MAX_INT') AS INTEGER)
    WHEN n < -2147483648 THEN CAST(t_fail('GENERIC_INTERNAL_ERROR: Value ' || n || ' is less than MIN_INT') AS INTEGER)
    ELSE CAST(n AS INTEGER) END`,
  // An interval is kept in microseconds.
  `CREATE MACRO t_milliseconds(n) AS CASE WHEN n BETWEEN -9223372036854775 AND 9223372036854775
    THEN to_microseconds(CAST(n AS BIGINT) * 1000) WHEN n IS NOT NULL
    THEN CAST(t_fail('NOT_SUPPORTED: an interval of more than 106751991 days is not supported') AS INTERVAL) END`,
  // A number of any size as the 64 bits of a long have it.
  `CREATE MACRO t_wrapped(n) AS CAST((n % 18446744073709551616 + 27670116110564327424) % 18446744073709551616
    - 9223372036854775808 AS BIGINT)`,
  // Microseconds without what is finer than milliseconds, before 1970 too.
  `CREATE MACRO t_whole_millis(us) AS us - ((us % 1000) + 1000) % 1000`,
  // The engine adds the milliseconds and what is finer as doubles.
  `CREATE MACRO t_unixtime(us) AS (t_whole_millis(us) // 1000) / CAST(1000 AS DOUBLE)
    + (us - t_whole_millis(us)) * 1000000 / CAST(1000000000000 AS DOUBLE)`,
  `CREATE MACRO t_round_millis(us) AS t_whole_millis(us + 500)`,
  `CREATE MACRO t_whole_days(t) AS CASE WHEN t IS NULL OR epoch_us(t) % 86400000000 = 0 THEN t ELSE
    CAST(t_fail('INVALID_FUNCTION_ARGUMENT: Cannot add hour, minutes or seconds to a date') AS TIMESTAMP) END`,
  `CREATE MACRO t_check_keys_any(k, v) AS CASE WHEN len(k) <> len(v)
    THEN list_slice(k, 1, CAST(t_fail('INVALID_FUNCTION_ARGUMENT: Key and value arrays must be the same length') AS BIGINT))
    ELSE k END`,
];
