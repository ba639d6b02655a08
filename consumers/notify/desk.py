"""What the notifier knows when it decides: rules, silences, the time, and what each receiver was sent of late."""

from collections import Counter, deque
from collections.abc import Iterable
from datetime import datetime, timedelta

from alerts.rules import Receiver, Rules, Silence, moment
from consumers.notify.clock import Clock
from tensionwire.contracts.delivery import Delivery

MOST_RECENT = 10_000  # moments kept a receiver, whatever its digest says


class Desk:
    """Shared by the steps. `silences` are those of the topic, by id; those of the rules file stand in the rules."""

    def __init__(self, rules: Rules, max_age: timedelta, clock: Clock) -> None:
        self.rules = rules
        self.max_age = max_age
        self.clock = clock
        self.silences: dict[str, Silence] = {}
        self._recent: dict[str, deque[datetime]] = {}
        self._gathered: Counter[tuple[str, str]] = Counter()
        self._open: dict[str, datetime] = {}

    def all_silences(self) -> Iterable[Silence]:
        """Those of the rules file and of the topic."""
        yield from self.rules.silences
        yield from self.silences.values()

    def recent(self, receiver: Receiver) -> deque[datetime]:
        """The last moments at which an alert was settled for this receiver: no more than its digest counts."""
        if receiver.name not in self._recent:
            most = receiver.digest.more_than if receiver.digest is not False else 0
            self._recent[receiver.name] = deque(maxlen=min(most, MOST_RECENT))
        return self._recent[receiver.name]

    def open_digest(self, receiver: str) -> datetime | None:
        """When the digest that gathers for this receiver is due."""
        return self._open.get(receiver)

    def gathered(self, receiver: str, due: str) -> int:
        """How many alerts wait at this receiver for the moment `due`."""
        return self._gathered[receiver, due]

    def note(self, row: Delivery) -> None:
        """Remember a row that was settled: now, or by the notifier before."""
        receiver = self.rules.receiver(row.receiver)
        at = moment(row.at)
        if receiver is None or at is None or row.outcome in ("suppressed", "dead") or row.notice is not None:
            return
        self.recent(receiver).append(at)
        due = moment(row.due)
        if row.outcome == "held" and row.due is not None and due is not None:
            self._gathered[row.receiver, row.due] += 1
            if row.reason == "digest":
                self._open[row.receiver] = due

    def forget_gathered(self, now: datetime) -> None:
        """Let go of digests whose time has come."""
        for receiver, due in list(self._gathered):
            found = moment(due)
            if found is None or found <= now:
                del self._gathered[receiver, due]
