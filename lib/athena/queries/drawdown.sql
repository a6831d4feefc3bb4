-- Drawdown: the deepest fall of each index below its highest close so far
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
falls AS (
  SELECT
    "index",
    day,
    price,
    max(price) OVER (
      PARTITION BY "index" ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS peak
  FROM bars
),
ranked AS (
  SELECT
    "index",
    day,
    price,
    peak,
    row_number() OVER (PARTITION BY "index" ORDER BY price / peak, day) AS depth
  FROM falls
)
SELECT "index", day, peak, price AS "close", round((price / peak - 1) * 100, 2) AS drawdown_percent
FROM ranked
WHERE depth = 1
ORDER BY drawdown_percent, "index"
