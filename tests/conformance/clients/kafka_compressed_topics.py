"""Sends to topics that have a codec of their own, and reads them back: one line of JSON."""

import json
import sys

from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient, NewTopic

broker = sys.argv[1]
at = {"bootstrap.servers": broker}
types = ["uncompressed", "gzip", "snappy", "lz4", "zstd"]

# Long repeats, short ones, ones that overlap, none at all; values of more than one block.
values = [b"", b"a", b"abcd" * 3, b"x" * 200_000]
values += [bytes((i * i * 31 + i // 7) % 256 for i in range(n)) for n in (11, 12, 13, 66_000)]
values += [b"%d tickertape %d" % (i % 7, i) for i in range(2_000)]

admin = AdminClient(at)
made = admin.create_topics(
    [NewTopic(f"as-{kind}", 1, 1, config={"compression.type": kind}) for kind in types]
)
for future in made.values():
    future.result()

seen = {}
for kind in types:
    topic = f"as-{kind}"
    for codec in ["none", "gzip"]:
        producer = Producer({**at, "compression.type": codec, "linger.ms": 50})
        for value in values:
            producer.produce(topic, value)
        producer.flush()
    expected = values * 2

    consumer = Consumer(
        {**at, "group.id": f"read-{kind}", "auto.offset.reset": "earliest", "check.crcs": True}
    )
    consumer.subscribe([topic])
    read = []
    while len(read) < len(expected):
        message = consumer.poll(10)
        if message is None or message.error():
            break
        read.append(message.value())
    consumer.close()
    seen[kind] = read == expected
print(json.dumps(seen))
