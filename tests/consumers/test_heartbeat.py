"""The heartbeat at its end: a row in the ledger for each beat, and no word to anybody."""

import asyncio
from typing import Any

from consumers.notify import heartbeat
from streams import pulse
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.heartbeat import PREFIX, SUBJECT, is_heartbeat
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.contracts.wire import encode
from tests.consumers.making import alert
from tests.web.making import given


def test_beats_are_settled_and_the_rest_handed_back() -> None:
    article = TaggedArticle(id=PREFIX + "web:1", digest="", language="en", published="2026-01-02T03:04:05+00:00")
    beat = pulse.alert(pulse.sighting(article))
    records: list[Any] = [
        given("alerts", alert(1), 0)._replace(key=b"record"),
        given("alerts", encode(beat), 1)._replace(key=SUBJECT.encode()),
        given("alerts", b"{", 2)._replace(key=SUBJECT.encode()),
        given("alerts", b"{", 3)._replace(key=b"record"),
    ]
    written: list[Delivery] = []

    async def write(rows: list[Delivery]) -> None:
        written.extend(rows)

    rest = asyncio.run(heartbeat.settle(records, write))
    assert [r.offset for r in rest] == [0, 3]
    assert [(r.key, r.outcome, r.record) for r in written] == [("heartbeat:heartbeat", "delivered", article.id)]


def test_only_our_own_ids_are_beats() -> None:
    assert is_heartbeat(PREFIX + "x")
    assert not any(map(is_heartbeat, (None, "", "heartbeat", "my" + PREFIX)))
