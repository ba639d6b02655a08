"""What a try is counted as, once it is recorded."""

import logging
from datetime import datetime, timedelta

from alerts.rules import Receiver, moment
from tensionwire.contracts.delivery import Delivery
from tensionwire.runtime import telemetry

log = logging.getLogger("tensionwire.notify")


QUIET = timedelta(minutes=1)  # between two lines on failures of one receiver


class Failures:
    """Says that a receiver fails: at once, and then a line a minute with what came together."""

    def __init__(self, receiver: str) -> None:
        self._receiver = receiver
        self._since: datetime | None = None
        self._said: datetime | None = None
        self._tries = 0

    def note(self, row: Delivery, now: datetime) -> None:
        """A try failed and comes again."""
        self._since = self._since or now
        self._tries += 1
        if self._said is None or now - self._said >= QUIET:
            since = f"{self._since:%H:%M:%S}"
            what = (self._receiver, self._tries, since, row.reason, row.due)
            log.warning("%s: %d tries failed since %s UTC, the last with %s; it comes again at %s", *what)
            self._said = now

    def over(self) -> None:
        """A delivery went through."""
        self._since = self._said = None
        self._tries = 0


def measure(
    receiver: Receiver, failures: Failures, before: list[Delivery], after: list[Delivery], now: datetime
) -> None:
    """Count the rows of one try by their outcomes, and say what went wrong."""
    name = receiver.name
    for was, row in zip(before, after, strict=True):
        if row.outcome == "delivered":
            telemetry.DELIVERED.labels(name, receiver.channel).inc()
            _durations(was, now)
        elif row.outcome == "suppressed":
            telemetry.SUPPRESSED.labels(name, row.reason or "").inc()
        elif row.outcome == "dead":
            telemetry.DEAD.labels(name, row.reason or "").inc()
        else:
            telemetry.FAILED_TRIES.labels(name, row.reason or "").inc()
    last = after[-1]
    if last.outcome == "dead":
        more = f" and {len(after) - 1} more" if len(after) > 1 else ""
        log.error("%s: %s%s given up after %d tries: %s", name, last.alert_id, more, last.tries, last.reason)
    elif last.outcome == "delivered":
        failures.over()
    elif last.outcome in ("pending", "held"):
        failures.note(last, now)


def _durations(row: Delivery, now: datetime) -> None:
    if row.alert is None:
        return
    if arrived := moment(row.alert.arrived):
        telemetry.ARTICLE_TO_DELIVERED.observe(max(0.0, (now - arrived).total_seconds()))
    if published := moment(row.alert.published):
        telemetry.PUBLISHED_TO_DELIVERED.observe(max(0.0, (now - published).total_seconds()))
