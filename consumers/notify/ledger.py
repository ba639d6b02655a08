"""The ledger: what became of each alert at each receiver. Its truth is the topic `deliveries`."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any

from kafka import KafkaProducer

from tensionwire.contracts.delivery import FINAL, Delivery
from tensionwire.contracts.envelope import headers
from tensionwire.contracts.topics import DELIVERIES
from tensionwire.contracts.wire import decode, encode
from tensionwire.runtime.state.replay import read_whole

STEP = "notify"


class Ledger:
    """Knows which pairs are done and which wait; writes rows and waits for the broker's word on them."""

    def __init__(self, producer: KafkaProducer) -> None:
        self._producer = producer
        self._done: set[str] = set()
        self._open: dict[str, Delivery] = {}

    def load(self, bootstrap: str) -> list[Delivery]:
        """Read the ledger whole; the rows that are not final, in their order. Blocks: call it from a thread."""
        self._done.clear()
        self._open.clear()
        for record in read_whole(bootstrap, DELIVERIES):
            if record.value is not None:
                self._note(decode(record.value, Delivery))
        return list(self._open.values())

    def knows(self, alert_id: str, receiver: str) -> bool:
        """True where this pair has a row."""
        key = f"{alert_id}:{receiver}"
        return key in self._done or key in self._open

    async def write(self, rows: Sequence[Delivery]) -> None:
        """Write rows, and return when the broker has acknowledged all. Raises KafkaError."""
        await acknowledged(self._send(row) for row in rows)
        for row in rows:
            self._note(row)

    def _send(self, row: Delivery) -> Any:
        event = headers(DELIVERIES.name, f"{row.key}:{row.outcome}:{row.tries}", STEP)
        return self._producer.send(DELIVERIES.name, key=row.key.encode(), value=encode(row), headers=event)

    def _note(self, row: Delivery) -> None:
        if row.outcome in FINAL:
            self._open.pop(row.key, None)
            self._done.add(row.key)
        else:
            self._open[row.key] = row


async def acknowledged(sends: Iterable[Any]) -> None:
    """Wait for the broker's word on kafka-python's futures. Raises the first error."""
    loop = asyncio.get_running_loop()
    waiting: list[asyncio.Future[None]] = []
    for sent in sends:
        mine: asyncio.Future[None] = loop.create_future()

        def succeed(_: object, mine: asyncio.Future[None] = mine) -> None:
            loop.call_soon_threadsafe(_settle, mine, None)

        def fail(error: BaseException, mine: asyncio.Future[None] = mine) -> None:
            loop.call_soon_threadsafe(_settle, mine, error)

        sent.add_callback(succeed)
        sent.add_errback(fail)
        waiting.append(mine)
    results = await asyncio.gather(*waiting, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


def _settle(future: asyncio.Future[None], error: BaseException | None) -> None:
    if future.done():
        return
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
