"""The heartbeat: an article every minute that goes the whole way, and how long that took."""

import asyncio
import logging
import time
from datetime import UTC, datetime

from tensionwire.contracts.article import Article
from tensionwire.contracts.heartbeat import PREFIX
from tensionwire.ingest.message import message
from tensionwire.ingest.outcome import Refused
from tensionwire.runtime import telemetry
from tensionwire.web.intake.kafka import Away, Sender, TooLarge

log = logging.getLogger("tensionwire.web")

REMEMBERED = 1_000  # beats under way: more are a way that is broken, and the metric says so


class Heartbeat:
    """Sends beats, and measures those that come back. Belongs to the event loop."""

    def __init__(self, sender: Sender, every: float, instance: str) -> None:
        self._sender = sender
        self._every = every
        self._instance = instance or "web"
        self._sent: dict[str, float] = {}
        self._last = time.monotonic()
        if every:
            telemetry.HEARTBEAT_AGE.set_function(lambda: time.monotonic() - self._last)

    async def run(self) -> None:
        """Beat, for ever: cancel it to stop."""
        while self._every:
            await self._beat()
            await asyncio.sleep(self._every)

    def came(self, article: str) -> None:
        """A beat has come through: the row of its delivery is in the ledger."""
        sent = self._sent.pop(article, None)
        if sent is not None:
            self._last = max(self._last, sent)
            telemetry.HEARTBEAT.observe(time.monotonic() - sent)

    async def _beat(self) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        article = Article(id=f"{PREFIX}{self._instance}:{now}", text="heartbeat", published=now, language="en")
        made = message(article)
        if isinstance(made, Refused) or article.id is None:
            raise ValueError(f"a heartbeat that is no article: {made}")
        self._sent[article.id] = time.monotonic()
        while len(self._sent) > REMEMBERED:
            del self._sent[next(iter(self._sent))]
        try:
            await self._sender.send([made])
        except (Away, TooLarge) as error:
            log.info("no heartbeat: %s", error)
