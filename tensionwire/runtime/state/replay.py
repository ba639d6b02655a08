"""Reading a topic from its beginning to its present end, to load a store from it."""

from collections.abc import Iterator
from typing import Any

from kafka import TopicPartition

from tensionwire.contracts.topics import Topic
from tensionwire.runtime.kafka import consumer


def read_whole(bootstrap: str, topic: Topic, idle_seconds: float = 30.0) -> Iterator[Any]:
    """Every record of `topic` that is there now, partition by partition in order. Blocks: call it from a thread.

    Raises KafkaUnavailable, and TimeoutError where Kafka gives nothing for `idle_seconds` before the end is reached.
    """
    client = consumer(bootstrap)
    try:
        partitions = [TopicPartition(topic.name, p) for p in range(topic.partitions)]
        client.assign(partitions)
        client.seek_to_beginning()
        ends = client.end_offsets(partitions)
        left = {p for p in partitions if ends[p] > client.position(p)}
        while left:
            batch = client.poll(timeout_ms=int(idle_seconds * 1000), max_records=2000)
            if not batch:
                # compaction and aborted writes may leave a tail without records: the position tells
                still = {p for p in left if client.position(p) < ends[p]}
                if still == left:
                    raise TimeoutError(f"{topic.name}: nothing read for {idle_seconds:.0f} s before its end")
                left = still
                continue
            for partition, records in batch.items():
                for record in records:
                    if record.offset < ends[partition]:
                        yield record
            left = {p for p in left if client.position(p) < ends[p]}
    finally:
        client.close()
