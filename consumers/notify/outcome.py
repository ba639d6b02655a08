"""What a try makes of a row of the ledger. Pure."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from consumers.channels.base import Sent
from consumers.notify.clock import iso
from consumers.notify.schedule import next_try
from tensionwire.contracts.delivery import Delivery


def after_try(row: Delivery, sent: Sent, now: datetime, chance: float, pauses: Sequence[float]) -> Delivery:
    """The row after one more try: delivered, dead, or open as before with the time of the next try.

    A row that is final carries its alert no longer: the ledger stays small.
    """
    tries = row.tries + 1
    if sent.outcome == "delivered":
        return final(row, "delivered", None, now, tries)
    due = next_try(now, tries, chance, sent.retry_after, pauses) if sent.outcome == "retry" else None
    if due is None:
        return final(row, "dead", sent.reason, now, tries)
    return msgspec.structs.replace(row, tries=tries, reason=sent.reason, due=iso(due), at=iso(now))


def silenced(row: Delivery, silence: str, now: datetime) -> Delivery:
    """The row suppressed for good by a silence, known by its id."""
    return msgspec.structs.replace(final(row, "suppressed", "silenced", now, row.tries), silence=silence)


def final(row: Delivery, outcome: str, reason: str | None, now: datetime, tries: int) -> Delivery:
    """The row with a final outcome."""
    return msgspec.structs.replace(
        row, outcome=outcome, reason=reason, at=iso(now), tries=tries, due=None, alert=None, notice=None
    )
