"""Reasons: why a sighting or an alert came, waits, or went no further. One list; the same word stands in logs, metrics,
the ledger, pages and answers.
"""

from enum import StrEnum


class Reason(StrEnum):
    """Every "why was I (not) told?". What a channel says of a failed delivery (`http-503`) is not among them."""

    # a sighting that alerts
    NEW_RECORD = "new-record"
    STATUS_CHANGED = "status-changed"
    DATE_CHANGED = "date-changed"
    PLACE_CHANGED = "place-changed"
    HIGHER_RANK = "higher-rank"
    NEW_EPISODE = "new-episode"
    SURGE = "surge"
    CORRECTED = "corrected"
    # a sighting that does not
    JOINED = "joined"
    KNOWN = "known"
    NEAR_COPY = "near-copy"
    OLDER_VERSION = "older-version"
    OLDER_REPORT = "older-report"
    BACKGROUND = "background"
    LINKED = "linked"
    MERGED = "merged"
    IN_PASSING = "in-passing"
    NOTHING_TO_WITHDRAW = "nothing-to-withdraw"
    # an alert that is withheld from a receiver for good
    STALE = "stale"
    NOT_HEADLINE = "not-headline"
    SILENCED = "silenced"
    # an alert that no route takes
    NO_ROUTE = "no-route"
    # an alert that waits
    QUIET_HOURS = "quiet-hours"
    DIGEST = "digest"


SUPPRESSING = (Reason.STALE, Reason.NOT_HEADLINE, Reason.SILENCED)
HOLDING = (Reason.QUIET_HOURS, Reason.DIGEST)
