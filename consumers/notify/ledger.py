"""The ledger: what became of each alert at each receiver. Its truth is the topic `deliveries`.

It is read from its mark, not from its beginning: the mark says that every row before it is final or was replaced. It
travels with the notifier's committed offset, so it is never ahead of what was settled. Pairs that were finished before
the mark are read afterwards, in the background: they are needed only to know an old alert that comes again.
"""

import asyncio
import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import msgspec
from kafka import KafkaProducer

from consumers.notify.seen import Seen
from tensionwire.contracts.delivery import FINAL, Delivery
from tensionwire.contracts.envelope import headers
from tensionwire.contracts.topics import DELIVERIES
from tensionwire.contracts.wire import decode, encode
from tensionwire.runtime.state.replay import read_span

log = logging.getLogger("tensionwire.notify")

STEP = "notify"
MARK = "ledger:"
MOST_RECENT = 20_000  # rows that are handed on as settled of late
CLOCKS_DIFFER = timedelta(hours=1)  # at most, between a producer's clock and the broker's


class Waiting(NamedTuple):
    """A row that is not final, without its alert, and the offset where the whole row lies."""

    row: Delivery
    offset: int


class Loaded(NamedTuple):
    """What the ledger holds from its mark on: rows that are open, in their order, and what was settled of late."""

    waiting: list[Waiting]
    rows: list[Delivery]


class Ledger:
    """Knows which pairs are done and which wait; writes rows and waits for the broker's word on them."""

    def __init__(self, producer: KafkaProducer) -> None:
        self._producer = producer
        self._done = Seen()
        self._open: dict[str, int] = {}
        self._start = 0
        self._end = 0
        self._since: datetime | None = None
        self._whole = False

    def load(self, bootstrap: str, mark: int) -> Loaded:
        """Read the ledger from its mark. Blocks: call it from a thread. Raises KafkaUnavailable and TimeoutError."""
        waiting: dict[str, tuple[int, Waiting]] = {}
        settled: dict[str, Delivery] = {}
        self._start = self._end = mark
        for record, row in _rows(bootstrap, mark, None):
            if self._since is None:
                self._since = datetime.fromtimestamp(record.timestamp / 1000, UTC)
            self._note(row, record.offset)
            waiting.pop(row.key, None)
            bare = msgspec.structs.replace(row, alert=None)
            settled.pop(row.key, None)
            settled[row.key] = bare
            if len(settled) > MOST_RECENT:
                del settled[next(iter(settled))]
            if row.key in self._open:
                revision = row.alert.revision if row.alert else 0
                waiting[row.key] = (revision, Waiting(bare, record.offset))
        self._whole = mark == 0
        # by revision, not by offset: a row is written anew at each try, and a record's alerts go out in order
        ordered = [found for _, found in sorted(waiting.values(), key=lambda w: (w[0], w[1].offset))]
        return Loaded(ordered, list(settled.values()))

    def load_before(self, bootstrap: str) -> None:
        """Read what was finished before the mark. Blocks: call it from a thread. Raises as `load` does."""
        if not self._whole:
            for _, row in _rows(bootstrap, max(0, self._start - self._done.capacity), self._start):
                if row.outcome in FINAL and row.key not in self._open:
                    self._done.add(row.key)
            self._whole = True

    def can_tell(self, arrived: datetime | None) -> bool:
        """Whether `knows` can be asked of an alert whose article arrived then.

        No row about it lies before the mark where that was written before the article came.
        """
        if self._whole:
            return True
        return arrived is not None and self._since is not None and arrived > self._since + CLOCKS_DIFFER

    def knows(self, alert_id: str, receiver: str) -> bool:
        """True where this pair has a row."""
        key = f"{alert_id}:{receiver}"
        return key in self._open or key in self._done

    def waits(self, alert_id: str, receiver: str) -> bool:
        """True where this pair has a row that is not final."""
        return f"{alert_id}:{receiver}" in self._open

    def expect(self, row: Delivery) -> None:
        """A row that is about to be written: from now on its pair is known."""
        self._open.setdefault(row.key, self._end)

    def mark(self) -> str:
        """Where the ledger has to be read from, as it is committed: `ledger:123`."""
        return f"{MARK}{min(self._open.values(), default=self._end)}"

    async def write(self, rows: Sequence[Delivery]) -> list[int]:
        """Write rows; their offsets, once the broker has acknowledged all. Raises KafkaError."""
        written = await acknowledged(self._send(row) for row in rows)
        offsets = [int(record.offset) for record in written]
        for row, offset in zip(rows, offsets, strict=True):
            self._note(row, offset)
        return offsets

    def _send(self, row: Delivery) -> Any:
        event = headers(DELIVERIES.name, f"{row.key}:{row.outcome}:{row.tries}", STEP)
        return self._producer.send(DELIVERIES.name, key=row.key.encode(), value=encode(row), headers=event)

    def _note(self, row: Delivery, offset: int) -> None:
        self._end = max(self._end, offset + 1)
        if row.outcome in FINAL:
            self._open.pop(row.key, None)
            self._done.add(row.key)
        else:
            self._open[row.key] = offset


def read_mark(said: str | None) -> int:
    """The mark in what was committed; 0, the whole ledger, where there is none."""
    digits = (said or "").removeprefix(MARK)
    return int(digits) if (said or "").startswith(MARK) and digits.isascii() and digits.isdigit() else 0


def _rows(bootstrap: str, start: int, end: int | None) -> Iterator[tuple[Any, Delivery]]:
    for record in read_span(bootstrap, DELIVERIES, start, end):
        if record.value is None:
            continue
        try:
            yield record, decode(record.value, Delivery)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            log.error("the row at offset %d of %s cannot be read and is passed over", record.offset, DELIVERIES.name)


async def acknowledged(sends: Iterable[Any]) -> list[Any]:
    """Wait for the broker's word on kafka-python's futures, and give what it said. Raises the first error.

    The loop is woken once, by the last word: waking it for each costs more than all else that is done here.
    """
    loop = asyncio.get_running_loop()
    waiting = list(sends)
    complete = asyncio.Event()
    left, lock = len(waiting), threading.Lock()

    def answered(_: object) -> None:
        nonlocal left
        with lock:
            left -= 1
            last = left == 0
        if last:
            loop.call_soon_threadsafe(complete.set)

    for sent in waiting:
        sent.add_both(answered)
    if waiting:
        await complete.wait()
    for sent in waiting:
        if sent.failed():
            raise sent.exception
    return [sent.value for sent in waiting]
