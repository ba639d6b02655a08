"""New alerts to open event streams. A stream is a place in a shared ring: no queue a client, so memory stays flat."""

import asyncio
from collections import deque
from collections.abc import Iterable

from tensionwire.contracts.alert import Alert

KEPT = 2_000  # alerts in the ring; who has fallen behind further reads the store
TICK = 15.0  # seconds after which a silent stream says that it lives


class Fresh:
    """An alert as it comes. `seq` is its offset on the topic, `shown` its rendered forms, made once for all streams."""

    __slots__ = ("alert", "at", "seq", "shown")

    def __init__(self, seq: int, at: int, alert: Alert) -> None:
        self.seq = seq
        self.at = at
        self.alert = alert
        self.shown: dict[str, bytes] = {}


class Hub:
    """Belongs to the event loop: call it from there only."""

    def __init__(self) -> None:
        self._ring: deque[Fresh] = deque(maxlen=KEPT)
        self._floor: int | None = None
        self._waiting: list[asyncio.Future[None]] = []
        self.closed = False

    def publish(self, fresh: Iterable[Fresh]) -> None:
        """Hand out alerts, in the order of the topic."""
        for each in fresh:
            if self._floor is None:
                self._floor = each.seq - 1
            if len(self._ring) == KEPT:
                self._floor = self._ring[0].seq
            self._ring.append(each)
        self._wake()

    def close(self) -> None:
        """End all streams."""
        self.closed = True
        self._wake()

    def after(self, seq: int) -> list[Fresh] | None:
        """What came after this place; None where the ring does not reach back to it."""
        if self._floor is None or seq < self._floor:
            return None
        found = []
        for fresh in reversed(self._ring):
            if fresh.seq <= seq:
                break
            found.append(fresh)
        return found[::-1]

    async def news(self) -> None:
        """Return when there may be news, or at the next tick."""
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        await waiting

    async def tick(self) -> None:
        """Wake everybody now and then, for ever: one timer for all streams."""
        while True:
            await asyncio.sleep(TICK)
            self._wake()

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            if not each.done():
                each.set_result(None)
