"""What a try is counted as, once it is recorded."""

import logging
from datetime import datetime

from alerts.rules import Receiver, moment
from tensionwire.contracts.delivery import Delivery
from tensionwire.runtime import telemetry

log = logging.getLogger("tensionwire.notify")


def measure(receiver: Receiver, before: list[Delivery], after: list[Delivery], now: datetime) -> None:
    """Count the rows of one try by their outcomes, and say what went wrong, one line a try."""
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
    more = f" and {len(after) - 1} more" if len(after) > 1 else ""
    if last.outcome == "dead":
        log.error("%s: %s%s given up after %d tries: %s", name, last.alert_id, more, last.tries, last.reason)
    elif last.outcome in ("pending", "held"):
        log.warning(
            "%s: try %d of %s%s failed: %s; again at %s", name, last.tries, last.alert_id, more, last.reason, last.due
        )


def _durations(row: Delivery, now: datetime) -> None:
    if row.alert is None:
        return
    if arrived := moment(row.alert.arrived):
        telemetry.ARTICLE_TO_DELIVERED.observe(max(0.0, (now - arrived).total_seconds()))
    if published := moment(row.alert.published):
        telemetry.PUBLISHED_TO_DELIVERED.observe(max(0.0, (now - published).total_seconds()))
