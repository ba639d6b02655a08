"""What a lane needs of Kafka, in one place: the ledger's rows, and dead letters for what is given up."""

from collections.abc import Awaitable, Callable

import msgspec

from consumers.notify.ledger import STEP, Ledger
from consumers.notify.rows import Rows
from tensionwire.contracts.deadletter import DeadLetter, dead_letter
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.topics import ARTICLE_BYTES, DELIVERIES
from tensionwire.contracts.wire import encode


class Shelf:
    """The `Book` of all lanes of one notifier."""

    def __init__(self, ledger: Ledger, rows: Rows, lay: Callable[[list[DeadLetter]], Awaitable[None]]) -> None:
        self._ledger = ledger
        self._rows = rows
        self._lay = lay

    async def write(self, rows: list[Delivery]) -> list[int]:
        """Record rows; their offsets."""
        return await self._ledger.write(rows)

    async def read(self, offset: int) -> Delivery | None:
        """The whole row at an offset; None where a newer one took its place."""
        return await self._rows.read(offset)

    async def bury(self, row: Delivery) -> None:
        """Lay a delivery that is given up in dead letters; an alert too large for them stays on `alerts` alone."""
        value = encode(row)
        if len(value) > ARTICLE_BYTES:
            value = encode(msgspec.structs.replace(row, alert=None))
        letter = dead_letter(
            row.key.encode(),
            value,
            None,
            reason=row.reason or "given-up",
            detail=f"given up after {row.tries} tries",
            step=STEP,
            topic=DELIVERIES.name,
            partition=0,
            offset=-1,
            time=row.at or "",
        )
        await self._lay([letter])
