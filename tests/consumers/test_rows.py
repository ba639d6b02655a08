"""Rows that wait, and the broker's word on what is written."""

import asyncio

import msgspec
import pytest
from kafka.errors import KafkaTimeoutError
from kafka.future import Future

from consumers.notify import rows
from consumers.notify.ledger import acknowledged
from consumers.notify.rows import Rows
from tensionwire.contracts.delivery import Delivery
from tests.consumers.making import alert

NOWHERE = "127.0.0.1:1"


def row(number: int) -> Delivery:
    return Delivery(
        alert_id=f"{number}", receiver="r", outcome="pending", record="record", tries=1, alert=alert(number)
    )


def test_what_was_just_written_is_at_hand_without_kafka() -> None:
    """A receiver that fails is tried again within seconds: reading its rows back would cost the others their time."""

    async def run() -> None:
        found = Rows(NOWHERE)
        for number in range(1000):
            found.keep(row(number), number)
        assert [await found.read(n) for n in (999, 0, 500)] == [row(999), row(0), row(500)]

    asyncio.run(run())


def test_what_is_at_hand_has_a_bound_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "KEPT_BYTES", 3 * len(msgspec.json.encode(row(1))))

    async def run() -> None:
        found = Rows(NOWHERE)
        for number in range(1, 100):
            found.keep(row(number % 10), number)
            found.keep(row(number % 10), number)
        assert list(found._kept) == [97, 98, 99]
        assert await found.read(98) == row(8)
        assert found._bytes == sum(map(len, found._kept.values()))

    asyncio.run(run())


def test_the_brokers_word_on_all_is_waited_for_and_the_first_error_raised() -> None:
    async def run() -> None:
        sent = [Future() for _ in range(3)]
        waiting = asyncio.create_task(acknowledged(sent))
        sent[2].success("c")
        sent[0].success("a")
        await asyncio.sleep(0.01)
        assert not waiting.done()
        await asyncio.to_thread(sent[1].success, "b")
        assert await waiting == ["a", "b", "c"]
        assert await acknowledged([]) == []
        failed = [Future().success("a"), Future().failure(KafkaTimeoutError("late"))]
        with pytest.raises(KafkaTimeoutError, match="late"):
            await acknowledged(failed)

    asyncio.run(run())
