"""The tutorial's producer: a random row of the CSV as JSON, one after the other.

Arguments: broker, topic, CSV file, seconds to send for, seconds to sleep after each record (the
tutorial sleeps one). Prints how many records it sent, and in how many seconds until all of them had
arrived.
"""

import json
import sys
import time

import pandas as pd
from kafka import KafkaProducer

broker, topic, path, limit, pause = sys.argv[1:]

producer = KafkaProducer(
    bootstrap_servers=[broker], value_serializer=lambda value: json.dumps(value).encode("utf-8")
)
frame = pd.read_csv(path)

producer.partitions_for(topic)  # the connection is made before the clock starts
records = 0
start = time.perf_counter()
while time.perf_counter() - start < float(limit):
    producer.send(topic, value=frame.sample(1).to_dict(orient="records")[0])
    records += 1
    if float(pause) > 0:
        time.sleep(float(pause))
producer.flush()
print(json.dumps({"records": records, "seconds": time.perf_counter() - start}))
