"""The loop of every agent: take a batch, do it wholly, again and again until it is done; then let Faust commit it."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from streams.outbox import KAFKA_AWAY
from streams.progress import Progress
from tensionwire.runtime import telemetry
from tensionwire.runtime.state.connection import REDIS_AWAY

log = logging.getLogger("tensionwire.streams")

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 5.0
LEAVE_WITHIN = 8.0

Work = Callable[[Sequence[Any]], Awaitable[None]]


async def run_steadily(
    stream: Any, work: Work, progress: Progress, batch: int, window: float, excuse: Callable[[], None]
) -> None:
    """Feed `work` batches of events from `stream`. No exception leaves: Faust would take the events for done.

    `work` must be repeatable: it is called again with the same events until it returns. `excuse` is called before the
    process ends in the middle of it.
    """
    async for events in stream.take_events(batch, within=window):
        progress.begin(min(e.message.timestamp for e in events))
        task = asyncio.ensure_future(_until_done(work, events, progress))
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            # Leaving this loop acknowledges the events. So finish them first, or leave without a word to Faust:
            # what is not committed comes again.
            finished, _ = await asyncio.wait({task}, timeout=LEAVE_WITHIN)
            if not finished:
                log.warning("stopped in the middle of %d events: they will be done again", len(events))
                excuse()
                os._exit(0)
            raise
        last: dict[int, int] = {}
        for event in events:
            last[event.message.partition] = max(event.message.offset, last.get(event.message.partition, -1))
        progress.end(last)


async def _until_done(work: Work, events: Sequence[Any], progress: Progress) -> None:
    pause = FIRST_PAUSE
    while True:
        try:
            await work(events)
            return
        except Exception as error:
            dependency = _dependency(error)
            if dependency is None:
                log.exception("a step of %d events failed and is tried again", len(events))
            elif progress.waiting_for != dependency:
                log.warning("%s is away, waiting: %s", dependency, error)
            progress.waiting_for = dependency
            telemetry.RETRIES.labels(progress.topic, dependency or "none").inc()
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


def _dependency(error: Exception) -> str | None:
    """What is away, by the error; None for an error of our own."""
    module = type(error).__module__
    if module.startswith("redis"):
        return "redis"
    if isinstance(error, KAFKA_AWAY) and not module.startswith("redis"):
        return "kafka"
    return "redis" if isinstance(error, REDIS_AWAY) else None
