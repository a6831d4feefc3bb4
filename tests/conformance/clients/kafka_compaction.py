"""confluent-kafka (librdkafka) on a compacted topic: prints what it saw as one line of JSON."""

import json
import sys
import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

at = {"bootstrap.servers": sys.argv[1]}
TOPIC = "compacted"
CODECS = ["none", "gzip", "snappy", "lz4", "zstd"]
KEYS = 50

config = {
    "cleanup.policy": "compact",
    "segment.bytes": "20000",
    "min.cleanable.dirty.ratio": "0.01",
}
admin = AdminClient(at)
for future in admin.create_topics([NewTopic(TOPIC, 1, 1, config=config)]).values():
    future.result()

newest = {}
sent = 0
refused = []
for turn in range(4):
    for codec in CODECS:
        producer = Producer({**at, "enable.idempotence": True, "compression.type": codec})
        for key in range(KEYS):
            name = "%s-%d" % (codec, key)
            # The newest of every fifth key says that the key is gone.
            value = None if turn == 3 and key % 5 == 0 else b"%d " % turn * 100
            producer.produce(TOPIC, key=name, value=value, headers={"turn": str(turn)})
            newest[name] = value
            sent += 1
        producer.flush(30)
producer.produce(TOPIC, value="no key", on_delivery=lambda error, _: refused.append(error.name()))
producer.flush(30)
# What is appended last is not compacted.
producer = Producer({**at, "compression.type": "none"})
for _ in range(3):
    producer.produce(TOPIC, key="last", value=b"x" * 10_000)
    producer.flush(30)
    sent += 1


def read():
    consumer = Consumer({**at, "group.id": "reader", "enable.partition.eof": True})
    consumer.assign([TopicPartition(TOPIC, 0, 0)])
    records = []
    while True:
        message = consumer.poll(10)
        if message is None or message.error():
            break
        records.append((message.offset(), message.key().decode(), message.value()))
    end = consumer.get_watermark_offsets(TopicPartition(TOPIC, 0))
    consumer.close()
    return records, end


deadline = time.monotonic() + 30
records, end = read()
while len(records) > KEYS * len(CODECS) + 10 and time.monotonic() < deadline:
    time.sleep(0.2)
    records, end = read()
last = {key: value for _, key, value in records if key != "last"}
print(
    json.dumps(
        {
            "sent": sent,
            "end": end[1],
            "records": len(records),
            "in_order": [offset for offset, _, _ in records]
            == sorted({offset for offset, _, _ in records}),
            "newest": last == newest,
            "refused": refused,
        }
    )
)
