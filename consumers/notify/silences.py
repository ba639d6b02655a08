"""Silences as they come on their topic."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from kafka.errors import KafkaError

from consumers.notify.desk import Desk
from tensionwire.runtime import silences
from tensionwire.runtime.kafka import KafkaUnavailable

log = logging.getLogger("tensionwire.notify")

EVERY = 0.5  # seconds


class Silences:
    """Keeps the silences of a desk up to date, in a thread of its own."""

    def __init__(self, bootstrap: str, desk: Desk) -> None:
        self._bootstrap = bootstrap
        self._desk = desk
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="silences")
        self._topic: silences.Silences | None = None

    async def catch_up(self) -> None:
        """Read all that is there. Raises KafkaError, KafkaUnavailable or TimeoutError."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._read)

    async def follow(self) -> None:
        """Read what comes, for ever: cancel it to stop. While Kafka is away the silences stay as they are."""
        while True:
            await asyncio.sleep(EVERY)
            try:
                await self.catch_up()
            except (KafkaError, KafkaUnavailable, TimeoutError) as error:
                log.warning("silences cannot be read now: %s", error)

    async def close(self) -> None:
        """Let go of the connection."""
        if self._topic is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._topic.close)
        self._thread.shutdown(wait=False)

    def _read(self) -> None:
        if self._topic is None:
            self._topic = silences.Silences(self._bootstrap)
        self._desk.silences = {silence.id: silence for silence in self._topic.now()}
