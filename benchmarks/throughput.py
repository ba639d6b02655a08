"""How many articles a second go through streams/tag, beside a Faust agent that does nothing."""

import itertools
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from kafka import TopicPartition
from kafka.admin import OffsetSpec

from benchmarks import noop
from tensionwire.contracts.article import Article
from tensionwire.contracts.topics import ARTICLES, TAGGED
from tensionwire.contracts.wire import encode
from tensionwire.ingest import Read, read
from tensionwire.ingest.publisher import publish
from tensionwire.local.processes import Program
from tensionwire.local.stack import Stack
from tensionwire.runtime.kafka import admin

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
GIVE_UP = 300.0  # seconds
FROM, TO = 0.1, 1.0  # the part of the way that is timed: without the start of the process


class Throughput(NamedTuple):
    """Articles a second, and what they were."""

    tag: float
    noop: dict[str, float]
    articles: int
    mean_bytes: float


def measure(stack: Stack, number: int, say: Callable[[str], None]) -> Throughput:
    """Lay `number` articles into the topic while nobody reads, then let each reader work them off alone."""
    for service in stack.services:
        stack.programs[service].stop(30)
    articles = _articles(number)
    say(f"publishing {number:,} articles of seeds/, each with an id of its own")
    published = publish(iter(articles), stack.kafka)
    client = admin(stack.kafka)
    try:
        shape = {"num_partitions": ARTICLES.partitions, "replication_factor": 1}
        client.create_topics({noop.topic(way): shape for way in noop.WAYS})
        passed = {}
        for way in noop.WAYS:
            say(f"timing an agent that does nothing ({way})")
            passed[way] = _time_noop(stack, client, way)
        say("timing streams/tag")
        before = _end(client, TAGGED.name)
        stack.start_service("tag")
        tagged = _rate(client, TAGGED.name, before, published.sent, stack.programs["tag"])
        stack.programs["tag"].stop(30)
    finally:
        client.close()
    return Throughput(tagged, passed, number, sum(len(encode(a)) for a in articles) / number)


def _articles(number: int) -> list[Article]:
    seeds = [found.article for found in read([SEEDS]) if isinstance(found, Read)]
    return [
        msgspec.structs.replace(seed, id=f"bench-{n:07}")
        for n, seed in zip(range(number), itertools.cycle(seeds), strict=False)
    ]


def _time_noop(stack: Stack, client: Any, way: str) -> float:
    command = [sys.executable, "-m", "benchmarks.noop", way]
    program = Program(f"noop-{way}", command, stack.directory / "logs" / f"noop-{way}.log", stack.env("tag"))
    program.start()
    try:
        return _rate(client, noop.topic(way), 0, _end(client, ARTICLES.name), program)
    finally:
        program.stop(30)


def _rate(client: Any, topic: str, before: int, number: int, program: Program) -> float:
    """Messages a second that appear on `topic`, until `number` have."""
    deadline = time.monotonic() + GIVE_UP
    began: tuple[float, int] | None = None
    while time.monotonic() < deadline:
        done, now = _end(client, topic) - before, time.monotonic()
        if began is None and done >= FROM * number:
            began = (now, done)
        if began is not None and done >= TO * number:
            return (done - began[1]) / (now - began[0])
        if not program.alive():
            raise RuntimeError(f"{program.name} ended:\n{program.tail()}")
        time.sleep(0.05)
    raise RuntimeError(f"{program.name} did not finish within {GIVE_UP:.0f} s; its log is {program.log}")


def _end(client: Any, topic: str) -> int:
    places = [TopicPartition(topic, p) for p in range(ARTICLES.partitions)]
    return sum(
        found.offset for found in client.list_partition_offsets(dict.fromkeys(places, OffsetSpec.LATEST)).values()
    )
