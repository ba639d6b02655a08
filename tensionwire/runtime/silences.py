"""Silences on their topic: read whole, written with the broker's word, and followed while a service runs."""

import logging
from typing import Any

import msgspec
from kafka import TopicPartition

from alerts.routing import read_silence
from tensionwire.contracts.envelope import headers
from tensionwire.contracts.silence import Silence
from tensionwire.contracts.topics import SILENCES
from tensionwire.contracts.wire import encode
from tensionwire.runtime.kafka import consumer, producer
from tensionwire.runtime.state.replay import read_whole

log = logging.getLogger("tensionwire.silences")

WITHIN = 10.0  # seconds to wait for the broker's word


def read_silences(bootstrap: str) -> dict[str, Silence]:
    """The latest value of each silence, expired ones too, by id. Blocks; raises KafkaUnavailable, TimeoutError."""
    found: dict[str, Silence] = {}
    for record in read_whole(bootstrap, SILENCES):
        _take(record, found)
    return found


def write_silence(bootstrap: str, silence: Silence, step: str) -> None:
    """Write a silence and wait for the broker's word. Raises KafkaUnavailable, KafkaError. `step` is the writer."""
    client = producer(bootstrap)
    try:
        event = headers(SILENCES.name, f"{silence.id}:{silence.ends}", step)
        client.send(SILENCES.name, key=silence.id.encode(), value=encode(silence), headers=event).get(WITHIN)
    finally:
        client.close()


class Silences:
    """The silences as they stand, for a service that asks again and again. Not for several threads at once."""

    def __init__(self, bootstrap: str) -> None:
        """Connect and read what is there. Raises KafkaUnavailable, TimeoutError."""
        self._found = read_silences(bootstrap)
        self._client = consumer(bootstrap)
        place = TopicPartition(SILENCES.name, 0)
        self._client.assign([place])
        self._client.seek_to_beginning(place)  # what came in between is read twice, which changes nothing

    def now(self) -> list[Silence]:
        """Take in what was written since, without waiting, and give all of them. Raises KafkaError."""
        for records in self._client.poll(timeout_ms=0).values():
            for record in records:
                _take(record, self._found)
        return list(self._found.values())

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()


def _take(record: Any, found: dict[str, Silence]) -> None:
    if record.value is None:
        found.pop((record.key or b"").decode("utf-8", "replace"), None)
        return
    try:
        silence = read_silence(record.value)
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError) as error:
        log.error("the silence at offset %d cannot be read and silences nothing: %s", record.offset, error)
        return
    found[silence.id] = silence
