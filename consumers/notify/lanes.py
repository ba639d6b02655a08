"""One lane a receiver: several deliveries at once, those of one record in order; no lane waits for another."""

import asyncio
import random
from collections.abc import Callable
from datetime import datetime

import msgspec

from consumers.notify.delivering import Delivering
from consumers.notify.desk import Desk
from consumers.notify.waiting import Slot, Unit, Waiting
from tensionwire.contracts.delivery import FINAL, Delivery
from tensionwire.runtime import telemetry

REST = 0.2  # seconds, about, that a place rests after a failure while nothing goes through: others need the processor
KEPT = 500  # alerts that a lane holds in memory; those behind them are read from the ledger when their turn comes


class Lane:
    """Delivers to one receiver, `in_flight` messages at a time, each as soon as it is due."""

    def __init__(
        self, delivering: Delivering, desk: Desk, in_flight: int, on_fault: Callable[[BaseException], None]
    ) -> None:
        self.receiver = delivering.receiver
        self.delivering = delivering
        self._desk = desk
        self._in_flight = in_flight
        self._on_fault = on_fault
        self._waiting = Waiting()
        self._kept = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.Task[None] | None = None
        self._timer_due: datetime | None = None
        self._stopped = False
        telemetry.PENDING.labels(self.receiver.name).set_function(lambda: len(self._waiting))
        telemetry.HELD.labels(self.receiver.name).set_function(lambda: self._waiting.held)

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def hungry(self) -> bool:
        """True where it could deliver more than it has in memory."""
        return self._kept < KEPT // 2

    @property
    def failing(self) -> bool:
        """True where nothing but failures came back for as many tries as go at once."""
        return self.delivering.failures >= self._in_flight

    def add(self, row: Delivery, offset: int) -> None:
        """Deliver this row, which lies whole at `offset` of the ledger, after the earlier ones of its record."""
        if row.alert is not None:
            if self._kept >= KEPT:
                row = msgspec.structs.replace(row, alert=None)
            else:
                self._kept += 1
        self._waiting.add(Slot(row, offset))
        self._go_on()

    async def stop(self, grace: float) -> None:
        """Let what is under way finish for `grace` seconds; the rest waits in the ledger."""
        self._stopped = True
        if self._timer is not None:
            self._timer.cancel()
        sending = [t for t in self._tasks if not t.done()]
        if sending and grace:
            await asyncio.wait(sending, timeout=grace)
        for task in sending:
            task.cancel()
        await asyncio.gather(*sending, return_exceptions=True)
        await self.delivering.close()

    def _go_on(self) -> None:
        """Begin whatever is due, as far as there is room."""
        while not self._stopped and len(self._tasks) < self._in_flight:
            unit = self._waiting.take(self._desk.clock.now())
            if unit is None:
                break
            task = asyncio.create_task(self._deliver(unit))
            self._tasks.add(task)
            task.add_done_callback(self._done)
        self._wake_at(self._waiting.next_due())

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_fault(error)  # of ours: the process ends, and the next one resumes by the ledger
        self._go_on()

    def _wake_at(self, due: datetime | None) -> None:
        if self._stopped or due is None or len(self._tasks) >= self._in_flight:
            return
        if self._timer is not None and not self._timer.done():
            if self._timer_due is not None and self._timer_due <= due:
                return
            self._timer.cancel()
        self._timer_due = due
        self._timer = asyncio.create_task(self._sleep_until(due))

    async def _sleep_until(self, due: datetime) -> None:
        wait = (due - self._desk.clock.now()).total_seconds()
        if wait > 0:
            await self._desk.clock.sleep(wait)
        self._timer = None
        self._go_on()

    async def _deliver(self, unit: Unit) -> None:
        slots = list(unit.slots)
        kept = sum(slot.row.alert is not None for slot in slots)
        rows = await self.delivering.whole(slots)
        found = {row.key for row in rows}
        lost = [slot for slot in slots if slot.row.key not in found]
        after = await self.delivering.try_once(rows, unit.digest) if rows else []
        offsets = await self.delivering.record(rows, after) if rows else []
        self._kept -= kept
        written = {row.key: (row, offset) for row, offset in zip(after, offsets, strict=True)}
        for slot in slots:
            if slot.row.key in written:
                row, slot.offset = written[slot.row.key]
                slot.row = msgspec.structs.replace(row, alert=None)
        final = [slot for slot in slots if slot.row.outcome in FINAL]
        self._waiting.drop(unit, final + lost)
        if unit.slots:
            self._waiting.again(unit)
        if self.failing:
            # not all at the same moment: a dozen tries in one go would hold up whatever else is due
            await asyncio.sleep(REST * (0.5 + random.random()))  # noqa: S311  (it is no secret)
