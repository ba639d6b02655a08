"""To whom an alert goes, and for which reason it is withheld from somebody."""

from datetime import datetime, timedelta
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
    if alert.published is None or alert.arrived is None:
        return False
    return datetime.fromisoformat(alert.arrived) - datetime.fromisoformat(alert.published) > max_age
