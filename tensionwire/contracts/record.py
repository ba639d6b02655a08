"""What we know: contact records and flashpoint episodes, the values of `contacts`."""

import msgspec

from tensionwire.contracts.sighting import ArticleRef
from tensionwire.contracts.tagged import DateWindow, Evidence, Form, Participant, Status

MAX_SIGHTINGS = 200  # carried by one message on `contacts`; the count goes on


class Applied(msgspec.Struct, frozen=True):
    """The place on `sightings` up to which a subject is decided."""

    partition: int
    offset: int


class RecordSighting(msgspec.Struct, omit_defaults=True, kw_only=True):
    """One report of the contact: which article, which contact in it, what it said."""

    article: ArticleRef
    contact: str
    status: Status
    date: DateWindow | None = None
    place: str | None = None
    evidence: Evidence | None = None
    headline: bool = False


class Step(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One step in the life of a record: the state it took, and the article that told it."""

    status: Status
    article: str
    published: str | None = None


class ContactRecord(msgspec.Struct, omit_defaults=True, kw_only=True, tag="contact", tag_field="type"):
    """One real contact, with its life. `id` is hash(subject, founding article id, contact id) and never changes."""

    id: str
    subject: str
    participants: list[Participant]
    form: Form
    status: Status
    date: DateWindow | None = None
    place: str | None = None
    headline: bool = False
    background: bool = False
    lead: bool = True
    withdrawn: bool = False
    first_seen: str | None = None
    last_seen: str | None = None
    sightings: list[RecordSighting] = []
    sighting_count: int = 0
    sources: list[str] = []
    history: list[Step] = []
    revision: int = 0
    last_alert: str | None = None
    applied: Applied | None = None


class Episode(msgspec.Struct, omit_defaults=True, kw_only=True, tag="episode", tag_field="type"):
    """A flashpoint that stirs between these countries, until it has been quiet for the quiet period."""

    id: str
    subject: str
    topic: str
    countries: list[str] = []
    first_seen: str | None = None
    last_seen: str | None = None
    article_count: int = 0
    articles: list[ArticleRef] = []
    revision: int = 0
    last_alert: str | None = None
    applied: Applied | None = None


Record = ContactRecord | Episode
