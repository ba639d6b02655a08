"""To whom an alert goes, and for which reason it is withheld from somebody."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from alerts.rules import Receiver, Rules
from tensionwire.contracts.alert import Alert


class Reason(StrEnum):
    """Why an alert was withheld: the same word in ledger, log and metric."""

    STALE = "stale"
    NOT_HEADLINE = "not-headline"


class Routed(NamedTuple):
    """An alert at a receiver: to be delivered, or withheld for a reason."""

    receiver: Receiver
    withheld: Reason | None


def route(alert: Alert, rules: Rules, max_age: timedelta) -> list[Routed]:
    """Every receiver of the route, with the reason where this alert is withheld from it."""
    passing = alert.form is not None and not alert.headline and rules.route.contacts == "headline"
    old = is_stale(alert, max_age)
    routed = []
    for receiver in rules.routed():
        reason = Reason.NOT_HEADLINE if passing else Reason.STALE if old and not receiver.stale else None
        routed.append(Routed(receiver, reason))
    return routed


def is_stale(alert: Alert, max_age: timedelta) -> bool:
    """True where the article arrived more than `max_age` after it was published; unknown times are not stale."""
    published, arrived = moment(alert.published), moment(alert.arrived)
    return published is not None and arrived is not None and arrived - published > max_age


def moment(time: str | None) -> datetime | None:
    """ISO 8601 as a time in UTC; None for what is none, so that an odd alert stops nobody."""
    try:
        found = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    try:
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError:
        return None
