"""Time as the notifier sees it: given to it, so that 75 hours of tries pass in a moment when somebody looks."""

import asyncio
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What the time is, and a way to wait."""

    def now(self) -> datetime:
        """The time in UTC."""

    async def sleep(self, seconds: float) -> None:
        """Return after so many seconds."""


class WallClock:
    """The time on the wall."""

    def now(self) -> datetime:
        """The time in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Return after so many seconds."""
        await asyncio.sleep(seconds)


def iso(moment: datetime) -> str:
    """A time as it stands in the ledger: ISO 8601 in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
