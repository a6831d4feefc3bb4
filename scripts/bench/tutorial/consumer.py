"""The tutorial's consumer: each record that comes is written as an object of its own.

Arguments: broker, topic, URL of S3, bucket, prefix, seconds to store for. Prints how many records it
stored, and in how many seconds from the first one on.
"""

import json
import sys
import time

from kafka import KafkaConsumer
from s3fs import S3FileSystem

broker, topic, endpoint, bucket, prefix, limit = sys.argv[1:]

consumer = KafkaConsumer(
    topic,
    bootstrap_servers=[broker],
    auto_offset_reset="earliest",
    value_deserializer=lambda value: json.loads(value.decode("utf-8")),
)
s3 = S3FileSystem(key="local", secret="local", client_kwargs={"endpoint_url": endpoint})
s3.mkdirs(bucket, exist_ok=True)

records = 0
start = None
for record in consumer:
    start = start or time.perf_counter()
    path = "s3://{}/{}/stock_market_{}.json".format(bucket, prefix, records)
    with s3.open(path, "w") as file:
        json.dump(record.value, file)
    records += 1
    seconds = time.perf_counter() - start
    if seconds >= float(limit):
        break
print(json.dumps({"records": records, "objects": records, "seconds": seconds}))
