"""The third crash at one event is a dead letter; everything else goes through, and other ends do not count."""

import asyncio
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from streams.singly import Singly
from tensionwire.contracts.article import Article
from tensionwire.ingest.publisher import publish
from tensionwire.runtime.state.connection import connect
from tensionwire.runtime.state.crashes import CrashMarks, excuse
from tests.edge import reading

pytestmark = pytest.mark.service
ROOT = Path(__file__).resolve().parents[2]


class Died(Exception):
    """The worker of a test died here."""


def event(offset: int, partition: int = 0) -> Any:
    return SimpleNamespace(message=SimpleNamespace(partition=partition, offset=offset))


class Workers:
    """Workers of one group on one Redis, each the next after one that died."""

    def __init__(self, redis_url: str, kill: Callable[[Sequence[int]], bool]) -> None:
        self.url, self.group = redis_url, uuid.uuid4().hex
        self.kill = kill
        self.runs: list[list[int]] = []
        self.laid: list[int] = []
        self.now: Singly | None = None

    async def work(self, *events: Any) -> bool:
        """One worker takes these events; False where it died of them."""
        client = connect(self.url)
        self.now = Singly(self._do, self._lay, CrashMarks(client, self.group))
        try:
            await self.now.work(list(events))
        except Died:
            return False
        finally:
            await client.aclose()
        return True

    async def _do(self, events: Sequence[Any]) -> None:
        offsets = [e.message.offset for e in events]
        self.runs.append(offsets)
        if self.kill(offsets):
            raise Died

    async def _lay(self, events: Sequence[Any]) -> None:
        self.laid += [e.message.offset for e in events]


def test_after_a_crash_events_run_singly_and_the_third_lays_one_aside(redis_url: str) -> None:
    workers = Workers(redis_url, lambda offsets: 5 in offsets)
    batch = [event(n) for n in range(4, 8)]

    async def run() -> None:
        lived = [await workers.work(*batch) for _ in range(5)]
        assert lived == [False, False, False, False, True]
        assert workers.runs == [[4, 5, 6, 7], [4], [5], [4], [5], [4], [5], [4], [6], [7]]
        assert workers.laid == [5]
        # and then batches again
        assert await workers.work(event(8), event(9))
        assert workers.runs[-1] == [8, 9]

    asyncio.run(run())


def test_a_replay_from_before_the_suspects_forgets_no_crash(redis_url: str) -> None:
    """What was done but not committed comes again first, in steps of its own."""
    workers = Workers(redis_url, lambda offsets: 5 in offsets)

    async def run() -> None:
        assert not await workers.work(event(4), event(5), event(6))
        for _ in range(3):
            assert await workers.work(event(1), event(2), event(0, partition=7))
            assert not await workers.work(event(3), event(4), event(5), event(6))
        assert await workers.work(event(1), event(2))
        assert await workers.work(event(3), event(4), event(5), event(6))
        assert workers.laid == [5]

    asyncio.run(run())


def test_what_comes_behind_the_suspects_runs_together(redis_url: str) -> None:
    deaths = iter([True])
    workers = Workers(redis_url, lambda _: next(deaths, False))

    async def run() -> None:
        assert not await workers.work(event(1), event(2), event(1, partition=3))
        assert await workers.work(event(1), event(2), event(3), event(4), event(7, partition=9))
        assert workers.runs[1:] == [[1], [2], [3, 4, 7]]
        assert workers.laid == []

    asyncio.run(run())


def test_an_excused_end_does_not_count(redis_url: str) -> None:
    """A watchdog or a shutdown ends a worker while an event runs alone, as often as it likes."""
    workers = Workers(redis_url, lambda offsets: 5 in offsets)

    async def run() -> None:
        for _ in range(8):
            assert not await workers.work(event(5), event(6))
            assert workers.now is not None
            excuse(redis_url, workers.group, workers.now.token, workers.now.at)
        assert workers.laid == []
        excuse("redis://127.0.0.1:1/0", workers.group, workers.now.token, [0])  # says nothing, and soon

    asyncio.run(run())


def test_a_step_that_failed_and_is_tried_again_is_no_crash(redis_url: str) -> None:
    workers = Workers(redis_url, lambda _: len(workers.runs) < 6)

    async def run() -> None:
        client = connect(redis_url)
        one = Singly(workers._do, workers._lay, CrashMarks(client, workers.group))
        for _ in range(5):
            with pytest.raises(Died):
                await one.work([event(1), event(2)])
        await one.work([event(1), event(2)])
        await client.aclose()
        assert workers.runs == [[1, 2]] * 6
        assert workers.laid == []

    asyncio.run(run())


def test_an_article_that_kills_its_worker_is_a_dead_letter_and_delays_no_other(kafka: str, redis_url: str) -> None:
    articles = [Article(id=f"crash-{n}", text=f"Emmanuel Macron traf Xi Jinping in Paris. {n}") for n in range(8)]
    articles[3] = Article(id="crash-3", text="KILL")
    publish(iter(articles), kafka)
    wanted = {a.id for a in articles} - {"crash-3"}
    env = os.environ | {
        "TENSIONWIRE_KAFKA": kafka,
        "TENSIONWIRE_REDIS": redis_url,
        "TENSIONWIRE_INSTANCE": "crasher",
        "TENSIONWIRE_METRICS_PORT": "0",
    }
    command = [sys.executable, "-W", "ignore", "-m", "tests.streams.crasher"]
    codes: list[int] = []
    worker = subprocess.Popen(command, cwd=ROOT, env=env)
    try:

        def done() -> bool:
            nonlocal worker
            if (code := worker.poll()) is not None:
                codes.append(code)
                assert len(codes) < 8
                worker = subprocess.Popen(command, cwd=ROOT, env=env)
            return {t.id for t in reading.tagged(kafka)} >= wanted and bool(letters())

        def letters() -> list[Any]:
            return [x for x in reading.dead_letters(kafka) if reading.reason(x) == "crashed"]

        reading.wait(done, 200, pause=0.5)
        # once in the batch, where it may be by itself or not, and three times alone
        assert codes == [-signal.SIGABRT] * 4
        [letter] = letters()
        assert b"KILL" in letter.value
    finally:
        worker.terminate()
        try:
            worker.wait(30)
        except subprocess.TimeoutExpired:  # in the middle of a group join it takes its time
            worker.kill()
            worker.wait()
