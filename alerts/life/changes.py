"""What of a record's change deserves an alert."""

from datetime import date

from alerts.reasons import Reason
from alerts.severity import rank
from tensionwire.contracts.record import ContactRecord
from tensionwire.contracts.tagged import DateWindow

HIGH = 3  # the rank of heads of state and government


def changes(before: ContactRecord, after: ContactRecord) -> list[tuple[Reason, str]]:
    """Each alert-worthy change with its code for `Alert.why`, the weightiest first.

    Date and place count for what is still to come (planned or possible); for what took place they are evidence.
    """
    found: list[tuple[Reason, str]] = []
    if after.status != before.status:
        found.append((Reason.STATUS_CHANGED, f"status:{before.status}:{after.status}"))
    if after.status in ("planned", "possible"):
        if before.date is None and after.date is not None:
            found.append((Reason.DATE_CHANGED, "date:known"))
        elif before.date and after.date and not _touch(before.date, after.date):
            found.append((Reason.DATE_CHANGED, "date:moved"))
        if before.place is None and after.place is not None:
            found.append((Reason.PLACE_CHANGED, "place:known"))
        elif before.country and after.country and before.country != after.country:
            found.append((Reason.PLACE_CHANGED, "place:moved"))
    if role := _higher(before, after):
        found.append((Reason.HIGHER_RANK, f"rank:{role}"))
    return found


def _touch(one: DateWindow, other: DateWindow) -> bool:
    start, end = date.fromisoformat(one.start), date.fromisoformat(one.end or one.start)
    start2, end2 = date.fromisoformat(other.start), date.fromisoformat(other.end or other.start)
    return max((start2 - end).days, (start - end2).days) <= 1


def _higher(before: ContactRecord, after: ContactRecord) -> str | None:
    """The office of a side's highest participant where it is higher than before; of a nameless side a head's only."""
    for side in dict.fromkeys(p.affiliation for p in after.participants):
        old = max((rank(p.role) for p in before.participants if p.affiliation == side), default=0)
        top = max((p for p in after.participants if p.affiliation == side), key=lambda p: rank(p.role))
        if rank(top.role) > old and (old > 0 or rank(top.role) >= HIGH):
            return top.role
    return None
