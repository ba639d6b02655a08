"""What a channel is: it takes an alert, tries once, and says how that went."""

from typing import Literal, NamedTuple, Protocol

from tensionwire.contracts.alert import Alert


class ChannelError(Exception):
    """A channel cannot be opened with its settings; the message says why."""


class Sent(NamedTuple):
    """How one try went. `retry_after`: seconds that the receiver asks us to wait."""

    outcome: Literal["delivered", "retry", "final"]
    reason: str = ""
    retry_after: float | None = None


class Channel(Protocol):
    """One way out."""

    async def send(self, alert: Alert) -> Sent:
        """Try once. Never raises for what the receiver does."""

    async def close(self) -> None:
        """Let go of connections."""
