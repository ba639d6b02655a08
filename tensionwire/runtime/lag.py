"""How many events of a topic a consumer group has yet to do."""

from collections.abc import Iterable
from typing import Any

from kafka import TopicPartition
from kafka.admin import OffsetSpec

from tensionwire.contracts.topics import Topic


def lag_by_partition(client: Any, group: str, topic: Topic, partitions: Iterable[int] | None = None) -> dict[int, int]:
    """Events between the committed offset of `group` and the end, by partition (all of the topic if none are named).

    `client` is an admin client. Raises kafka.errors.KafkaError.
    """
    wanted = [TopicPartition(topic.name, p) for p in (range(topic.partitions) if partitions is None else partitions)]
    ends = client.list_partition_offsets(dict.fromkeys(wanted, OffsetSpec.LATEST))
    starts = client.list_partition_offsets(dict.fromkeys(wanted, OffsetSpec.EARLIEST))
    committed = client.list_group_offsets({group: wanted})[group]
    lags: dict[int, int] = {}
    for place in wanted:
        done = committed[place].offset if place in committed else -1
        first = starts[place].offset
        lags[place.partition] = max(0, ends[place].offset - (done if done >= first else first))
    return lags
