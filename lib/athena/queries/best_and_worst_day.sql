-- Best and worst day per index, by the change from the close before
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
pairs AS (
  SELECT
    "index",
    day,
    price,
    lag(price) OVER (PARTITION BY "index" ORDER BY day) AS price_before,
    lag(day) OVER (PARTITION BY "index" ORDER BY day) AS day_before
  FROM bars
),
changes AS (
  SELECT "index", day, day_before, price / price_before - 1 AS change
  FROM pairs
  -- Exchanges close for up to 11 days, at Chinese New Year: a longer gap is missing data.
  WHERE date_diff('day', day_before, day) <= 11
),
ranked AS (
  SELECT
    "index",
    day,
    day_before,
    change,
    row_number() OVER (PARTITION BY "index" ORDER BY change DESC, day) AS best,
    row_number() OVER (PARTITION BY "index" ORDER BY change, day) AS worst
  FROM changes
)
SELECT
  "index",
  max(CASE WHEN best = 1 THEN day END) AS best_day,
  max(CASE WHEN best = 1 THEN day_before END) AS best_since,
  round(max(CASE WHEN best = 1 THEN change END) * 100, 2) AS best_percent,
  max(CASE WHEN worst = 1 THEN day END) AS worst_day,
  max(CASE WHEN worst = 1 THEN day_before END) AS worst_since,
  round(max(CASE WHEN worst = 1 THEN change END) * 100, 2) AS worst_percent
FROM ranked
GROUP BY "index"
ORDER BY "index"
