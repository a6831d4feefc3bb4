"""aiokafka against a broker: prints what it saw as one line of JSON."""

import asyncio
import json
import sys

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError

at = {"bootstrap_servers": sys.argv[1]}
TOPIC = "aio"
PARTITIONS = [TopicPartition(TOPIC, partition) for partition in range(3)]


async def send(codec):
    async with AIOKafkaProducer(**at, enable_idempotence=True, compression_type=codec) as producer:
        sent = [
            await producer.send(
                TOPIC,
                None if i == 0 else b"v%d" % i,
                key=b"k%d" % i,
                headers=[("codec", str(codec).encode())],
                timestamp_ms=1_700_000_000_000 + i,
            )
            for i in range(200)
        ]
        await asyncio.gather(*sent)


async def consumer(**options):
    made = AIOKafkaConsumer(
        **at, auto_offset_reset="earliest", fetch_max_wait_ms=100, heartbeat_interval_ms=100, **options
    )
    await made.start()
    return made


async def read(count, consumers):
    seen = {}
    while len(seen) < count:
        for one in consumers:
            for records in (await one.getmany(timeout_ms=50)).values():
                for record in records:
                    seen[record.partition, record.offset] = dict(record.headers)["codec"].decode()
    return list(seen.values())


async def main():
    admin = AIOKafkaAdminClient(**at)
    await admin.start()
    await admin.create_topics([NewTopic(TOPIC, 3, 1)])
    codecs = [None, "gzip", "snappy", "lz4", "zstd"]
    for codec in codecs:
        await send(codec)
    # Two static members, of which one comes by a pattern.
    members = []
    for i, pattern in enumerate([None, "^ai.$"]):
        member = await consumer(group_id="aio", group_instance_id=f"i{i}")
        member.subscribe(pattern=pattern) if pattern else member.subscribe([TOPIC])
        members.append(member)
    values = await read(1000, members)
    while sorted(len(member.assignment()) for member in members) != [1, 2]:
        await read(0, members)
        await asyncio.sleep(0.1)
    for member in members:
        await member.commit()
    committed = [await members[0].committed(partition) for partition in PARTITIONS]
    ends = await members[0].end_offsets(PARTITIONS)
    times = await members[0].offsets_for_times({PARTITIONS[0]: 1_700_000_000_000})
    for member in members:
        await member.stop()
    try:
        await AIOKafkaProducer(**at, transactional_id="tx").start()
        transactions = "there"
    except KafkaError as refused:
        transactions = type(refused).__name__
    await admin.close()
    print(
        json.dumps(
            {
                "codecs": {str(codec): values.count(str(codec)) for codec in codecs},
                "committed": sum(committed),
                "ends": sum(ends.values()),
                "first": times[PARTITIONS[0]].offset,
                "transactions": transactions,
            }
        )
    )


asyncio.run(main())
