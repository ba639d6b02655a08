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
    yield from _read(bootstrap, topic, 0, None, idle_seconds)


def read_span(
    bootstrap: str, topic: Topic, start: int, end: int | None = None, idle_seconds: float = 30.0
) -> Iterator[Any]:
    """The records of a topic of one partition from offset `start` up to, not including, `end` (None: its present end).

    A `start` that is not there (deleted since, or of a topic that was made anew) is its beginning. As `read_whole`.
    """
    yield from _read(bootstrap, topic, start, end, idle_seconds)


def _read(bootstrap: str, topic: Topic, start: int, end: int | None, idle_seconds: float) -> Iterator[Any]:
    client = consumer(bootstrap)
    try:
        partitions = [TopicPartition(topic.name, p) for p in range(topic.partitions)]
        client.assign(partitions)
        client.seek_to_beginning()
        ends = client.end_offsets(partitions)
        for partition in partitions if start else ():
            if client.position(partition) < start <= ends[partition]:
                client.seek(partition, start)
        if end is not None:
            ends = {partition: min(end, last) for partition, last in ends.items()}
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
