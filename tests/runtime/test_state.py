"""The working state on a real Redis and Kafka: it can be lost, and comes back."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from redis.asyncio import Redis

from tensionwire.contracts.outcome import SightingOutcome
from tensionwire.contracts.record import Applied, ContactRecord
from tensionwire.contracts.topics import CONTACTS
from tensionwire.contracts.wire import encode
from tensionwire.runtime.kafka import TopicMismatch, ensure_topics, missing_topics, producer
from tensionwire.runtime.state.connection import connect
from tensionwire.runtime.state.epoch import StateLost
from tensionwire.runtime.state.registry import Decided, Registry

pytestmark = pytest.mark.service
SUBJECT = "TST-USA"


def record(offset: int, id_: str = "aa") -> ContactRecord:
    return ContactRecord(
        id=id_, subject=SUBJECT, participants=[], form="meeting", status="held", applied=Applied(3, offset)
    )


def run(kafka: str, redis_url: str, work: Callable[[Registry, Redis], Awaitable[None]]) -> None:
    async def inside() -> None:
        redis = connect(redis_url)
        try:
            await redis.flushall()
            await work(Registry(redis, kafka), redis)
        finally:
            await redis.aclose()

    asyncio.run(inside())


def test_a_store_without_epoch_is_loaded_from_kafka_before_anybody_reads(kafka: str, redis_url: str) -> None:
    client = producer(kafka)
    for one in (record(5), record(9), record(7, "bb")):
        client.send(CONTACTS.name, key=one.id.encode(), value=encode(one)).get(10)
    client.close()

    async def work(registry: Registry, redis: Redis) -> None:
        with pytest.raises(StateLost):
            await registry.read([SUBJECT])
        with pytest.raises(StateLost):
            await registry.write({SUBJECT: Decided(Applied(3, 10), [record(10)])})
        # several workers at once: one loads, the others wait
        done = await asyncio.gather(*(registry.load() for _ in range(4)))
        assert sorted(done) == [False, False, False, True]
        state = (await registry.read([SUBJECT]))[SUBJECT]
        assert state.applied == Applied(3, 9)
        assert set(state.subject.records) == {"aa", "bb"}
        assert await registry.rebuild() >= 2

    run(kafka, redis_url, work)


def test_a_write_that_is_not_newer_is_refused(kafka: str, redis_url: str) -> None:
    async def work(registry: Registry, redis: Redis) -> None:
        await registry.load()
        newer, older = record(20, "cc"), record(15, "cc")
        newer.place = "Wien"
        await registry.write({"NEW-USA": Decided(Applied(3, 20), [newer])})
        await registry.write({"NEW-USA": Decided(Applied(3, 15), [older])})
        state = (await registry.read(["NEW-USA"]))["NEW-USA"]
        assert state.applied == Applied(3, 20)
        found = state.subject.records["cc"]
        assert isinstance(found, ContactRecord)
        assert found.place == "Wien"

    run(kafka, redis_url, work)


def test_a_copy_in_memory_is_used_only_where_redis_confirms_it(kafka: str, redis_url: str) -> None:
    async def work(mine: Registry, redis: Redis) -> None:
        other = Registry(redis, kafka)
        await mine.load()
        first = Decided(Applied(3, 20), [record(20, "cc")])
        await mine.read(["MEM-USA"])
        await mine.write({"MEM-USA": first})
        await other.write({"MEM-USA": Decided(Applied(3, 21), [record(21, "dd")], gone=["cc"])})
        state = (await mine.read(["MEM-USA"]))["MEM-USA"]
        assert (state.applied, set(state.subject.records)) == (Applied(3, 21), {"dd"})
        assert (await mine.read(["MEM-USA"]))["MEM-USA"].subject is state.subject
        mine.forget(["MEM-USA"])
        assert (await mine.read(["MEM-USA"]))["MEM-USA"].subject is not state.subject
        await redis.flushall()
        with pytest.raises(StateLost):
            await mine.read(["MEM-USA"])

    run(kafka, redis_url, work)


def test_outcomes_are_kept_with_the_decision_for_thirty_days(kafka: str, redis_url: str) -> None:
    async def work(registry: Registry, redis: Redis) -> None:
        await registry.load()
        told = SightingOutcome(sighting="s1", subject="OUT-USA", kind="contact", reason="joined", article="a1")
        await registry.write({"OUT-USA": Decided(Applied(3, 5), [record(5, "ee")], outcomes=[told])})
        assert await registry.outcomes("a1") == [told]
        assert await registry.outcomes("a2") == []
        assert 29 * 86400 < await redis.ttl("tw:told:a1") <= 30 * 86400

    run(kafka, redis_url, work)


def test_topics_are_made_once_and_a_wrong_one_is_named(kafka: str) -> None:
    assert ensure_topics(kafka) == []
    described = [{"name": "articles", "partitions": [{}] * 3, "error_code": 0}]
    with pytest.raises(TopicMismatch, match="articles has 3 partitions and needs 24"):
        missing_topics(described)
