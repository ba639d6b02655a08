"""Refusals of the broker are never taken for success."""

import asyncio
from typing import Any

import pytest
from aiokafka import AIOKafkaProducer

from streams.outbox import Message, Outbox, TooLarge
from tensionwire.contracts.topics import ALERTS, ARTICLES, RECORD_BYTES
from tensionwire.runtime.state.replay import read_whole

pytestmark = pytest.mark.service


class App:
    """The part of a Faust app that the outbox asks for: a producer, here a real one without Faust around it."""

    def __init__(self, producer: AIOKafkaProducer) -> None:
        self._producer = producer

    async def maybe_start_producer(self) -> "App":
        return self

    async def send(self, topic: str, key: Any, value: Any, partition: Any, timestamp: Any, headers: Any) -> Any:
        return await self._producer.send(topic, value, key=key, headers=headers)


def send(kafka: str, messages: list[Message]) -> None:
    async def run() -> None:
        producer = AIOKafkaProducer(bootstrap_servers=kafka, max_request_size=4 * RECORD_BYTES)
        await producer.start()
        try:
            await Outbox(App(producer)).send(messages)
        finally:
            await producer.stop()

    asyncio.run(run())


def test_all_are_there_when_it_returns_in_order(kafka: str) -> None:
    before = len(list(read_whole(kafka, ALERTS)))
    send(kafka, [Message(ALERTS.name, b"k", b"%d" % n, [("ce_id", b"x")]) for n in range(50)])
    found = [r.value for r in read_whole(kafka, ALERTS)][before:]
    assert found == [b"%d" % n for n in range(50)]


def test_what_the_topic_never_takes_is_named_by_its_place(kafka: str) -> None:
    large = Message(ARTICLES.name, b"k", b"x" * (2 * 1024 * 1024), [])
    with pytest.raises(TooLarge) as error:
        send(kafka, [Message(ARTICLES.name, b"k", b"small", []), large])
    assert error.value.index == 1
