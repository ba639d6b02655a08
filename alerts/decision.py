"""What a decision is, and the reasons that it can have."""

from enum import StrEnum

import msgspec

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.record import Record


class Outcome(StrEnum):
    """What became of a sighting: the same word in logs, metrics and answers."""

    NEW_RECORD = "new-record"
    STATUS_CHANGED = "status-changed"
    JOINED = "joined"
    KNOWN = "known"
    OLDER_VERSION = "older-version"
    OLDER_REPORT = "older-report"
    BACKGROUND = "background"
    LINKED = "linked"
    IN_PASSING = "in-passing"
    NEW_EPISODE = "new-episode"
    CORRECTED = "corrected"
    NOTHING_TO_WITHDRAW = "nothing-to-withdraw"


class Decision(msgspec.Struct, frozen=True):
    """The changed or new records, whole; the alerts; what became of the sighting."""

    outcome: Outcome
    records: list[Record] = []
    alerts: list[Alert] = []
