"""Kafka into the store, through trouble: a store that is deleted, a stop in the middle, a broker that is gone."""

import time
import uuid
from pathlib import Path

import pytest

from tensionwire.contracts.topics import ALERTS
from tensionwire.contracts.wire import encode
from tensionwire.lexicon import names
from tensionwire.runtime.kafka import producer
from tensionwire.web.feeding import Feeder
from tensionwire.web.filters import Filters
from tensionwire.web.store import alerts
from tensionwire.web.store.reading import Reader
from tensionwire.web.store.writing import Written
from tests.conftest import MakeStack
from tests.consumers.making import alert
from tests.edge import reading
from tests.web.conftest import Site

pytestmark = pytest.mark.service
MANY = 2_500  # alerts: more than one batch


def send(kafka: str, first: int, number: int) -> list[str]:
    sender = producer(kafka)
    made = [alert(n) for n in range(first, first + number)]
    for each in made:
        sent = sender.send(ALERTS.name, key=each.record.encode(), value=encode(each))
    sent.get(30)
    sender.close()
    return [each.id for each in made]


def stored(file: Path) -> list[str]:
    reader = Reader(file)
    try:
        return [s.alert.id for s in reader.now(alerts.page, Filters(), limit=100_000, every=True)]
    finally:
        reader.close()


def test_a_store_grows_over_stops_and_comes_back_when_deleted(kafka: str, tmp_path: Path) -> None:
    file = tmp_path / "web" / "store.sqlite"
    sent = send(kafka, int(uuid.uuid4().int % 10**6) * 10_000, MANY)
    told: list[int] = []

    def follow(stop_after: int) -> None:
        """Run a feeder until it has told so many alerts, or has all."""
        seen: list[int] = []

        def tell(written: Written) -> None:
            seen.extend(seq for seq, _, _ in written.alerts)

        feeder = Feeder(kafka, file, names(), tell)
        feeder.start()
        reading.wait(lambda: len(seen) >= stop_after or feeder.problem() is None, 30, pause=0.005)
        feeder.stop()
        told.extend(seen)

    follow(stop_after=1)
    assert len(told) > 0
    follow(stop_after=10**9)
    assert len(told) == len(set(told))  # what a stop cut off is told once, in the next run
    before = stored(file)
    assert set(sent) <= set(before)
    assert len(before) == len(set(before))

    for leftover in file.parent.iterdir():
        leftover.unlink()
    follow(stop_after=10**9)
    assert stored(file) == before


def test_a_store_that_is_deleted_while_it_is_in_use_comes_back(kafka: str, tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    sent = send(kafka, int(uuid.uuid4().int % 10**6) * 10_000, 10)
    feeder = Feeder(kafka, file, names(), lambda _: None)
    feeder.start()
    reading.wait(lambda: feeder.problem() is None, 30)
    for leftover in tmp_path.iterdir():
        leftover.unlink()
    reading.wait(lambda: file.exists() and feeder.problem() is None and set(sent) <= set(stored(file)), 30)
    feeder.stop()


def test_without_kafka_the_intake_says_so_and_the_page_stays(stacks: MakeStack) -> None:
    stack = stacks(("web",), TENSIONWIRE_HEARTBEAT="0")
    stack.start()
    site = Site(stack)
    assert site.push({"text": "Es schneit in Berlin.", "id": "one"}).status == 202
    stack.kill("kafka")
    refused = site.push({"text": "Es schneit in Bonn.", "id": "two"})
    assert (refused.status, refused.headers["Retry-After"]) == (503, "2")
    started = time.monotonic()
    assert site.push({"text": "Es schneit in Bonn.", "id": "two"}).status == 503
    assert time.monotonic() - started < 5
    assert site.get("/").status == 200
    assert b"waits for kafka" in reading.wait(lambda: _behind(site))
    stack.restart("kafka")
    reading.wait(lambda: site.push({"text": "Es schneit in Bonn.", "id": "two"}).status == 202, 60)
    reading.wait(lambda: stack.ready("web"), 30)


def _behind(site: Site) -> bytes | None:
    page = site.get("/").body
    return page if b'class="behind"' in page else None
