"""What an article says: the output of the analysis, and the value of `articles.tagged`."""

from typing import Literal

import msgspec

from tensionwire.contracts.article import Basis, Precision

EntityKind = Literal["person", "country", "organisation", "place"]
Form = Literal["meeting", "visit", "call", "negotiation", "conference"]
Status = Literal["held", "planned", "possible", "cancelled"]
PloverEvent = Literal["CONSULT", "AGREE", "REQUEST", "REJECT"]
PloverMode = Literal["visit", "third-party", "multilateral", "phone"]
DatePrecision = Literal["day", "weekend", "week", "month", "year"]
Role = Literal[
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "defence-minister",
    "finance-minister",
    "interior-minister",
    "other-minister",
    "deputy-minister",
    "top-diplomat",
    "special-envoy",
    "ambassador",
    "national-security-adviser",
    "spokesperson",
    "military-chief",
    "parliament-president",
    "party-leader",
    "party-secretary",
    "org-head",
    "negotiator",
    "monarch",
    "other",
]


class Span(msgspec.Struct, frozen=True):
    """Code-point offsets into the text as received: `text[start:end]` is the mention."""

    start: int
    end: int


class Evidence(msgspec.Struct, frozen=True):
    """The sentence that states a finding: its span as received, and its text as it is read (`quote`)."""

    start: int
    end: int
    quote: str


class Entity(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Somebody or something named in the text. `affiliation`: ISO 3166-1 alpha-3, or EU, UN, NATO, IAEA ..."""

    kind: EntityKind
    name: str
    wikidata_id: str | None = None
    affiliation: str | None = None
    role: Role | None = None
    spans: list[Span] = []


class Participant(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One participant of a contact: a named person, or only a state or organisation, perhaps with an office.

    `name` is as the article prints it; `wikidata_id` says who it is in any spelling, where the list knows.
    """

    affiliation: str
    name: str | None = None
    role: Role | None = None
    wikidata_id: str | None = None


class DateWindow(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """First and last day (ISO dates, inclusive) on which a contact may lie; `end` is left out for a single day."""

    start: str
    end: str | None = None
    precision: DatePrecision = "day"


class Plover(msgspec.Struct, frozen=True, omit_defaults=True):
    """The contact as a PLOVER event (Open Event Data Alliance, PLOVER manual, 2023)."""

    event: PloverEvent
    mode: PloverMode | None = None


class Contact(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A high-level contact that the article tells. One entry a real contact, with its most final status.

    `id` is hash(article id, version, sides, form, first span); `confidence` is 0 to 1; `cameo` is a CAMEO code ("036").
    """

    id: str
    participants: list[Participant]
    form: Form
    status: Status
    place: str | None = None
    date: DateWindow | None = None
    headline: bool = False
    background: bool = False
    plover: Plover
    cameo: str
    confidence: float
    evidence: list[Evidence]


class FlashpointMention(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A flashpoint topic in the article. `weight` is 0 to 1: how much of the article is about it."""

    topic: str
    weight: float
    spans: list[Span] = []


class Tension(msgspec.Struct, omit_defaults=True, kw_only=True):
    """`score` from -10 (easing) to +10 (escalation), Goldstein's scale (1992) with the sign turned, and its words."""

    score: float = 0.0
    escalation: list[Span] = []
    easing: list[Span] = []


class TaggedArticle(msgspec.Struct, omit_defaults=True, kw_only=True):
    """An article and all that it says. `truncated` is set where only the first part was analysed.

    `published` is ISO 8601 in UTC; its `published_basis` and `published_precision` say where it comes from.
    `arrived` is the Kafka timestamp (ISO 8601 in UTC), absent offline. `digest` is the hash of the article's content.
    `fingerprint` is a sketch of its sentences: near-copies share most of it.
    """

    id: str
    digest: str
    title: str | None = None
    language: str
    published: str | None = None
    published_basis: Basis = "unknown"
    published_precision: Precision = "unknown"
    version: int | None = None
    updated: str | None = None
    arrived: str | None = None
    source: str | None = None
    url: str | None = None
    entities: list[Entity] = []
    contacts: list[Contact] = []
    flashpoints: list[FlashpointMention] = []
    countries: list[str] = []
    tension: Tension = msgspec.field(default_factory=Tension)
    truncated: bool = False
    fingerprint: list[int] = []
