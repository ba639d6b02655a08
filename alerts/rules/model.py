"""Rules: receivers, routes, matchers, quiet hours, digests, silences.

The words are Alertmanager's where the meaning is. The structs are the rules file, key for key; its JSON Schema is made
from them.
"""

from datetime import timedelta
from typing import Annotated, Literal

import msgspec

from alerts.flashpoints.surge import SurgePolicy
from alerts.rules.channels import Apprise, Console, Mail, Webhook
from alerts.rules.words import span
from alerts.severity import Weights
from tensionwire.contracts.alert import AlertKind, Severity
from tensionwire.contracts.silence import Matchers, Silence
from tensionwire.contracts.tagged import Role

__all__ = ["Digest", "File", "Language", "Matchers", "QuietHours", "Receiver", "Route", "Rules", "Silence"]

Language = Literal["de", "en"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class QuietHours(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"start": "from"}):
    """A span of the day in which alerts wait until its end. A span over midnight belongs to the day it begins on."""

    start: Annotated[str, msgspec.Meta(description='when it begins: "22:00"')]
    to: Annotated[str, msgspec.Meta(description='when it ends: "06:30"; earlier than `from` is the next day')]
    days: Annotated[list[Day], msgspec.Meta(description="days it begins on; left out: every day")] = msgspec.field(
        default_factory=lambda: list(DAYS)
    )
    urgent: Annotated[
        Severity | None, msgspec.Meta(description="alerts of this severity or a higher one do not wait")
    ] = None


class Digest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """More than `more_than` alerts within `within` wait for `wait`, and then come as one message."""

    more_than: Annotated[int, msgspec.Meta(ge=0, description="alerts that come singly; 0 makes all a digest")] = 20
    within: Annotated[str, msgspec.Meta(description="the span that is looked at: 90s, 10m, 24h")] = "10m"
    wait: Annotated[str, msgspec.Meta(description="how long a digest gathers: 90s, 10m, 24h")] = "10m"

    @property
    def window(self) -> timedelta:
        """`within` as a span."""
        return span(self.within) or timedelta()

    @property
    def gathering(self) -> timedelta:
        """`wait` as a span."""
        return span(self.wait) or timedelta()


class Receiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who hears of alerts, by exactly one channel."""

    name: Annotated[str, msgspec.Meta(description="what routes, the ledger and metrics call this receiver")]
    console: Console | None = None
    webhook: Webhook | None = None
    mail: Mail | None = None
    apprise: Apprise | None = None
    language: Annotated[Language, msgspec.Meta(description="of the alert's words")] = "en"
    timezone: Annotated[str, msgspec.Meta(description="IANA name; quiet hours and times are of this zone")] = "UTC"
    stale: Annotated[bool, msgspec.Meta(description="also hears of articles that came long after publication")] = False
    quiet_hours: list[QuietHours] = []
    digest: Annotated[Digest | Literal[False], msgspec.Meta(description="false switches digests off")] = Digest()

    @property
    def channel(self) -> str:
        """The channel's key: `console`, `webhook`, `mail`, `apprise`."""
        from alerts.rules.channels import CHANNELS

        return next(key for key in CHANNELS if getattr(self, key) is not None)


class Route(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"go_on": "continue"}):
    """Which receivers get which alerts: a tree.

    An alert enters at the top. A route takes it where its matchers hold, and hands it to its own `routes` in order: the
    first that takes it is the last one tried, unless it says `continue: true`. Where none of them takes it, it goes to
    the route's own receivers. `contacts` is inherited.
    """

    name: Annotated[str, msgspec.Meta(description="what explain and backtest call this route")] = ""
    receivers: Annotated[list[str], msgspec.Meta(description="names of receivers")] = []
    matchers: Matchers | None = None
    contacts: Annotated[
        Literal["headline", "all"] | None,
        msgspec.Meta(description="headline: contacts that an article is about; all: also those it mentions"),
    ] = None
    go_on: Annotated[bool, msgspec.Meta(description="also try the routes after this one")] = False
    routes: list["Route"] = []


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rules file."""

    receivers: list[Receiver]
    route: Route
    silences: list[Silence] = []
    operators: Annotated[
        str | None, msgspec.Meta(description="the receiver that hears when another receiver fails for good")
    ] = None
    severity: Annotated[Weights, msgspec.Meta(description="points by reason, and the points of each level")] = (
        msgspec.field(default_factory=Weights)
    )
    surge: Annotated[SurgePolicy, msgspec.Meta(description="when a flashpoint's rate is a surge")] = SurgePolicy()


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """A checked file. `hash` is that of its text (12 hexadecimal digits)."""

    receivers: list[Receiver]
    route: Route
    silences: list[Silence] = []
    operators: str | None = None
    severity: Weights = msgspec.field(default_factory=Weights)
    surge: SurgePolicy = SurgePolicy()
    hash: str = ""

    def receiver(self, name: str) -> Receiver | None:
        """The receiver of that name."""
        return next((r for r in self.receivers if r.name == name), None)


__all__ += ["DAYS", "AlertKind", "Role", "Severity"]
