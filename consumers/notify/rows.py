"""Rows of the ledger read back one by one: what waits for long keeps its alert in Kafka, not in memory."""

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from kafka import KafkaConsumer, TopicPartition

from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.topics import DELIVERIES
from tensionwire.contracts.wire import decode, encode
from tensionwire.runtime.kafka import consumer

PLACE = TopicPartition(DELIVERIES.name, 0)
FETCH_BYTES = 512 * 1024
WAIT_MS = 5_000
AT_ONCE = 200  # rows that one reading brings
KEPT_BYTES = 8 * 1024 * 1024


class Rows:
    """Reads single rows by their offset, in a thread of its own.

    Those that were written last, and those that came along with one that was asked for, are at hand without Kafka:
    what fails is mostly tried again soon, and what waits is mostly asked for in its order.
    """

    def __init__(self, bootstrap: str) -> None:
        self._bootstrap = bootstrap
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rows")
        self._client: KafkaConsumer | None = None
        self._reading = asyncio.Lock()
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self._bytes = 0

    def keep(self, row: Delivery, offset: int) -> None:
        """A row that was written at `offset` and is asked for again."""
        self._keep(offset, encode(row))

    async def read(self, offset: int) -> Delivery | None:
        """The row at `offset`; None where a newer one took its place. Raises KafkaError, KafkaUnavailable, Timeout."""
        if offset not in self._kept:
            async with self._reading:
                if offset not in self._kept and not await self._read_from(offset):
                    return None
        raw = self._kept.pop(offset)
        self._bytes -= len(raw)
        return decode(raw, Delivery)

    async def close(self) -> None:
        """Let go of the connection."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=False)

    async def _read_from(self, offset: int) -> bool:
        """Read some rows from `offset` on; False where that one is not there."""
        found = await asyncio.get_running_loop().run_in_executor(self._thread, self._fetch, offset)
        if found[0].offset != offset or not found[0].value:
            return False
        for record in reversed(found):  # the one that was asked for is kept last, and goes last
            if record.value:
                self._keep(record.offset, record.value)
        return True

    def _keep(self, offset: int, raw: bytes) -> None:
        self._bytes += len(raw) - len(self._kept.pop(offset, b""))
        self._kept[offset] = raw
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= len(self._kept.popitem(last=False)[1])

    def _fetch(self, offset: int) -> list[Any]:
        if self._client is None:
            self._client = consumer(
                self._bootstrap,
                max_poll_records=AT_ONCE,
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
