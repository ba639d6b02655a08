"""The ledger as people ask it: what became of each pair of alert and receiver, counted, and what waits."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from tensionwire.contracts.delivery import FINAL, Delivery
from tensionwire.contracts.topics import DELIVERIES
from tensionwire.contracts.wire import decode
from tensionwire.runtime.state.replay import read_whole


class Summary(NamedTuple):
    """One receiver's pairs: how many have each outcome, and of those not delivered, why."""

    receiver: str
    outcomes: Counter[str]
    reasons: dict[str, Counter[str]]


def read_ledger(bootstrap: str) -> Iterator[Delivery]:
    """The last row of each pair, as they were first settled. Raises KafkaUnavailable and TimeoutError."""
    rows: dict[str, Delivery] = {}
    for record in read_whole(bootstrap, DELIVERIES):
        if record.value is None:
            continue
        try:
            row = decode(record.value, Delivery)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue  # the notifier says so, and goes on without it
        rows[row.key] = row
    yield from rows.values()


def summaries(rows: Iterable[Delivery]) -> list[Summary]:
    """Rows counted by receiver, in the order of their names."""
    found: dict[str, Summary] = {}
    for row in rows:
        summary = found.setdefault(row.receiver, Summary(row.receiver, Counter(), {}))
        summary.outcomes[row.outcome] += 1
        if row.reason:
            summary.reasons.setdefault(row.outcome, Counter())[row.reason] += 1
    return [found[name] for name in sorted(found)]


def waiting(rows: Iterable[Delivery]) -> list[Delivery]:
    """Rows that are not final, those that are due first before the others."""
    return sorted((row for row in rows if row.outcome not in FINAL), key=lambda row: (row.due or "", row.at or ""))
