-- How many records, and from when to when
WITH bars AS (
  SELECT
    "index",
    CASE
      WHEN "date" LIKE '%/%/%' THEN try(CAST(date_parse("date", '%d/%m/%Y') AS date))
      ELSE try_cast(substr("date", 1, 10) AS date)
    END AS day,
    from_unixtime(kafka_timestamp / 1e3) AS sent
  FROM "stock_market"
)
SELECT
  count(*) AS records,
  count(DISTINCT "index") AS indexes,
  min(day) AS first_day,
  max(day) AS last_day,
  min(sent) AS first_sent,
  max(sent) AS last_sent
FROM bars
