"""The three-crash rule: after a crash events run singly, and the third crash at one of them lays it in dead letters.

A crash is the death of the process without a word: memory, a fault below Python, kill -9. It counts against an event
only if that event ran alone; the end by watchdog or shutdown is excused, and while something is away nothing runs.
"""

import logging
import uuid
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from tensionwire.runtime.state.crashes import CrashMarks, Mark

log = logging.getLogger("tensionwire.streams")

MOST_CRASHES = 3

Work = Callable[[Sequence[Any]], Awaitable[None]]
Lay = Callable[[Sequence[Any]], Awaitable[None]]


class Singly:
    """Does `work`, on batches when all is well. `lay` takes what crashed three times to dead letters."""

    def __init__(self, work: Work, lay: Lay, marks: CrashMarks) -> None:
        self._work = work
        self._lay = lay
        self._marks = marks
        self.token = uuid.uuid4().hex
        self.at: set[int] = set()

    async def work(self, events: Sequence[Any]) -> None:
        """One step, as repeatable as the work is."""
        marks = await self._suspicions({event.message.partition for event in events})
        crashed = [e for e in events if _crashes(marks, e) >= MOST_CRASHES]
        if crashed:
            log.error("%d events crashed a worker %d times each: they go to dead letters", len(crashed), MOST_CRASHES)
            await self._lay(crashed)
        for event in events:
            if _suspect(marks, event) and event not in crashed:
                await self._alone(event, marks[event.message.partition])
        rest = [e for e in events if not _suspect(marks, e)]
        if rest:
            await self._together(rest)
        else:
            await self._done({event.message.partition: event.message.offset for event in events}, marks)

    async def _suspicions(self, partitions: set[int]) -> dict[int, Mark]:
        """The marks of a worker that died, as this one takes them over: all that it was at runs singly."""
        marks = await self._marks.read(sorted(partitions))
        taken = {}
        for partition, mark in marks.items():
            if mark.token == self.token:
                continue
            if mark.running == "single":
                mark.crashes[str(mark.at)] = mark.crashes.get(str(mark.at), 0) + 1
            if mark.running:
                log.warning(
                    "a worker died at %d to %d of partition %d: they run singly", mark.first, mark.last, partition
                )
            mark.token, mark.running, mark.at = self.token, "", -1
            taken[partition] = mark
        if taken:
            await self._marks.write(taken)
        # a mark of our own is of a step that failed and is tried again: nobody died of it
        return {p: m for p, m in marks.items() if p in taken or m.crashes or m.running != "batch"}

    async def _alone(self, event: Any, mark: Mark) -> None:
        mark.running, mark.at = "single", event.message.offset
        await self._mark({event.message.partition: mark})
        await self._work([event])
        mark.running, mark.at = "", -1
        await self._marks.write({event.message.partition: mark})

    async def _together(self, events: list[Any]) -> None:
        spans: dict[int, Mark] = {}
        for event in events:
            partition, offset = event.message.partition, event.message.offset
            mark = spans.setdefault(partition, Mark(token=self.token, first=offset, last=offset, running="batch"))
            mark.last = offset
        await self._mark(spans)
        await self._work(events)
        await self._marks.clear(spans)
        self.at -= set(spans)

    async def _mark(self, marks: dict[int, Mark]) -> None:
        self.at |= set(marks)
        await self._marks.write(marks)

    async def _done(self, reached: dict[int, int], marks: dict[int, Mark]) -> None:
        over = [p for p, offset in reached.items() if p in marks and offset >= marks[p].last]
        await self._marks.clear(over)
        self.at -= set(over)


def _suspect(marks: dict[int, Mark], event: Any) -> bool:
    # also what lies before the suspects: done, but not committed, it comes again first, and as a batch of its own
    # it would take the place of their mark and its counts
    mark = marks.get(event.message.partition)
    return mark is not None and event.message.offset <= mark.last


def _crashes(marks: dict[int, Mark], event: Any) -> int:
    mark = marks.get(event.message.partition)
    return mark.crashes.get(str(event.message.offset), 0) if mark is not None else 0
