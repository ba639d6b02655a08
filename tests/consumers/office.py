"""A shift at work on a real Kafka, with a clock that jumps: days of tries pass in a moment."""

import asyncio
import heapq
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, NamedTuple

from alerts.rules import Rules, parse
from consumers.channels import templates
from consumers.notify.shift import Shift
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.topics import ALERTS, DELIVERIES
from tensionwire.contracts.wire import encode
from tensionwire.runtime.kafka import producer
from tensionwire.runtime.settings import Settings
from tests.edge import reading
from tests.edge.receiver import Receiver

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
_number = count()


class Jumping:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self._now = NOON
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._turn = count()

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        waiting = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + timedelta(seconds=seconds), next(self._turn), waiting))
        await waiting

    def jump(self, most: datetime | None = None) -> bool:
        """Go to where the next sleeper wakes, no further than `most`; False where nobody sleeps until then."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        if not self._sleepers or (most is not None and self._sleepers[0][0] > most):
            self._now = most or self._now
            return False
        self._now = max(self._now, self._sleepers[0][0])
        heapq.heappop(self._sleepers)[2].set_result(None)
        return True


class Record(NamedTuple):
    """What kafka-python gives, as far as it is asked for."""

    value: bytes
    key: bytes | None = None
    headers: tuple[tuple[str, bytes], ...] = ()
    topic: str = ALERTS.name
    partition: int = 0
    offset: int = 0
    timestamp: int = 1_700_000_000_000


class Office:
    """Shifts with one set of rules, one after another. `name` is a receiver's name that no other test has."""

    def __init__(self, kafka: str, rules: Rules, settings: Settings) -> None:
        self.kafka, self.rules, self.settings = kafka, rules, settings
        self.clock = Jumping()
        self.producer = producer(kafka)
        self.shift: Any = None
        self.faults: list[BaseException] = []
        self.mark = max((r.offset + 1 for r in reading.read_whole(kafka, DELIVERIES)), default=0)

    async def begin(self) -> None:
        """A shift takes over, from the mark of the one before."""
        self.shift = Shift(self.settings, self.rules, templates(), self.clock, self.producer, self.faults.append)
        await self.shift.begin(self.mark)

    async def end(self, grace: float = 0.0) -> None:
        """It ends, as if its process had died where `grace` is 0."""
        self.mark = int(self.shift.mark().removeprefix("ledger:"))
        await self.shift.end(grace)
        self.shift = None

    async def raise_alerts(self, *alerts: Alert) -> None:
        """Settle alerts, as if they came from the topic."""
        await self.shift.settle([Record(encode(a)) for a in alerts])

    async def idle(self) -> None:
        """Return when nothing is under way."""
        while any(lane._tasks for lane in self.shift.lanes.values()):
            await asyncio.sleep(0.002)
        assert self.faults == []

    async def let_pass(self, span: timedelta) -> None:
        """So much time passes, everything that is due in it happens."""
        until = self.clock.now() + span
        await self.idle()
        while True:
            await asyncio.sleep(0)
            went_on = self.clock.jump(until)
            await asyncio.sleep(0)
            await self.idle()
            if not went_on:
                return

    def rows(self) -> dict[str, list[Delivery]]:
        """The ledger's last rows of this office's receivers, by receiver, as they were first settled."""
        found: dict[str, list[Delivery]] = {r.name: [] for r in self.rules.receivers}
        for row in reading.ledger(self.kafka).values():
            if row.receiver in found:
                found[row.receiver].append(row)
        return found

    def outcomes(self, receiver: str) -> dict[str, int]:
        """How many rows of a receiver have each outcome."""
        found: dict[str, int] = {}
        for row in self.rows()[receiver]:
            found[row.outcome] = found.get(row.outcome, 0) + 1
        return found


def hook(receiver: Receiver, **more: Any) -> dict[str, Any]:
    """A receiver of the rules for a webhook receiver."""
    name = f"hook-{next(_number)}"
    webhook = {"url": receiver.url, "secret_env": "TEST_SECRET", "allow": ["127.0.0.0/8"]}
    return {"name": name, "webhook": webhook, "stale": True, "digest": False, **more}


@asynccontextmanager
async def office(
    kafka: str, *receivers: dict[str, Any], rules: dict[str, Any] | None = None, **settings: Any
) -> AsyncIterator[Office]:
    """An office that has begun; every alert goes to all receivers unless `rules` say otherwise."""
    route = {"receivers": [r["name"] for r in receivers], "contacts": "all"}
    parsed = parse(json.dumps({"receivers": list(receivers), "route": route, **(rules or {})}), "rules")
    found = Office(kafka, parsed, Settings(kafka=kafka, send_timeout=2.0, **settings))
    await found.begin()
    try:
        yield found
    finally:
        if found.shift is not None:
            await found.shift.end(0.0)
        found.producer.close()
