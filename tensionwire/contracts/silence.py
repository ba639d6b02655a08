"""What nobody wants to hear for a while: the value of `silences`; and the matchers that pick alerts."""

from typing import Annotated

import msgspec

from tensionwire.contracts.alert import AlertKind, Severity
from tensionwire.contracts.tagged import Form, Role, Status


class Matchers(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Which alerts. Every key that is given must hold; of a list, one entry is enough. No key matches all."""

    kind: Annotated[list[AlertKind], msgspec.Meta(description="kinds of alert")] = []
    severity: Annotated[Severity | None, msgspec.Meta(description="this severity or a higher one")] = None
    countries: Annotated[
        list[str], msgspec.Meta(description="ISO 3166-1 alpha-3, or EU, UN, NATO ...: one takes part")
    ] = []
    dyads: Annotated[list[str], msgspec.Meta(description="pairs of codes: CHN-USA")] = []
    people: Annotated[list[str], msgspec.Meta(description="names, in any spelling: one takes part")] = []
    roles: Annotated[list[Role], msgspec.Meta(description="offices: one takes part")] = []
    topics: Annotated[list[str], msgspec.Meta(description="flashpoint topics that the article is about")] = []
    form: Annotated[list[Form], msgspec.Meta(description="forms of contact")] = []
    status: Annotated[list[Status], msgspec.Meta(description="the contact's state now")] = []
    source: Annotated[list[str], msgspec.Meta(description="sources, as articles name them")] = []
    language: Annotated[list[str], msgspec.Meta(description="the article's language: de, en")] = []
    records: Annotated[list[str], msgspec.Meta(description="ids of contact records or episodes")] = []


class Silence(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Alerts that these matchers pick are suppressed for good from `starts` to `ends` (ISO 8601), judged when sending.

    On the topic the key is `id`; the latest value counts. A silence ends early by a value whose `ends` lies earlier.
    """

    id: Annotated[str, msgspec.Meta(description="what list and ledger call it")]
    matchers: Matchers
    ends: Annotated[str, msgspec.Meta(description="ISO 8601: 2026-12-31T18:00:00+01:00")]
    starts: Annotated[str | None, msgspec.Meta(description="ISO 8601; left out: since ever")] = None
    by: Annotated[str, msgspec.Meta(description="who silenced it")] = ""
    comment: Annotated[str, msgspec.Meta(description="why")] = ""
