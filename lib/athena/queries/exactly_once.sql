-- Exactly once: whether a Kafka offset is missing or there twice, per partition
SELECT
  kafka_partition,
  count(*) AS records,
  min(kafka_offset) AS first_offset,
  max(kafka_offset) AS last_offset,
  count(*) - count(DISTINCT kafka_offset) AS duplicates,
  max(kafka_offset) - min(kafka_offset) + 1 - count(DISTINCT kafka_offset) AS gaps
FROM "stock_market"
GROUP BY kafka_partition
ORDER BY kafka_partition
