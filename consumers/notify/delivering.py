"""The steps that come again with each try: send, and record what became of it.

What a try carries may be one alert, a notice, or a digest of several; each of its rows gets its outcome.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol, TypeVar

import msgspec
from kafka.errors import KafkaError

from alerts.rules import Receiver
from consumers.channels.base import DIGEST, NOTICE, Channel, Parcel, Sent
from consumers.notify import steps
from consumers.notify.desk import Desk
from consumers.notify.measure import Failures, measure
from consumers.notify.outcome import after_try
from consumers.notify.waiting import Slot
from tensionwire.contracts.delivery import Delivery
from tensionwire.runtime import telemetry
from tensionwire.runtime.kafka import KafkaUnavailable

log = logging.getLogger("tensionwire.notify")

T = TypeVar("T")


class Book(Protocol):
    """What deliveries need of Kafka. Each raises KafkaError, KafkaUnavailable or TimeoutError while Kafka is away."""

    async def write(self, rows: list[Delivery]) -> list[int]:
        """Record rows; their offsets."""

    async def read(self, offset: int) -> Delivery | None:
        """The whole row at an offset; None where a newer one took its place."""

    async def bury(self, rows: list[Delivery]) -> None:
        """Lay what is given up in dead letters."""

    async def tell_operators(self, receiver: str, row: Delivery) -> None:
        """Let the operators know, once a day, that a receiver fails."""


class Delivering:
    """Tries at one receiver. `limit`: seconds that one try may take; `pauses` between tries."""

    def __init__(
        self, receiver: Receiver, channel: Channel, book: Book, desk: Desk, limit: float, pauses: Sequence[float]
    ) -> None:
        self.receiver = receiver
        self._channel = channel
        self._book = book
        self._desk = desk
        # channels end in time by themselves; this is for one that does not
        self._limit = limit * 1.5 + 0.5
        self._pauses = pauses
        self._failures = Failures(receiver.name)
        self.gone = False
        self.failures = 0
        telemetry.DISABLED.labels(receiver.name).set(0)

    async def whole(self, slots: list[Slot]) -> list[Delivery]:
        """The slots' rows with their alerts, read back where memory does not hold them."""
        rows = []
        for slot in slots:
            row: Delivery | None = slot.row
            if slot.row.alert is None and slot.row.notice is None:
                row = await steadily(lambda: self._book.read(slot.offset))  # noqa: B023
                if row is not None:
                    row = msgspec.structs.replace(slot.row, alert=row.alert, notice=row.notice)
            if row is None or (row.alert is None and row.notice is None):
                log.error("%s: the row of alert %s was replaced by another", self.receiver.name, slot.row.alert_id)
                continue
            rows.append(row)
        return rows

    async def try_once(self, rows: list[Delivery], digest: str | None) -> list[Delivery]:
        """Send rows that are whole, once; what becomes of each. None is recorded yet."""
        asked = [steps.silence(row, self._desk) for row in rows]
        left = [row for row in asked if row.outcome != "suppressed"]
        if not left:
            return asked
        sent = Sent("final", "gone") if self.gone else await self._send(_parcel(left, digest))
        now, chance = self._desk.clock.now(), random.random()  # noqa: S311  (spreads tries; it is no secret)
        self.failures = 0 if sent.outcome == "delivered" else self.failures + 1
        if sent.reason == "gone" and not self.gone:
            self.gone = True
            telemetry.DISABLED.labels(self.receiver.name).set(1)
            log.error(
                "%s answered 410: it gets nothing more until the rules change or notify restarts", self.receiver.name
            )
        tried = {row.key: after_try(row, sent, now, chance, self._pauses) for row in left}
        return [tried.get(row.key, row) for row in asked]

    async def record(self, before: list[Delivery], after: list[Delivery]) -> list[int]:
        """Write outcomes, for as long as it takes: one that is not recorded would be delivered again."""
        dead = [
            msgspec.structs.replace(row, alert=was.alert, notice=was.notice)
            for was, row in zip(before, after, strict=True)
            if row.outcome == "dead"
        ]
        if dead:
            await steadily(lambda: self._book.bury(dead))
            await steadily(lambda: self._book.tell_operators(self.receiver.name, dead[0]))
        offsets = await steadily(lambda: self._book.write(after))
        measure(self.receiver, self._failures, before, after, self._desk.clock.now())
        return offsets

    async def close(self) -> None:
        """Let go of the channel."""
        await self._channel.close()

    async def _send(self, parcel: Parcel) -> Sent:
        try:
            async with asyncio.timeout(self._limit):
                return await self._channel.send(parcel)
        except TimeoutError:
            return Sent("retry", "timeout")
        except Exception as error:  # a fault in a channel must not leave the pair without an outcome
            # the type alone: the message of a stranger's error could carry a secret
            log.error("%s: %s: the channel failed with %s", self.receiver.name, parcel.id, type(error).__name__)
            return Sent("retry", "channel-fault")


def _parcel(rows: list[Delivery], digest: str | None) -> Parcel:
    alerts = tuple(row.alert for row in rows if row.alert is not None)
    if len(alerts) > 1 and digest is not None:
        return Parcel(digest, DIGEST, alerts)
    if alerts:
        return Parcel(alerts[0].id, alerts[0].kind, alerts)
    return Parcel(rows[0].alert_id, NOTICE, said=rows[0].notice or "")


async def steadily(action: Callable[[], Awaitable[T]]) -> T:
    """Do it, again and again while Kafka is away."""
    pause = 0.2
    while True:
        try:
            return await action()
        except (KafkaError, KafkaUnavailable, TimeoutError) as error:
            telemetry.RETRIES.labels("deliveries", "kafka").inc()
            log.warning("the ledger cannot be reached yet: %s", error)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 5.0)
