"""A dead letter as people look at it, and how some are picked from all."""

import base64
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from tensionwire.contracts.deadletter import OURS
from tensionwire.contracts.topics import DEAD_LETTERS, DELIVERIES
from tensionwire.runtime.state.replay import read_whole


class Letter(NamedTuple):
    """One message on `dead-letters`. `number` is its offset there; `headers` are those it came with."""

    number: int
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]
    reason: str
    detail: str
    step: str
    topic: str
    partition: int
    offset: int
    time: str

    @property
    def receiver(self) -> str:
        """For whom it was meant, where it is a delivery that was given up."""
        if self.topic != DELIVERIES.name or self.key is None:
            return ""
        return self.key.decode("utf-8", "replace").partition(":")[2]

    def plain(self) -> dict[str, Any]:
        """As JSON tells it. Bytes that are no UTF-8 stand in base64, under `key_base64` and `value_base64`."""
        found: dict[str, Any] = {
            name: getattr(self, name)
            for name in ("number", "reason", "detail", "step", "topic", "partition", "offset", "time")
        }
        found |= {"receiver": self.receiver} if self.receiver else {}
        for name, raw in (("key", self.key), ("value", self.value)):
            found |= _text(name, raw)
        found["headers"] = {name: raw.decode("utf-8", "replace") for name, raw in self.headers}
        return found


class Picked(NamedTuple):
    """Which letters are meant: those for which every field that is given holds; of numbers, one is enough."""

    numbers: frozenset[int] = frozenset()
    reason: str | None = None
    step: str | None = None
    topic: str | None = None
    receiver: str | None = None

    def takes(self, letter: Letter) -> bool:
        """True where it is meant."""
        return (
            (not self.numbers or letter.number in self.numbers)
            and self.reason in (None, letter.reason)
            and self.step in (None, letter.step)
            and self.topic in (None, letter.topic)
            and self.receiver in (None, letter.receiver)
        )


def read_letters(bootstrap: str, picked: Picked) -> Iterator[Letter]:
    """Those that are picked, in their order. Raises KafkaUnavailable and TimeoutError."""
    return (letter for letter in map(_letter, read_whole(bootstrap, DEAD_LETTERS)) if picked.takes(letter))


def _letter(record: Any) -> Letter:
    said = {name: (raw or b"").decode("utf-8", "replace") for name, raw in record.headers if name in OURS}
    return Letter(
        number=record.offset,
        key=record.key,
        value=record.value,
        headers=[(name, raw) for name, raw in _all(record.headers) if name not in OURS],
        reason=said.get("reason", ""),
        detail=said.get("detail", ""),
        step=said.get("step", ""),
        topic=said.get("topic", ""),
        partition=_number(said.get("partition", "")),
        offset=_number(said.get("offset", "")),
        time=said.get("time", ""),
    )


def _all(headers: Iterable[tuple[str, bytes | None]]) -> Iterator[tuple[str, bytes]]:
    for name, raw in headers:
        if raw is not None:
            yield name, raw


def _number(digits: str) -> int:
    try:
        return msgspec.convert(digits, int, strict=False)
    except msgspec.ValidationError:
        return -1


def _text(name: str, raw: bytes | None) -> dict[str, str | None]:
    if raw is None:
        return {name: None}
    try:
        return {name: raw.decode("utf-8")}
    except UnicodeDecodeError:
        return {f"{name}_base64": base64.b64encode(raw).decode()}
