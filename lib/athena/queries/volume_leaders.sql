-- Volume leaders: which index is traded most, and on which day the most
WITH copies AS (
  SELECT
    "index",
    CASE
      WHEN "date" LIKE '%/%/%' THEN try(CAST(date_parse("date", '%d/%m/%Y') AS date))
      ELSE try_cast(substr("date", 1, 10) AS date)
    END AS day,
    CAST("volume" AS double) AS traded,
    -- A bar may be there more than once: the sample mode draws rows at random. The last sent counts.
    row_number() OVER (
      PARTITION BY "index", "date" ORDER BY kafka_timestamp DESC, kafka_offset DESC
    ) AS age
  FROM "stock_market"
),
bars AS (
  SELECT "index", day, traded
  FROM copies
  WHERE age = 1 AND day IS NOT NULL AND traded IS NOT NULL
),
ranked AS (
  SELECT
    "index",
    day,
    traded,
    row_number() OVER (PARTITION BY "index" ORDER BY traded DESC, day) AS busiest
  FROM bars
)
SELECT
  "index",
  count(*) AS days,
  round(avg(traded), 0) AS average_volume,
  max(traded) AS highest_volume,
  max(CASE WHEN busiest = 1 THEN day END) AS busiest_day
FROM ranked
GROUP BY "index"
ORDER BY average_volume DESC, "index"
