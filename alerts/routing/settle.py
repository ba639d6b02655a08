"""What becomes of an alert at each receiver, at a given time: route, silence, hold, one after another."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from alerts.reasons import Reason
from alerts.routing.hold import hold_until
from alerts.routing.route import route
from alerts.routing.silence import silenced
from alerts.rules import Rules
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.silence import Silence


class Settled(NamedTuple):
    """An alert at a receiver: what became of it, why, when it is due if it waits, and by which route it came."""

    receiver: str
    outcome: Literal["delivered", "held", "suppressed"]
    reason: Reason | None
    due: datetime | None
    rule: str


class Desk:
    """Settles alerts in the order of time, as the notifier does, with its memory of what each receiver got."""

    def __init__(self, rules: Rules, max_age: timedelta, silences: Iterable[Silence] = ()) -> None:
        self._rules = rules
        self._max_age = max_age
        self._silences = [*rules.silences, *silences]
        self._recent: dict[str, list[datetime]] = {}
        self._digest: dict[str, datetime] = {}

    def settle(self, alert: Alert, now: datetime) -> list[Settled]:
        """What becomes of `alert` at `now` (with a zone); none where no route takes it."""
        found = []
        for receiver, withheld, rule in route(alert, self._rules, self._max_age):
            if withheld is None and silenced(alert, self._silences, now):
                withheld = Reason.SILENCED
            if withheld is not None:
                found.append(Settled(receiver.name, "suppressed", withheld, None, rule))
                continue
            recent = self._recent.setdefault(receiver.name, [])
            hold = hold_until(receiver, alert, now, recent, self._digest.get(receiver.name))
            if hold is None or hold.reason is Reason.DIGEST:
                recent.append(now)
                window = receiver.digest.window if receiver.digest else timedelta()
                self._recent[receiver.name] = [sent for sent in recent if now - sent < window]
            if hold is None:
                found.append(Settled(receiver.name, "delivered", None, None, rule))
                continue
            if hold.reason is Reason.DIGEST:
                self._digest[receiver.name] = hold.due
            found.append(Settled(receiver.name, "held", hold.reason, hold.due, rule))
        return found
