-- Latest close per index
WITH bars AS (
  SELECT
    "index",
    "close",
    CASE
      WHEN "date" LIKE '%/%/%' THEN try(CAST(date_parse("date", '%d/%m/%Y') AS date))
      ELSE try_cast(substr("date", 1, 10) AS date)
    END AS day,
    kafka_timestamp,
    kafka_offset
  FROM "stock_market"
),
ranked AS (
  SELECT
    "index",
    day,
    "close",
    -- A bar may be there more than once: the sample mode draws rows at random. The last sent counts.
    row_number() OVER (
      PARTITION BY "index" ORDER BY day DESC, kafka_timestamp DESC, kafka_offset DESC
    ) AS age
  FROM bars
  WHERE day IS NOT NULL AND "close" IS NOT NULL
)
SELECT "index", day, "close"
FROM ranked
WHERE age = 1
ORDER BY "index"
