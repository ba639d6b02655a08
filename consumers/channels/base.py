"""What a channel is: it takes a parcel, tries once, and says how that went."""

from typing import Literal, NamedTuple, Protocol

from consumers.words.templates import Templates
from tensionwire.contracts.alert import Alert

DIGEST, NOTICE, TEST = "digest", "notice", "test"


class ChannelError(Exception):
    """A channel cannot be opened with its settings; the message says why, and holds no secret."""


class Parcel(NamedTuple):
    """What one try carries: an alert, several of them as a digest, a test, or a word to the operators (`said`).

    `id` is the same at each repeat: an alert's own, or the digest's. `kind` is an alert's kind, or one of the above.
    """

    id: str
    kind: str
    alerts: tuple[Alert, ...] = ()
    said: str = ""


class Sent(NamedTuple):
    """How one try went. `reason` is a word of ours; `retry_after`: seconds that the receiver asks us to wait."""

    outcome: Literal["delivered", "retry", "final"]
    reason: str = ""
    retry_after: float | None = None


class Reader(NamedTuple):
    """For whom a channel writes: language, time zone, the seconds that one try may take, and the templates."""

    templates: Templates
    timeout: float
    language: str = "en"
    zone: str = "UTC"

    def render(self, template: str, parcel: Parcel) -> str:
        """The parcel in words, by a template like `mail/html.j2`."""
        return self.templates.render(template, parcel.kind, parcel.alerts, parcel.said, self.language, self.zone)


class Channel(Protocol):
    """One way out."""

    async def send(self, parcel: Parcel) -> Sent:
        """Try once. Never raises for what the receiver does. May be cancelled when its time is up."""

    async def close(self) -> None:
        """Let go of connections and threads; safe to call twice."""
