"""The yardsticks: Faust agents that do nothing but pass each message on, every send awaited.

`faust` sends by Faust's own `topic.send`, as its users do; `outbox` by the producer beneath it, as streams/ does. Both
take the same batches through the same loop as streams/tag, so that what is measured beside them is our own work.
"""

import asyncio
import os
import sys
from collections.abc import Sequence
from typing import Any

import faust

from streams.app import make_app
from streams.outbox import Message, Outbox
from streams.progress import Progress
from streams.steady import Work, run_steadily
from tensionwire.contracts.topics import ARTICLES
from tensionwire.runtime import settings

WAYS = ("faust", "outbox")


def topic(way: str) -> str:
    """The topic that a yardstick writes to."""
    return f"bench.{way}"


def main(way: str) -> None:
    """Run until told to stop; settings as for any worker."""
    found = settings.load(os.environ)
    app = make_app(f"bench-{way}", found)
    progress = Progress(ARTICLES.name)
    work = _by_faust(app) if way == "faust" else _by_outbox(app)

    async def agent(stream: Any) -> None:
        await run_steadily(stream, work, progress, found.batch, found.window)

    source = app.topic(ARTICLES.name, value_serializer="raw", key_serializer="raw")
    app.agent(source, name="noop", concurrency=1)(agent)
    faust.Worker(app, loglevel="WARNING", redirect_stdouts=False, override_logging=False).execute_from_commandline()


def _by_faust(app: Any) -> Work:
    target = app.topic(topic("faust"), value_serializer="raw", key_serializer="raw")

    async def send(event: Any) -> None:
        await (await target.send(key=event.message.key, value=event.message.value, force=True))

    async def work(events: Sequence[Any]) -> None:
        await asyncio.gather(*(send(event) for event in events))

    return work


def _by_outbox(app: Any) -> Work:
    outbox = Outbox(app)

    async def work(events: Sequence[Any]) -> None:
        await outbox.send([Message(topic("outbox"), e.message.key, e.message.value, []) for e in events])

    return work


if __name__ == "__main__":
    chosen = sys.argv[1]
    sys.argv = sys.argv[:1]  # Faust reads the rest
    main(chosen)
