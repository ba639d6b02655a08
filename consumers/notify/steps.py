"""The way of an alert through the notifier, step by step.

    route     which receivers hear of it, and from which it is withheld
    silence   suppressed for good where somebody has silenced it
    hold      kept back for quiet hours, or for a digest where too many come at once
    settle    a row in the ledger for each receiver, acknowledged by Kafka; then the alert's offset is committed
    send      one try at the receiver, as soon as it is due; silences are asked again
    record    its outcome in the ledger, acknowledged; a failure waits for its next try, or lies in dead letters

The first three decide and stand here, as a list. `settle` is in notifier.py; `send` and `record`, which come again with
each try, are in delivering.py.
"""

from collections.abc import Callable

import msgspec

import alerts.routing as routing
from alerts.reasons import Reason
from consumers.notify.clock import iso
from consumers.notify.desk import Desk
from consumers.notify.outcome import silenced
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.ids import stable_id

MOST_IN_DIGEST = 100  # alerts in one message; more of them are several digests


Knows = Callable[[str, str], bool]


def decide(alert: Alert, desk: Desk, knows: Knows) -> list[Delivery]:
    """What becomes of an alert at each receiver, as rows for the ledger; those that `knows` (id, receiver) have one."""
    rows = [row for row in route(alert, desk) if not knows(row.alert_id, row.receiver)]
    for step in (silence, hold):
        rows = [step(row, desk) if row.outcome == "pending" else row for row in rows]
    for row in rows:
        desk.note(row)
    return rows


def route(alert: Alert, desk: Desk) -> list[Delivery]:
    """A row for each receiver that the routes name: pending, or suppressed with the reason."""
    at = iso(desk.clock.now())
    return [
        Delivery(
            alert_id=alert.id,
            receiver=routed.receiver.name,
            outcome="suppressed" if routed.withheld else "pending",
            record=alert.record,
            reason=routed.withheld.value if routed.withheld else None,
            rule=routed.rule,
            at=at,
            alert=None if routed.withheld else alert,
        )
        for routed in routing.route(alert, desk.rules, desk.max_age)
    ]


def silence(row: Delivery, desk: Desk) -> Delivery:
    """Suppressed where a silence picks it now."""
    if row.alert is None:  # a notice is no alert: nobody silences it
        return row
    now = desk.clock.now()
    found = routing.silenced(row.alert, desk.all_silences(), now)
    return silenced(row, found.id, now) if found is not None else row


def hold(row: Delivery, desk: Desk) -> Delivery:
    """Held until quiet hours end or a digest is due. What waits for the same moment goes out as one message."""
    receiver = desk.rules.receiver(row.receiver)
    if receiver is None or row.alert is None:
        return row
    now = desk.clock.now()
    found = routing.hold_until(receiver, row.alert, now, desk.recent(receiver), desk.open_digest(receiver.name))
    if found is None:
        return row
    due = iso(found.due)
    # whoever gathers, the same alerts get the same digest: its id hangs on the receiver, the moment and their number
    part = desk.gathered(receiver.name, due) // MOST_IN_DIGEST
    return msgspec.structs.replace(
        row,
        outcome="held",
        reason=Reason(found.reason).value,
        due=due,
        digest=stable_id("digest", receiver.name, due, part),
    )
