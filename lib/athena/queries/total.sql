-- How many records, and from when to when
SELECT
  count(*) AS records,
  count(DISTINCT "index") AS indexes,
  min("date") AS first_day,
  max("date") AS last_day,
  from_unixtime(min(kafka_timestamp) / 1000.0) AS first_sent,
  from_unixtime(max(kafka_timestamp) / 1000.0) AS last_sent
FROM "stock_market"
