-- Volatility: how much the close moves from day to day, as percent a year
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
  SELECT "index", ln(price / price_before) AS change
  FROM pairs
  -- Exchanges close for up to 11 days, at Chinese New Year: a longer gap is missing data.
  WHERE date_diff('day', day_before, day) <= 11
)
SELECT
  "index",
  count(*) AS days,
  -- A year has some 252 trading days.
  round(stddev_samp(change) * sqrt(252) * 100, 2) AS volatility_percent
FROM changes
GROUP BY "index"
ORDER BY volatility_percent DESC, "index"
