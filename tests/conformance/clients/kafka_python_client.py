"""kafka-python against a broker: prints what it saw as one line of JSON."""

import itertools
import json
import sys

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import NewTopic
from kafka.errors import TopicAlreadyExistsError

broker = sys.argv[1]
seen = {}

admin = KafkaAdminClient(bootstrap_servers=broker)
admin.create_topics([NewTopic("python", 3, 1)])
try:
    admin.create_topics([NewTopic("python", 3, 1)])
    seen["again"] = "made"
except TopicAlreadyExistsError:
    seen["again"] = "refused"

for codec in [None, "gzip"]:
    producer = KafkaProducer(
        bootstrap_servers=broker, compression_type=codec, enable_idempotence=True, acks="all"
    )
    for i in range(100):
        producer.send(
            "python",
            key=None if i % 2 else b"k%d" % i,
            value=b"v%d" % i,
            headers=[("codec", str(codec).encode())],
            timestamp_ms=1000 + i,
        )
    producer.flush()
    producer.close()

partitions = [TopicPartition("python", p) for p in range(3)]
consumer = KafkaConsumer(
    "python",
    bootstrap_servers=broker,
    group_id="python-group",
    auto_offset_reset="earliest",
    consumer_timeout_ms=60_000,
)
values = sorted(record.value.decode() for record in itertools.islice(consumer, 200))
seen["values"] = len(values)
seen["distinct"] = len(set(values))
consumer.commit()
ends = consumer.end_offsets(partitions)
seen["ends"] = sum(ends.values())
seen["committed"] = sum(consumer.committed(p) for p in partitions)
seen["first"] = sum(consumer.beginning_offsets(partitions).values())
seen["by_time"] = all(
    found is not None and found.timestamp >= 1050
    for found in consumer.offsets_for_times({p: 1050 for p in partitions}).values()
)
consumer.close()
seen["topics"] = admin.list_topics()
print(json.dumps(seen))
