"""Silences on their topic: read whole, and written with the broker's word."""

import logging
from typing import Any

import msgspec

from alerts.routing import read_silence
from tensionwire.contracts.envelope import headers
from tensionwire.contracts.silence import Silence
from tensionwire.contracts.topics import SILENCES
from tensionwire.contracts.wire import encode
from tensionwire.runtime.kafka import producer
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
