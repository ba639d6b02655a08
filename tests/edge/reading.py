"""What tests read from topics."""

import time
from collections.abc import Callable
from typing import Any

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.contracts.topics import ALERTS, ARTICLES, DEAD_LETTERS, DELIVERIES, SIGHTINGS, TAGGED
from tensionwire.contracts.wire import decode
from tensionwire.local.seeds import DECIDE, TAG
from tensionwire.runtime.kafka import admin, producer
from tensionwire.runtime.lag import lag_by_partition
from tensionwire.runtime.state.replay import read_whole


def alerts(kafka: str) -> list[Alert]:
    """All alerts on the topic, repeats and all."""
    return [decode(r.value, Alert) for r in read_whole(kafka, ALERTS)]


def tagged(kafka: str) -> list[TaggedArticle]:
    """All tagged articles on the topic."""
    return [decode(r.value, TaggedArticle) for r in read_whole(kafka, TAGGED)]


def ledger(kafka: str) -> dict[str, Delivery]:
    """The last row of each alert and receiver; a key `odd` is a test's own rubbish."""
    rows = (decode(r.value, Delivery) for r in read_whole(kafka, DELIVERIES) if r.key != b"odd")
    return {row.key: row for row in rows}


def sender(kafka: str) -> Any:
    """A producer."""
    return producer(kafka)


def dead_letters(kafka: str) -> list[Any]:
    """All dead letters."""
    return list(read_whole(kafka, DEAD_LETTERS))


def reason(letter: Any) -> str:
    """Why a dead letter lies there."""
    return str(dict(letter.headers)["reason"].decode())


def wait(what: Callable[[], Any], seconds: float = 60.0, pause: float = 0.2) -> Any:
    """The first true answer of `what`; fails the test after `seconds`."""
    deadline = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < deadline, f"not within {seconds:.0f} s"
        time.sleep(pause)
    return found


def wait_until_decided(kafka: str, seconds: float = 60.0) -> None:
    """Return when both stream processors have committed all that waits."""
    client = admin(kafka)

    def idle() -> bool:
        lags = (lag_by_partition(client, TAG, ARTICLES), lag_by_partition(client, DECIDE, SIGHTINGS))
        return not any(any(lag.values()) for lag in lags)

    try:
        wait(idle, seconds)
        # tag commits after its sightings are sent, so a second look sees them
        wait(idle, seconds)
    finally:
        client.close()
