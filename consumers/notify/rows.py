"""Rows of the ledger read back one by one: what waits for long keeps its alert in Kafka, not in memory."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from kafka import KafkaConsumer, TopicPartition

from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.topics import DELIVERIES
from tensionwire.contracts.wire import decode
from tensionwire.runtime.kafka import consumer

PLACE = TopicPartition(DELIVERIES.name, 0)
FETCH_BYTES = 256 * 1024  # one row needs no more at once
WAIT_MS = 5_000


class Rows:
    """Reads single rows by their offset, in a thread of its own."""

    def __init__(self, bootstrap: str) -> None:
        self._bootstrap = bootstrap
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rows")
        self._client: KafkaConsumer | None = None

    async def read(self, offset: int) -> Delivery | None:
        """The row at `offset`; None where a newer one took its place. Raises KafkaError, KafkaUnavailable, Timeout."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._read, offset)

    async def close(self) -> None:
        """Let go of the connection."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=False)

    def _read(self, offset: int) -> Delivery | None:
        if self._client is None:
            self._client = consumer(
                self._bootstrap, max_poll_records=1, fetch_max_bytes=FETCH_BYTES, max_partition_fetch_bytes=FETCH_BYTES
            )
            self._client.assign([PLACE])
        self._client.seek(PLACE, offset)
        found = self._client.poll(timeout_ms=WAIT_MS).get(PLACE, [])
        if not found:
            raise TimeoutError(f"{DELIVERIES.name}: no answer about the row at {offset}")
        record = found[0]
        return decode(record.value, Delivery) if record.offset == offset and record.value else None

    def _close(self) -> None:
        if self._client is not None:
            self._client.close()
