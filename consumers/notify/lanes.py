"""One lane a receiver: several deliveries at once, those of one record in order; no lane waits for another."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import msgspec
from kafka.errors import KafkaError

from alerts.rules import Receiver
from consumers.channels.base import Channel, Sent
from consumers.notify.schedule import next_try
from tensionwire.contracts.delivery import Delivery
from tensionwire.runtime import telemetry

log = logging.getLogger("tensionwire.notify")

Write = Callable[[list[Delivery]], Awaitable[None]]
Bury = Callable[[Delivery], Awaitable[None]]


class Lane:
    """Delivers to one receiver. `write` records an outcome in the ledger, `bury` lays what is given up aside."""

    def __init__(self, receiver: Receiver, channel: Channel, write: Write, bury: Bury, in_flight: int) -> None:
        self.receiver = receiver
        self._channel = channel
        self._write = write
        self._bury = bury
        self._free = asyncio.Semaphore(in_flight)
        self._last: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        telemetry.PENDING.labels(receiver.name).set_function(lambda: len(self._tasks))

    def __len__(self) -> int:
        return len(self._tasks)

    def add(self, delivery: Delivery) -> None:
        """Deliver this row after the earlier ones of its record."""
        before = self._last.get(delivery.record)
        task = asyncio.create_task(self._deliver(delivery, before))
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

    async def _deliver(self, delivery: Delivery, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait({before})
        while True:
            await _until(delivery.due)
            async with self._free:
                outcome = await self._try(delivery)
            await self._record(outcome)
            if outcome.outcome != "pending":
                return
            delivery = outcome

    async def _try(self, delivery: Delivery) -> Delivery:
        if delivery.alert is None:
            raise ValueError(f"the open row {delivery.key} carries no alert")
        sent = await self._channel.send(delivery.alert)
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
            await self._bury(msgspec.structs.replace(delivery, tries=tries, reason=sent.reason))
            return msgspec.structs.replace(done, outcome="dead", reason=sent.reason)
        telemetry.FAILED_TRIES.labels(name, sent.reason).inc()
        log.warning("%s: try %d of alert %s failed: %s; again at %s", name, tries, delivery.alert_id, sent.reason, due)
        return msgspec.structs.replace(
            delivery, tries=tries, reason=sent.reason, due=due.isoformat(timespec="milliseconds")
        )

    async def _record(self, row: Delivery) -> None:
        """Write the outcome, for as long as it takes: a delivery that is not recorded would be repeated."""
        pause = 0.2
        while True:
            try:
                await self._write([row])
                return
            except KafkaError as error:
                telemetry.RETRIES.labels("deliveries", "kafka").inc()
                log.warning("cannot record the outcome of %s yet: %s", row.key, error)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 5.0)


def _due(now: datetime, tries: int, sent: Sent) -> datetime | None:
    # chance spreads the tries of many alerts; it is no secret
    return next_try(now, tries, random.random(), sent.retry_after) if sent.outcome == "retry" else None  # noqa: S311


def _measure(delivery: Delivery, receiver: Receiver, now: datetime) -> None:
    telemetry.DELIVERED.labels(receiver.name, receiver.channel).inc()
    alert = delivery.alert
    if alert is not None and alert.arrived:
        telemetry.ARTICLE_TO_DELIVERED.observe((now - datetime.fromisoformat(alert.arrived)).total_seconds())
    if alert is not None and alert.published:
        age = (now - datetime.fromisoformat(alert.published)).total_seconds()
        telemetry.PUBLISHED_TO_DELIVERED.observe(max(0.0, age))


async def _until(due: str | None) -> None:
    if due is not None:
        wait = (datetime.fromisoformat(due) - datetime.now(UTC)).total_seconds()
        if wait > 0:
            await asyncio.sleep(wait)
