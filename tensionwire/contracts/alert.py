"""What goes out: one alert, the value of `alerts`."""

from typing import Literal

import msgspec

from tensionwire.contracts.tagged import DateWindow, Form, Participant, Status

AlertKind = Literal["contact.new", "contact.changed", "flashpoint.new", "flashpoint.surge"]
Severity = Literal["low", "medium", "high", "critical"]


class AlertEvidence(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What an alert stands on: a sentence, and the article that says it."""

    quote: str
    article: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


class Wording(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An alert's words in one language: a headline of one line, the reasons for it a line each, how many tell it."""

    headline: str
    why: list[str]
    sources: str = ""


class Alert(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Something new. `id` is hash(kind, record id, revision): a repeat carries the same id.

    `why` says in codes why it is new; `text` says it for readers, by language ("de", "en"). `topic` is a flashpoint
    alert's own; `topics` are those that the article is about. `published` is the
    article's time, `arrived` its Kafka timestamp; both ISO 8601 in UTC. `record` is the contact's or episode's id.
    """

    id: str
    kind: AlertKind | Literal["heartbeat"]
    record: str
    subject: str
    revision: int
    severity: Severity
    severity_reasons: list[str] = []
    why: list[str] = []
    text: dict[str, Wording] = {}
    participants: list[Participant] = []
    form: Form | None = None
    status: Status | None = None
    status_before: Status | None = None
    date: DateWindow | None = None
    place: str | None = None
    headline: bool = False
    topic: str | None = None
    topics: list[str] = []
    countries: list[str] = []
    evidence: list[AlertEvidence] = []
    source_count: int = 1
    published: str | None = None
    arrived: str | None = None
    follows: str | None = None
    rules: str = ""
    lexicon: str = ""
