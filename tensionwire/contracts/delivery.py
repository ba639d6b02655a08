"""What became of an alert at a receiver: the value of `deliveries`, the notifier's ledger."""

from typing import Literal

import msgspec

from tensionwire.contracts.alert import Alert

Outcome = Literal["pending", "held", "delivered", "suppressed", "dead"]
FINAL: frozenset[Outcome] = frozenset({"delivered", "suppressed", "dead"})


class Delivery(msgspec.Struct, omit_defaults=True, kw_only=True):
    """One alert at one receiver. `pending` and `held` carry the alert whole, so that the ledger alone can resume.

    `reason` says why it was suppressed, held or given up; `due` is when the next try is due (ISO 8601 in UTC). `rule`
    is the way through the routes, `silence` the id of the one that silenced it, `digest` that of the message in which
    it goes out with others. `notice` carries words to the operators instead of an alert.
    """

    alert_id: str
    receiver: str
    outcome: Outcome
    record: str = ""
    tries: int = 0
    due: str | None = None
    reason: str | None = None
    at: str | None = None
    alert: Alert | None = None
    rule: str = ""
    silence: str | None = None
    digest: str | None = None
    notice: str | None = None

    @property
    def key(self) -> str:
        """The ledger's key: one row an alert and receiver."""
        return f"{self.alert_id}:{self.receiver}"
