"""To whom an alert goes, and for which reason it is withheld from somebody."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from alerts.reasons import Reason
from alerts.routing.match import matches
from alerts.rules import Receiver, Route, Rules, moment
from tensionwire.contracts.alert import Alert


class Routed(NamedTuple):
    """An alert at a receiver: to be delivered, or withheld for a reason. `rule` is the way through the routes."""

    receiver: Receiver
    withheld: Reason | None
    rule: str = ""


def route(alert: Alert, rules: Rules, max_age: timedelta) -> list[Routed]:
    """Every receiver that the routes name for this alert, once, with the reason where it is withheld from it.

    An empty list says that no route takes the alert (`Reason.NO_ROUTE`). A receiver that two routes name hears of the
    alert where one of them lets it through. Silences and holds are asked afterwards.
    """
    old = is_stale(alert, max_age)
    found: dict[str, Routed] = {}
    for name, contacts, rule in _walk(alert, rules.route, "headline", "route"):
        receiver = rules.receiver(name)
        if receiver is None:  # a checked file names none that is not there
            continue
        passing = alert.form is not None and not alert.headline and contacts == "headline"
        reason = Reason.NOT_HEADLINE if passing else Reason.STALE if old and not receiver.stale else None
        if name not in found or (found[name].withheld and reason is None):
            found[name] = Routed(receiver, reason, rule)
    return list(found.values())


def _walk(alert: Alert, at: Route, contacts: str, way: str) -> Iterator[tuple[str, str, str]]:
    """Receiver, what contacts it takes, and the way, of every route that takes the alert."""
    if not matches(alert, at.matchers):
        return
    contacts = at.contacts or contacts
    taken = False
    for place, inner in enumerate(at.routes):
        if not matches(alert, inner.matchers):
            continue
        taken = True
        yield from _walk(alert, inner, contacts, f"{way} > {inner.name or place + 1}")
        if not inner.go_on:
            return
    if not taken:
        yield from ((name, contacts, way) for name in at.receivers)


def is_stale(alert: Alert, max_age: timedelta) -> bool:
    """True where the article arrived more than `max_age` after it was published; unknown times are not stale."""
    published, arrived = moment(alert.published), moment(alert.arrived)
    return published is not None and arrived is not None and arrived - published > max_age
