"""The yardstick: a Faust agent that does nothing but pass each message on, every send awaited like ours.

It takes the same batches through the same loop as streams/tag, so that what is measured beside it is our own work.
"""

import os
import sys
from collections.abc import Sequence
from typing import Any

import faust

from streams.app import make_app
from streams.outbox import Message, Outbox
from streams.progress import Progress
from streams.steady import run_steadily
from tensionwire.contracts.topics import ARTICLES
from tensionwire.runtime import settings

TOPIC = "bench.noop"


def main() -> None:
    """Run until told to stop; settings as for any worker."""
    found = settings.load(os.environ)
    app = make_app("bench-noop", found)
    outbox, progress = Outbox(app), Progress(ARTICLES.name)

    async def work(events: Sequence[Any]) -> None:
        await outbox.send([Message(TOPIC, e.message.key, e.message.value, []) for e in events])

    async def agent(stream: Any) -> None:
        await run_steadily(stream, work, progress, found.batch, found.window)

    app.agent(app.topic(ARTICLES.name, value_serializer="raw", key_serializer="raw"), name="noop", concurrency=1)(agent)
    faust.Worker(app, loglevel="WARNING", redirect_stdouts=False, override_logging=False).execute_from_commandline()


if __name__ == "__main__":
    sys.argv = sys.argv[:1]
    main()
