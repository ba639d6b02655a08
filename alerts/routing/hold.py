"""What makes an alert wait at a receiver: its quiet hours, and a digest when too many come at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from alerts.reasons import Reason
from alerts.routing.match import LEVELS
from alerts.rules import QuietHours, Receiver
from alerts.rules.model import DAYS
from alerts.rules.words import time_of_day
from tensionwire.contracts.alert import Alert


class Hold(NamedTuple):
    """Why an alert waits, and until when. What waits at one receiver until the same moment goes out as one digest."""

    reason: Reason
    due: datetime


def hold_until(
    receiver: Receiver,
    alert: Alert,
    now: datetime,
    recent_sends: Sequence[datetime],
    open_digest: datetime | None = None,
) -> Hold | None:
    """Why this alert must wait at `receiver`, and until when; None where it may go out now.

    `now` carries a zone. `recent_sends` are the moments at which earlier alerts were settled for this receiver, sent or
    held for a digest (in any order; older ones than the digest's window are passed over). `open_digest` is the due time
    of the digest that is gathering for this receiver, None where none is: an alert that is too many joins it, or opens
    one. Quiet hours come first: everything that comes in them is due at their end.
    """
    end = quiet_end(receiver, alert, now)
    if end is not None:
        return Hold(Reason.QUIET_HOURS, end)
    digest = receiver.digest
    if digest is False:
        return None
    recent = sum(1 for sent in recent_sends if now - digest.window < sent <= now)
    if recent < digest.more_than:
        return None
    if open_digest is not None and open_digest > now:
        return Hold(Reason.DIGEST, open_digest)
    return Hold(Reason.DIGEST, now + digest.gathering)


def quiet_end(receiver: Receiver, alert: Alert, now: datetime) -> datetime | None:
    """When the quiet hours that `now` lies in end for this alert, in UTC-comparable time; None outside of them."""
    zone = ZoneInfo(receiver.timezone)
    end, moved = now, True
    while moved:  # quiet hours that touch others go on to the end of those; a week holds them all
        moved = False
        for quiet in receiver.quiet_hours:
            if quiet.urgent is not None and LEVELS[alert.severity] >= LEVELS[quiet.urgent]:
                continue
            found = _end_of(quiet, end.astimezone(zone))
            if found is not None and found > end and found - now < timedelta(days=8):
                end, moved = found, True
    return end if end > now else None


def _end_of(quiet: QuietHours, local: datetime) -> datetime | None:
    """The end of the span that `local` lies in, begun today or yesterday; None outside."""
    start, stop = time_of_day(quiet.start), time_of_day(quiet.to)
    if start is None or stop is None:  # a checked file has none such
        return None
    for back in (0, 1):
        day = local.date() - timedelta(days=back)
        if DAYS[day.weekday()] not in quiet.days:
            continue
        begins = datetime.combine(day, start, local.tzinfo)
        ends = datetime.combine(day + timedelta(days=1 if stop <= start else 0), stop, local.tzinfo)
        if begins <= local < ends:
            return ends
    return None
