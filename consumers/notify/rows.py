"""Rows of the ledger read back one by one: what waits for long keeps its alert in Kafka, not in memory."""

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from kafka import KafkaConsumer, TopicPartition

from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.topics import DELIVERIES
from tensionwire.contracts.wire import decode
from tensionwire.runtime.kafka import consumer

PLACE = TopicPartition(DELIVERIES.name, 0)
FETCH_BYTES = 512 * 1024
WAIT_MS = 5_000
AHEAD = 400  # rows kept that came along with the one that was asked for: what waits is often asked for in its order


class Rows:
    """Reads single rows by their offset, in a thread of its own."""

    def __init__(self, bootstrap: str) -> None:
        self._bootstrap = bootstrap
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rows")
        self._client: KafkaConsumer | None = None
        self._ahead: OrderedDict[int, bytes] = OrderedDict()

    async def read(self, offset: int) -> Delivery | None:
        """The row at `offset`; None where a newer one took its place. Raises KafkaError, KafkaUnavailable, Timeout."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._read, offset)

    async def close(self) -> None:
        """Let go of the connection."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=False)

    def _read(self, offset: int) -> Delivery | None:
        if offset not in self._ahead:
            found = self._fetch(offset)
            if not found or found[0].offset != offset:
                return None
            for record in found:
                if record.value:
                    self._ahead[record.offset] = record.value
            while len(self._ahead) > AHEAD:
                self._ahead.popitem(last=False)
        raw = self._ahead.pop(offset, None)
        return decode(raw, Delivery) if raw is not None else None

    def _fetch(self, offset: int) -> list[Any]:
        if self._client is None:
            self._client = consumer(
                self._bootstrap,
                max_poll_records=AHEAD // 2,
                fetch_max_bytes=FETCH_BYTES,
                max_partition_fetch_bytes=FETCH_BYTES,
            )
            self._client.assign([PLACE])
        self._client.seek(PLACE, offset)
        found: list[Any] = self._client.poll(timeout_ms=WAIT_MS).get(PLACE, [])
        if not found:
            raise TimeoutError(f"{DELIVERIES.name}: no answer about the row at {offset}")
        return found

    def _close(self) -> None:
        if self._client is not None:
            self._client.close()
