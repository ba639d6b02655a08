"""Where a heartbeat ends: its one receiver is built in and shows it to nobody; web sees the row in the ledger."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.heartbeat import RECEIVER, SUBJECT

_decoder = msgspec.json.Decoder(Alert)


async def settle(records: Sequence[Any], write: Callable[[list[Delivery]], Awaitable[Any]]) -> list[Any]:
    """Settle the heartbeats among records of `alerts` by `write`, the ledger's; the other records are handed back.

    All beats have one key in the ledger, so that compaction keeps one row.
    """
    beats = [record for record in records if record.key == SUBJECT.encode()]
    rows = [row for record in beats if (row := _row(record)) is not None]
    if rows:
        await write(rows)
    return [record for record in records if record.key != SUBJECT.encode()]


def _row(record: Any) -> Delivery | None:
    try:
        alert = _decoder.decode(record.value or b"")
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None  # a beat that is none is late, and the metric says so
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Delivery(alert_id=SUBJECT, receiver=RECEIVER, outcome="delivered", record=alert.record, tries=1, at=now)
