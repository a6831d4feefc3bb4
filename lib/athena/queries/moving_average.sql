-- Moving average of the close over 20 days
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
averages AS (
  SELECT
    "index",
    day,
    price,
    avg(price) OVER (
      PARTITION BY "index" ORDER BY day ROWS BETWEEN 19 PRECEDING AND CURRENT ROW
    ) AS average,
    count(*) OVER (
      PARTITION BY "index" ORDER BY day ROWS BETWEEN 19 PRECEDING AND CURRENT ROW
    ) AS days
  FROM bars
)
SELECT "index", day, price AS "close", round(average, 2) AS average_20
FROM averages
WHERE days = 20
ORDER BY "index", day
