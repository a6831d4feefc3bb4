"""A member of a consumer group: prints its partitions at each assignment, until its input ends."""

import json
import sys
import threading

client, broker, topic = sys.argv[1:]
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()


def show(partitions):
    print(json.dumps(sorted(partitions)), flush=True)


if client.startswith("confluent-kafka"):
    from confluent_kafka import Consumer

    is_new = client.endswith("of the new protocol")
    protocol = (
        {"group.protocol": "consumer"} if is_new else {"partition.assignment.strategy": "roundrobin"}
    )
    consumer = Consumer({"bootstrap.servers": broker, "group.id": "mixed", **protocol})
    consumer.subscribe(
        [topic],
        on_assign=lambda _, partitions: show(p.partition for p in partitions),
    )
    while not ended.is_set():
        consumer.poll(0.1)
    consumer.close()
else:
    from kafka import ConsumerRebalanceListener, KafkaConsumer
    from kafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor

    class Listener(ConsumerRebalanceListener):
        def on_partitions_revoked(self, revoked):
            pass

        def on_partitions_assigned(self, assigned):
            show(p.partition for p in assigned)

    consumer = KafkaConsumer(
        bootstrap_servers=broker,
        group_id="mixed",
        partition_assignment_strategy=[RoundRobinPartitionAssignor],
    )
    consumer.subscribe([topic], listener=Listener())
    while not ended.is_set():
        consumer.poll(100)
    consumer.close()
