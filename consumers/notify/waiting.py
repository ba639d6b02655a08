"""What waits at one receiver, and in which order it may go: each record's alerts one after another.

Bookkeeping only: it knows no time but what it is told, and sends nothing.
"""

import heapq
from collections import deque
from datetime import UTC, datetime
from itertools import count

import msgspec

from alerts.rules import moment
from tensionwire.contracts.delivery import Delivery

AT_ONCE = datetime.min.replace(tzinfo=UTC)


class Slot:
    """A row that waits, and the offset of its last writing. `row.alert` is None where it has to be read from there."""

    __slots__ = ("offset", "row", "unit")

    def __init__(self, row: Delivery, offset: int) -> None:
        self.row = row
        self.offset = offset
        self.unit: Unit | None = None


class Unit:
    """What goes out together: one slot, or those of the digest `digest`."""

    __slots__ = ("digest", "slots", "started")

    def __init__(self, digest: str | None) -> None:
        self.digest = digest
        self.slots: list[Slot] = []
        self.started = False

    def join(self, slot: Slot) -> None:
        """One more."""
        self.slots.append(slot)
        slot.unit = self


class Waiting:
    """The slots of one receiver, by record and by the time at which they may go."""

    def __init__(self) -> None:
        self._chains: dict[str, deque[Slot]] = {}
        self._digests: dict[str, Unit] = {}
        self._due: list[tuple[datetime, int, Unit]] = []
        self._turn = count()
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def held(self) -> int:
        """How many of them wait for a digest."""
        return sum(len(unit.slots) for unit in self._digests.values())

    def add(self, slot: Slot) -> None:
        """A row begins to wait, behind those of its record.

        One that may go at once takes those along that are held before it: order counts more than quiet.
        """
        chain = self._chains.setdefault(slot.row.record, deque())
        chain.append(slot)
        self._size += 1
        digest = slot.row.digest if slot.row.outcome == "held" else None
        if digest is None:
            for earlier in chain:
                if earlier is not slot:
                    self._leave(earlier)
            self._line_up(chain)
            return
        unit = self._digests.get(digest)
        if unit is None:
            unit = self._digests[digest] = Unit(digest)
            unit.join(slot)
            self._push(unit)
        else:
            unit.join(slot)

    def next_due(self) -> datetime | None:
        """When the next unit may go; None where nothing waits for its time."""
        while self._due and not self._due[0][2].slots:
            heapq.heappop(self._due)
        return self._due[0][0] if self._due else None

    def take(self, now: datetime) -> Unit | None:
        """The next unit whose time has come, under way from now on; None where there is none."""
        while (due := self.next_due()) is not None and due <= now:
            unit = heapq.heappop(self._due)[2]
            for slot in list(unit.slots):
                if self._blocked(slot):
                    self._leave(slot)
            if unit.slots:
                unit.started = True
                if unit.digest is not None:
                    self._digests.pop(unit.digest, None)
                return unit
        return None

    def again(self, unit: Unit) -> None:
        """A unit that failed waits for the time that its rows say."""
        unit.started = False
        if unit.digest is not None:
            self._digests[unit.digest] = unit
        self._push(unit)

    def drop(self, unit: Unit, slots: list[Slot]) -> None:
        """These slots of a unit are final; what is behind them moves up."""
        for slot in slots:
            unit.slots.remove(slot)
            slot.unit = None
            self._size -= 1
            chain = self._chains[slot.row.record]
            chain.remove(slot)
            if not chain:
                del self._chains[slot.row.record]
        for record in dict.fromkeys(slot.row.record for slot in slots):
            if record in self._chains:
                self._line_up(self._chains[record])

    def _line_up(self, chain: deque[Slot]) -> None:
        if chain[0].unit is None:
            unit = Unit(None)
            unit.join(chain[0])
            self._push(unit)

    def _push(self, unit: Unit) -> None:
        due = moment(unit.slots[0].row.due) or AT_ONCE
        heapq.heappush(self._due, (due, next(self._turn), unit))

    def _blocked(self, slot: Slot) -> bool:
        """True where one of its record is before it and does not go out with it."""
        for other in self._chains[slot.row.record]:
            if other is slot:
                return False
            if other.unit is not slot.unit:
                return True
        return False

    def _leave(self, slot: Slot) -> None:
        """Take a slot out of its digest: it goes by itself, when it is first of its record."""
        unit = slot.unit
        if unit is None or unit.digest is None or unit.started:
            return
        unit.slots.remove(slot)
        slot.unit = None
        slot.row = msgspec.structs.replace(slot.row, outcome="pending", due=None, digest=None)
        if not unit.slots:
            self._digests.pop(unit.digest, None)
        chain = self._chains[slot.row.record]
        if chain[0] is slot:
            self._line_up(chain)
