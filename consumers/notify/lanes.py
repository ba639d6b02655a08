"""One lane a receiver: several deliveries at once, those of one record in order; no lane waits for another."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Protocol, TypeVar

import msgspec
from kafka.errors import KafkaError

from alerts.reasons import SUPPRESSING
from alerts.rules import Receiver, moment
from consumers.channels.base import Channel, Parcel, Sent
from consumers.notify.schedule import next_try
from tensionwire.contracts.delivery import Delivery
from tensionwire.runtime import telemetry
from tensionwire.runtime.kafka import KafkaUnavailable

log = logging.getLogger("tensionwire.notify")

T = TypeVar("T")

KEPT = 200  # alerts that a lane holds in memory; those behind them are read from the ledger when their turn comes


class Book(Protocol):
    """What a lane needs of Kafka. Each raises KafkaError, KafkaUnavailable or TimeoutError while Kafka is away."""

    async def write(self, rows: list[Delivery]) -> list[int]:
        """Record rows; their offsets."""

    async def read(self, offset: int) -> Delivery | None:
        """The whole row at an offset; None where a newer one took its place."""

    async def bury(self, row: Delivery) -> None:
        """Lay what is given up in dead letters."""


class Lane:
    """Delivers to one receiver, `in_flight` alerts at a time."""

    def __init__(self, receiver: Receiver, channel: Channel, book: Book, in_flight: int) -> None:
        self.receiver = receiver
        self._channel = channel
        self._book = book
        self._free = asyncio.Semaphore(in_flight)
        self._last: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        telemetry.PENDING.labels(receiver.name).set_function(lambda: len(self._tasks))
        telemetry.announce_receiver(receiver.name, receiver.channel, SUPPRESSING)

    def __len__(self) -> int:
        return len(self._tasks)

    def add(self, delivery: Delivery, offset: int) -> None:
        """Deliver this row, which lies whole at `offset` of the ledger, after the earlier ones of its record."""
        if len(self._tasks) >= KEPT:
            delivery = msgspec.structs.replace(delivery, alert=None)
        before = self._last.get(delivery.record)
        task = asyncio.create_task(self._deliver(delivery, offset, before))
        self._last[delivery.record] = task
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._forget(delivery.record, done))

    async def stop(self, grace: float) -> None:
        """Let what is under way finish for `grace` seconds; the rest waits in the ledger."""
        sending = [t for t in self._tasks if not t.done()]
        if sending:
            await asyncio.wait(sending, timeout=grace)
        for task in sending:
            task.cancel()
        await asyncio.gather(*sending, return_exceptions=True)
        await self._channel.close()

    def _forget(self, record: str, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._last.get(record) is task:
            del self._last[record]

    async def _deliver(self, delivery: Delivery, offset: int, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait({before})
        while True:
            await _until(delivery.due)
            async with self._free:
                whole = delivery if delivery.alert is not None else await _steadily(lambda: self._book.read(offset))  # noqa: B023
                if whole is None or whole.alert is None:
                    log.error("%s: the row of alert %s was replaced by another", self.receiver.name, delivery.alert_id)
                    return
                outcome = await self._try(whole)
            if outcome.outcome == "dead":
                await _steadily(lambda: self._book.bury(msgspec.structs.replace(outcome, alert=whole.alert)))  # noqa: B023
            # for as long as it takes: a delivery that is not recorded would be repeated
            offset = (await _steadily(lambda: self._book.write([outcome])))[0]  # noqa: B023
            if outcome.outcome != "pending":
                return
            delivery = msgspec.structs.replace(outcome, alert=None)

    async def _try(self, delivery: Delivery) -> Delivery:
        sent = await self._send(delivery)
        now = datetime.now(UTC)
        name, tries = self.receiver.name, delivery.tries + 1
        done = msgspec.structs.replace(
            delivery, tries=tries, at=now.isoformat(timespec="milliseconds"), due=None, alert=None
        )
        if sent.outcome == "delivered":
            _measure(delivery, self.receiver, now)
            return msgspec.structs.replace(done, outcome="delivered", reason=None)
        due = _due(now, tries, sent)
        if due is None:
            telemetry.DEAD.labels(name, sent.reason).inc()
            log.error("%s: alert %s is given up after %d tries: %s", name, delivery.alert_id, tries, sent.reason)
            return msgspec.structs.replace(done, outcome="dead", reason=sent.reason)
        telemetry.FAILED_TRIES.labels(name, sent.reason).inc()
        log.warning("%s: try %d of alert %s failed: %s; again at %s", name, tries, delivery.alert_id, sent.reason, due)
        return msgspec.structs.replace(
            delivery, tries=tries, reason=sent.reason, due=due.isoformat(timespec="milliseconds")
        )

    async def _send(self, delivery: Delivery) -> Sent:
        alert = delivery.alert
        if alert is None:
            raise ValueError(f"the open row {delivery.key} carries no alert")
        try:
            return await self._channel.send(Parcel(alert.id, alert.kind, (alert,)))
        except Exception as error:  # a fault in a channel must not leave the pair without an outcome
            # the type alone: the message of a stranger's error could carry a secret
            log.error("%s: alert %s: the channel failed with %s", self.receiver.name, delivery.alert_id, type(error))
            return Sent("retry", "channel-fault")


async def _steadily(action: Callable[[], Awaitable[T]]) -> T:
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


def _due(now: datetime, tries: int, sent: Sent) -> datetime | None:
    # chance spreads the tries of many alerts; it is no secret
    return next_try(now, tries, random.random(), sent.retry_after) if sent.outcome == "retry" else None  # noqa: S311


def _measure(delivery: Delivery, receiver: Receiver, now: datetime) -> None:
    telemetry.DELIVERED.labels(receiver.name, receiver.channel).inc()
    if delivery.alert is None:
        return
    if arrived := moment(delivery.alert.arrived):
        telemetry.ARTICLE_TO_DELIVERED.observe(max(0.0, (now - arrived).total_seconds()))
    if published := moment(delivery.alert.published):
        telemetry.PUBLISHED_TO_DELIVERED.observe(max(0.0, (now - published).total_seconds()))


async def _until(due: str | None) -> None:
    if (at := moment(due)) is not None:
        wait = (at - datetime.now(UTC)).total_seconds()
        if wait > 0:
            await asyncio.sleep(wait)
