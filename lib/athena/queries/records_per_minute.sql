-- Records per minute, by the time they were sent
SELECT
  date_trunc('minute', from_unixtime(kafka_timestamp / 1e3)) AS sent,
  count(*) AS records,
  count(DISTINCT "index") AS indexes
FROM "stock_market"
GROUP BY date_trunc('minute', from_unixtime(kafka_timestamp / 1e3))
ORDER BY sent
