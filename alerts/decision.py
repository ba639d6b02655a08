"""What a decision is."""

import msgspec

from alerts.reasons import Reason
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.record import Record


class Decision(msgspec.Struct, frozen=True):
    """The changed or new records, whole; the alerts; what became of the sighting."""

    outcome: Reason
    records: list[Record] = []
    alerts: list[Alert] = []
