"""A store for tests, fed with records as Kafka would give them, and a page over it."""

import itertools
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.topics import ALERTS
from tensionwire.contracts.wire import encode
from tensionwire.lexicon import names
from tensionwire.web.store.schema import open_for_writing
from tensionwire.web.store.writing import Writer

NOW_MS = 1_790_000_000_000


class Given(NamedTuple):
    """A record as kafka-python gives it."""

    topic: str
    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]


_offsets = itertools.count()


def given(topic: str, value: Any, offset: int | None = None, at: int = NOW_MS) -> Given:
    """A record of `topic` with a struct of ours, or bytes, as its value."""
    raw = value if isinstance(value, bytes) else encode(value)
    return Given(topic, 0, next(_offsets) if offset is None else offset, at, None, raw, [])


def writer(folder: Path, cluster: str = "test") -> tuple[Writer, Path]:
    """An empty store in `folder`, open."""
    file = folder / "store.sqlite"
    return Writer(open_for_writing(file, cluster), names()), file


def raise_alerts(to: Writer, alerts: Iterable[Alert]) -> None:
    """Write alerts, one offset each, from 0 on."""
    to.write([given(ALERTS.name, alert, offset) for offset, alert in enumerate(alerts)])
