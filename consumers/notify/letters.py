"""Dead letters of the notifier: deliveries that were given up, and alerts that cannot be read."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from consumers.notify.ledger import STEP
from tensionwire.contracts.deadletter import DeadLetter, dead_letter
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.topics import ARTICLE_BYTES, DELIVERIES
from tensionwire.contracts.wire import encode


def given_up(row: Delivery) -> DeadLetter:
    """A delivery with its alert; an alert that is too large for dead letters stays on `alerts` alone."""
    value = encode(row)
    if len(value) > ARTICLE_BYTES:
        value = encode(msgspec.structs.replace(row, alert=None))
    return dead_letter(
        row.key.encode(),
        value,
        None,
        reason=row.reason or "given-up",
        detail=f"given up for {row.receiver} after {row.tries} tries",
        step=STEP,
        topic=DELIVERIES.name,
        partition=0,
        offset=-1,
        time=row.at or "",
    )


def unreadable(record: Any) -> DeadLetter:
    """A record of `alerts` that is none of a version known here."""
    value = record.value or b""
    return dead_letter(
        record.key,
        value if len(value) <= ARTICLE_BYTES else value[:ARTICLE_BYTES],
        record.headers,
        reason="bad-alert",
        detail="no alert of a version that is known here",
        step=STEP,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        time=datetime.fromtimestamp(record.timestamp / 1000, UTC).isoformat(timespec="milliseconds"),
    )
