"""Silences as they come on their topic, from its beginning on."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec
from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError

from alerts.routing import read_silence
from alerts.rules import moment
from consumers.notify.desk import Desk
from tensionwire.contracts.topics import SILENCES
from tensionwire.runtime.kafka import KafkaUnavailable, consumer

log = logging.getLogger("tensionwire.notify")

PLACE = TopicPartition(SILENCES.name, 0)
POLL_MS = 500
PATIENCE = 30.0  # seconds for all that is there at the start


class Silences:
    """Keeps the silences of a desk up to date, in a thread of its own."""

    def __init__(self, bootstrap: str, desk: Desk) -> None:
        self._bootstrap = bootstrap
        self._desk = desk
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="silences")
        self._client: KafkaConsumer | None = None

    async def catch_up(self) -> None:
        """Read all that is there. Raises KafkaError, KafkaUnavailable or TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            while not await self._call(self._poll):
                pass

    async def follow(self) -> None:
        """Read what comes, for ever: cancel it to stop. While Kafka is away the silences stay as they are."""
        while True:
            try:
                await self._call(self._poll)
            except (KafkaError, KafkaUnavailable, TimeoutError) as error:
                log.warning("silences cannot be read now: %s", error)
                await asyncio.sleep(2.0)
            self._forget()

    async def close(self) -> None:
        """Let go of the connection."""
        await self._call(self._close)
        self._thread.shutdown(wait=False)

    async def _call(self, function: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function)

    def _poll(self) -> bool:
        """Take in what is there; True where it was all."""
        if self._client is None:
            self._client = consumer(self._bootstrap)
            self._client.assign([PLACE])
            self._client.seek_to_beginning(PLACE)
        end = self._client.end_offsets([PLACE])[PLACE]
        if self._client.position(PLACE) < end:
            for record in self._client.poll(timeout_ms=POLL_MS).get(PLACE, []):
                self._take(record)
            return bool(self._client.position(PLACE) >= end)
        for record in self._client.poll(timeout_ms=POLL_MS).get(PLACE, []):
            self._take(record)
        return True

    def _take(self, record: Any) -> None:
        key = (record.key or b"").decode("utf-8", "replace")
        if record.value is None:
            self._desk.silences.pop(key, None)
            return
        try:
            found = read_silence(record.value)
        except (msgspec.MsgspecError, UnicodeDecodeError, KeyError) as error:
            log.error("the silence at offset %d of %s silences nothing: %s", record.offset, SILENCES.name, error)
            return
        self._desk.silences[found.id] = found

    def _forget(self) -> None:
        now = self._desk.clock.now()
        for silence in list(self._desk.silences.values()):
            ends = moment(silence.ends)
            if ends is None or ends < now:
                self._desk.silences.pop(silence.id, None)

    def _close(self) -> None:
        if self._client is not None:
            self._client.close()
