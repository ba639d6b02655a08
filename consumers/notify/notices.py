"""What the operators are told: that a receiver fails, once a day for each."""

from datetime import datetime

from alerts.rules import Receiver
from consumers.notify.clock import iso
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.ids import stable_id

SAID = {
    "en": "The receiver {name} fails: {reason}. What it misses lies in dead letters: "
    "tensionwire deadletters list --receiver {name}. Send it again with tensionwire deadletters replay.",
    "de": "Der Empfänger {name} fällt aus: {reason}. Was er verpasst, liegt in den toten Briefen: "
    "tensionwire deadletters list --receiver {name}. Noch einmal schicken: tensionwire deadletters replay.",
}


def failing(receiver: str, reason: str, operators: Receiver, now: datetime) -> Delivery:
    """A row that tells the operators of a receiver's failure. The same on the same day, whatever else fails there."""
    return Delivery(
        alert_id=stable_id("notice", receiver, now.date().isoformat()),
        receiver=operators.name,
        outcome="pending",
        record=stable_id("notice", receiver),
        at=iso(now),
        notice=SAID[operators.language].format(name=receiver, reason=reason),
    )
