"""confluent-kafka (librdkafka) against a broker: prints what it saw as one line of JSON."""

import json
import sys
import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, ConfigResource, NewPartitions, NewTopic

at = {"bootstrap.servers": sys.argv[1]}
seen = {}

admin = AdminClient(at)
for future in admin.create_topics([NewTopic("confluent", 2, 1)]).values():
    future.result()
for future in admin.create_partitions([NewPartitions("confluent", 3)]).values():
    future.result()

failed = []
for codec in ["none", "gzip", "snappy", "lz4", "zstd"]:
    producer = Producer({**at, "enable.idempotence": True, "compression.type": codec})
    for i in range(1000):
        producer.produce(
            "confluent",
            key=b"k%d" % i,
            value=None if i == 0 else b"v%d" % i * 20,
            headers={"codec": codec},
            on_delivery=lambda error, _: failed.append(str(error)) if error else None,
        )
    producer.flush(30)
seen["failed"] = failed

consumer = Consumer({**at, "group.id": "confluent-group", "auto.offset.reset": "earliest"})
consumer.subscribe(["confluent"])
codecs = {}
offsets = set()
while len(offsets) < 5000:
    message = consumer.poll(10)
    if message is None:
        break
    if message.error():
        raise KafkaException(message.error())
    offsets.add((message.partition(), message.offset()))
    codec = dict(message.headers())["codec"].decode()
    codecs[codec] = codecs.get(codec, 0) + 1
seen["codecs"] = codecs
consumer.commit(asynchronous=False)
partitions = [TopicPartition("confluent", p) for p in range(3)]
seen["committed"] = sum(p.offset for p in consumer.committed(partitions))
seen["high"] = sum(consumer.get_watermark_offsets(p)[1] for p in partitions)
description = admin.describe_consumer_groups(["confluent-group"])["confluent-group"].result()
seen["group"] = [str(description.state).split(".")[-1], len(description.members)]
consumer.close()

resource = ConfigResource("topic", "confluent")
seen["retention"] = admin.describe_configs([resource])[resource].result()["retention.ms"].value

producer = Producer({**at, "transactional.id": "tx", "log_level": 0})
try:
    producer.init_transactions(10)
    seen["transactions"] = "there"
except KafkaException as refused:
    seen["transactions"] = refused.args[0].name()
    seen["fatal"] = refused.args[0].fatal()
# Two consumers of the new group protocol (KIP-848) share what there is.
consumers = [
    Consumer(
        {
            **at,
            "group.id": "new",
            "group.protocol": "consumer",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
        }
    )
    for _ in range(2)
]
for consumer in consumers:
    consumer.subscribe(["confluent"])
read = set()
deadline = time.monotonic() + 60
while time.monotonic() < deadline:
    for consumer in consumers:
        for message in consumer.consume(500, 0.1):
            read.add((message.partition(), message.offset()))
    shares = sorted(len(consumer.assignment()) for consumer in consumers)
    # Who takes a partition over reads it from its beginning, for nothing is committed yet.
    ends = [at.offset for one in consumers for at in one.position(one.assignment())]
    if len(read) == 5000 and shares == [1, 2] and sum(ends) == 5000:
        break
for consumer in consumers:
    consumer.commit(asynchronous=False)
described = admin.describe_consumer_groups(["new"])["new"].result()
seen["new_protocol"] = [
    len(read),
    shares,
    described.type.name,
    described.state.name,
    len(described.members),
]
seen["new_committed"] = sum(p.offset for p in consumers[0].committed(partitions))
for consumer in consumers:
    consumer.close()
print(json.dumps(seen))
