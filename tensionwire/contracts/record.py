"""What we know: contact records and flashpoint episodes, the values of `contacts`."""

import msgspec

from tensionwire.contracts.sighting import ArticleRef
from tensionwire.contracts.tagged import DateWindow, Evidence, Form, Participant, Status

MAX_SIGHTINGS = 24  # carried by one message on `contacts` (the design allows 200); the count goes on


class Applied(msgspec.Struct, frozen=True):
    """The place on `sightings` up to which a subject is decided."""

    partition: int
    offset: int


class RecordSighting(msgspec.Struct, omit_defaults=True, kw_only=True):
    """One report of the contact: which article, which contact in it, what it said.

    `country` is the state that `place` lies in, where that is known. `lead` is False where the contact has three sides
    and another dyad alerts it.
    """

    article: ArticleRef
    contact: str
    status: Status
    date: DateWindow | None = None
    place: str | None = None
    country: str | None = None
    evidence: Evidence | None = None
    headline: bool = False
    background: bool = False
    lead: bool = True
    form: Form | None = None
    participants: list[Participant] = []
    topics: dict[str, float] = {}
    tension: float = 0.0


class Step(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One step in the life of a record: the state, date and place it took, and the article that told it."""

    status: Status
    article: str
    published: str | None = None
    date: DateWindow | None = None
    place: str | None = None


class ContactRecord(msgspec.Struct, omit_defaults=True, kw_only=True, tag="contact", tag_field="type"):
    """One real contact, with its life. `id` is hash(subject, founding article id, contact id) and never changes.

    `links` are the records of a visit's meetings, or of a meeting's visit. `alias_of` names the record that this one
    turned out to be: its reports are there. `sources` are the independent ones: near-copies count once. `touched` is
    the latest arrival of a report.
    """

    id: str
    subject: str
    participants: list[Participant]
    form: Form
    status: Status
    date: DateWindow | None = None
    place: str | None = None
    country: str | None = None
    headline: bool = False
    background: bool = False
    lead: bool = True
    withdrawn: bool = False
    first_seen: str | None = None
    last_seen: str | None = None
    touched: str | None = None
    sightings: list[RecordSighting] = []
    sighting_count: int = 0
    sources: list[str] = []
    history: list[Step] = []
    revision: int = 0
    last_alert: str | None = None
    links: list[str] = []
    alias_of: str | None = None
    topics: dict[str, float] = {}
    tension: float = 0.0
    applied: Applied | None = None


class Episode(msgspec.Struct, omit_defaults=True, kw_only=True, tag="episode", tag_field="type"):
    """A flashpoint that stirs between these countries, until it has been quiet for the quiet period.

    `hours` counts the distinct articles of each hour (`2023-07-12T08`, UTC) of the last weeks; `articles` are those of
    the current hour, and a few before it. `surged` is when the last surge was alerted.
    """

    id: str
    subject: str
    topic: str
    countries: list[str] = []
    first_seen: str | None = None
    last_seen: str | None = None
    touched: str | None = None
    article_count: int = 0
    articles: list[ArticleRef] = []
    hours: dict[str, int] = {}
    surged: str | None = None
    revision: int = 0
    last_alert: str | None = None
    applied: Applied | None = None


Record = ContactRecord | Episode
