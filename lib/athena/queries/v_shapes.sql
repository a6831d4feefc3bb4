-- V-shapes: the deepest run of falling closes that a run of rising ones follows
WITH copies AS (
  SELECT
    "index",
    CASE
      WHEN "date" LIKE '%/%/%' THEN try(CAST(date_parse("date", '%d/%m/%Y') AS date))
      ELSE try_cast(substr("date", 1, 10) AS date)
    END AS day,
    CAST("close" AS double) AS price,
    -- A bar may be there more than once: the sample mode draws rows at random. The last sent counts.
    row_number() OVER (
      PARTITION BY "index", "date" ORDER BY kafka_timestamp DESC, kafka_offset DESC
    ) AS age
  FROM "stock_market"
),
bars AS (
  SELECT "index", day, price
  FROM copies
  WHERE age = 1 AND day IS NOT NULL AND price > 0
),
shapes AS (
  SELECT *
  FROM bars
  MATCH_RECOGNIZE (
    PARTITION BY "index"
    ORDER BY day
    MEASURES
      peak.day AS peak_day,
      LAST(fall.day) AS low_day,
      LAST(rise.day) AS last_day,
      LAST(fall.price) / peak.price AS fallen_to,
      LAST(rise.price) / LAST(fall.price) AS risen_to
    -- The end of one may be the beginning of the next.
    AFTER MATCH SKIP TO LAST rise
    PATTERN (peak fall{3,} rise{3,})
    DEFINE
      fall AS price < PREV(price),
      rise AS price > PREV(price)
  )
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY "index" ORDER BY fallen_to, peak_day) AS depth
  FROM shapes
)
SELECT
  "index",
  peak_day,
  low_day,
  last_day,
  round((fallen_to - 1) * 100, 2) AS fall_percent,
  round((risen_to - 1) * 100, 2) AS rise_percent
FROM ranked
WHERE depth = 1
ORDER BY fall_percent, "index"
