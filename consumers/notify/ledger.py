"""The ledger: what became of each alert at each receiver. Its truth is the topic `deliveries`."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
from kafka import KafkaProducer

from tensionwire.contracts.delivery import FINAL, Delivery
from tensionwire.contracts.envelope import headers
from tensionwire.contracts.topics import DELIVERIES
from tensionwire.contracts.wire import decode, encode
from tensionwire.runtime.state.replay import read_whole

log = logging.getLogger("tensionwire.notify")

STEP = "notify"


class Waiting(NamedTuple):
    """A row that is not final, without its alert, and the offset where the whole row lies."""

    row: Delivery
    offset: int


class Ledger:
    """Knows which pairs are done and which wait; writes rows and waits for the broker's word on them."""

    def __init__(self, producer: KafkaProducer) -> None:
        self._producer = producer
        self._done: set[str] = set()
        self._open: set[str] = set()

    def load(self, bootstrap: str) -> list[Waiting]:
        """Read the ledger whole; the rows that are not final, in their order. Blocks: call it from a thread."""
        self._done.clear()
        self._open.clear()
        waiting: dict[str, tuple[int, Waiting]] = {}
        for record in read_whole(bootstrap, DELIVERIES):
            if record.value is None:
                continue
            try:
                row = decode(record.value, Delivery)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                log.error(
                    "the row at offset %d of %s cannot be read and is passed over", record.offset, DELIVERIES.name
                )
                continue
            self._note(row)
            waiting.pop(row.key, None)
            if row.key in self._open:
                revision = row.alert.revision if row.alert else 0
                waiting[row.key] = (revision, Waiting(msgspec.structs.replace(row, alert=None), record.offset))
        # by revision, not by offset: a row is written anew at each try, and a record's alerts go out in order
        return [found for _, found in sorted(waiting.values(), key=lambda w: (w[0], w[1].offset))]

    def knows(self, alert_id: str, receiver: str) -> bool:
        """True where this pair has a row."""
        key = f"{alert_id}:{receiver}"
        return key in self._done or key in self._open

    async def write(self, rows: Sequence[Delivery]) -> list[int]:
        """Write rows; their offsets, once the broker has acknowledged all. Raises KafkaError."""
        written = await acknowledged(self._send(row) for row in rows)
        for row in rows:
            self._note(row)
        return [record.offset for record in written]

    def _send(self, row: Delivery) -> Any:
        event = headers(DELIVERIES.name, f"{row.key}:{row.outcome}:{row.tries}", STEP)
        return self._producer.send(DELIVERIES.name, key=row.key.encode(), value=encode(row), headers=event)

    def _note(self, row: Delivery) -> None:
        if row.outcome in FINAL:
            self._open.discard(row.key)
            self._done.add(row.key)
        else:
            self._done.discard(row.key)
            self._open.add(row.key)


async def acknowledged(sends: Iterable[Any]) -> list[Any]:
    """Wait for the broker's word on kafka-python's futures, and give what it said. Raises the first error."""
    loop = asyncio.get_running_loop()
    waiting: list[asyncio.Future[Any]] = []
    for sent in sends:
        mine: asyncio.Future[Any] = loop.create_future()

        def succeed(said: object, mine: asyncio.Future[Any] = mine) -> None:
            loop.call_soon_threadsafe(_settle, mine, said, None)

        def fail(error: BaseException, mine: asyncio.Future[Any] = mine) -> None:
            loop.call_soon_threadsafe(_settle, mine, None, error)

        sent.add_callback(succeed)
        sent.add_errback(fail)
        waiting.append(mine)
    results = await asyncio.gather(*waiting, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return results


def _settle(future: asyncio.Future[Any], said: object, error: BaseException | None) -> None:
    if future.done():
        return
    if error is None:
        future.set_result(said)
    else:
        future.set_exception(error)
